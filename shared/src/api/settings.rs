//! What the town has decided about a category: `PATCH /api/categories/{code}`. Fields left out stay.

use serde::{Deserialize, Serialize};

use crate::domain::NoticeProof;

/// New values for a category.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CategoryChange {
    /// Assign new orders to the crew on shift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigns_itself: Option<bool>,
    /// Show the photo taken afterwards on the tracking page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publishes_after_photo: Option<bool>,
    /// What must have arrived before the citizen is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_proof: Option<NoticeProof>,
    /// After so many days a finished order is closed by itself; 0 for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_after_days: Option<u16>,
}
