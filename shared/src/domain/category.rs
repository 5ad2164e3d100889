//! A category: what kind of problem it is and what the town has decided about such problems.

use serde::{Deserialize, Serialize};

use super::form::ItemKind;
#[cfg(feature = "openapi")]
use super::form::WireItemKind;
use super::{Localised, PhotoRole};
use crate::id::{CategoryCode, ItemCode, SkillCode};
use crate::unit::Minutes;

/// A kind of problem with its template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Category {
    /// Open311 `service_code`.
    pub code: CategoryCode,
    /// Name as citizens know it.
    pub name: Localised,
    /// What a crew needs to be able to do.
    #[serde(default)]
    pub skill: Option<SkillCode>,
    /// Copied into each order.
    #[serde(default)]
    pub checklist: Vec<ChecklistTemplate>,
    /// What a worker must bring back.
    #[serde(default)]
    pub evidence: Vec<RequiredEvidence>,
    /// When it is due.
    pub targets: Targets,
    /// Assign new orders to the crew on shift in the zone with the skill.
    #[serde(default)]
    pub assigns_itself: bool,
    /// A crew's order of this kind lies in its pool until one of its workers takes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub workers_take: bool,
    /// Show the photo taken afterwards on the citizen's tracking page.
    #[serde(default)]
    pub publishes_after_photo: bool,
    /// What must have arrived before a citizen is told that it is done.
    #[serde(default)]
    pub notice_proof: NoticeProof,
    /// After so many days a finished order is closed by itself; never, without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_after_days: Option<u16>,
    /// Can citizens choose it, or is it for the office alone?
    #[serde(default = "yes")]
    pub public: bool,
}

const fn yes() -> bool {
    true
}

/// One line of a checklist as the town wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChecklistTemplate {
    /// Code.
    pub item: ItemCode,
    /// The question.
    pub label: Localised,
    /// How it is answered.
    #[cfg_attr(feature = "openapi", schema(value_type = WireItemKind))]
    pub kind: ItemKind,
    /// Must it be answered before the work counts as done?
    pub required: bool,
}

/// What a worker must bring back before the work counts as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequiredEvidence {
    /// A photo taken before the work.
    PhotoBefore,
    /// A photo taken after the work.
    PhotoAfter,
}

impl RequiredEvidence {
    /// The role of the photo that satisfies it.
    #[must_use]
    pub const fn photo_role(self) -> PhotoRole {
        match self {
            Self::PhotoBefore => PhotoRole::Before,
            Self::PhotoAfter => PhotoRole::After,
        }
    }
}

/// How long a problem may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Targets {
    /// After this the order shows a warning.
    pub warning: Minutes,
    /// After this the order is overdue.
    pub breach: Minutes,
    /// Do these minutes pass only while the office works?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_office_hours: bool,
}

/// What must have arrived before a citizen is told that it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeProof {
    /// The worker's word is enough.
    #[default]
    StatusEnough,
    /// Every photo of the finishing visit has arrived.
    PhotosArrived,
}
