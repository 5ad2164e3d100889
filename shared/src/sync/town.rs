//! What a device knows of its town besides orders. Sent whole when its edition changed.

use serde::{Deserialize, Serialize};

use crate::domain::{Localised, Worker};
use crate::id::{ArticleCode, CategoryCode};
use crate::sync::rescue::RescueCode;
use crate::unit::{Cents, Millis};

/// The town in a device's pocket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TownCard {
    /// Changes with every change of content.
    pub edition: u64,
    /// The town's name.
    pub name: String,
    /// The IANA time zone in which the town lives.
    pub time_zone: String,
    /// Whom to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_phone: Option<String>,
    /// How long a worker can take a finish back.
    pub undo_window: Millis,
    /// The worker of this device, as the office has it now.
    pub worker: Worker,
    /// The worker's colleagues, so that names can be shown.
    #[serde(default)]
    pub colleagues: Vec<Worker>,
    /// The material catalogue.
    #[serde(default)]
    pub articles: Vec<Article>,
    /// Kinds of problems that a worker can report.
    #[serde(default)]
    pub categories: Vec<CategoryName>,
    /// What protects a rescue file of this device; the office can look the same code up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rescue_code: Option<RescueCode>,
    /// What a device keeps of what the office has.
    #[serde(default)]
    pub keeping: PhotoKeeping,
}

/// How long, and how much, a device keeps of photos that the office has. What was not sent is always kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhotoKeeping {
    /// Days after they arrived.
    pub sent_days: u16,
    /// Millions of bytes for all photos of the device, unsent ones included.
    pub photo_megabytes: u32,
}

impl Default for PhotoKeeping {
    fn default() -> Self {
        Self {
            sent_days: 30,
            photo_megabytes: 500,
        }
    }
}

/// An article of the material catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Article {
    /// Code.
    pub code: ArticleCode,
    /// Name.
    pub name: Localised,
    /// Unit, for example `pcs` or `m`.
    pub unit: String,
    /// Price of one unit, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Cents>,
}

/// A category's code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CategoryName {
    /// Code.
    pub code: CategoryCode,
    /// Name.
    pub name: Localised,
}
