//! Devices: `GET /api/devices`, `DELETE /api/devices/{id}` revokes, `POST /api/devices/{id}/drain` lets it hand in first.

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, WorkerId};
use crate::unit::{Millis, WallTime};

/// A device in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceRow {
    /// Id.
    pub id: DeviceId,
    /// Whose.
    pub worker: WorkerId,
    /// What it calls itself.
    pub name: String,
    /// The app's version.
    pub app: String,
    /// Since when.
    pub enrolled_at: WallTime,
    /// Its last sync.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sync_at: Option<WallTime>,
    /// How far its clock was ahead at the last sync.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_error: Option<Millis>,
    /// Operations it said it had not sent at the last sync.
    pub pending_ops: u64,
    /// Photos it said it had not sent at the last sync.
    pub pending_photos: u64,
    /// When it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<WallTime>,
    /// Until when it hands in what it has; it gets nothing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drain_until: Option<WallTime>,
}
