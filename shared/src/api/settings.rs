//! What the town has decided about a category: `PATCH /api/categories/{code}`. Fields left out stay.

use serde::{Deserialize, Serialize};

use crate::domain::{ChecklistTemplate, NoticeProof, RequiredEvidence};

/// New values for a category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CategoryChange {
    /// Assign new orders to the crew on shift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigns_itself: Option<bool>,
    /// A crew's order lies in its pool until a worker takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workers_take: Option<bool>,
    /// Let the time in which an order is due pass only while the office works. Orders that are there keep theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_office_hours: Option<bool>,
    /// The form that new orders get, as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checklist: Option<Vec<ChecklistTemplate>>,
    /// What a worker must bring back, as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<RequiredEvidence>>,
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
