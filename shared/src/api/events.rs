//! Live updates: `GET /api/events`, server-sent events whose data is a [`Poke`]. A poke says that something changed, never
//! what: the console reads again what it shows, also after a reconnect.

use serde::{Deserialize, Serialize};

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Requests.
    Requests,
    /// Orders, their visits and photos.
    Orders,
    /// Notices.
    Notices,
    /// Devices.
    Devices,
    /// Categories, people, settings.
    Town,
}

/// Something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Poke {
    /// What.
    pub topics: Vec<Topic>,
}
