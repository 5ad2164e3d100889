//! Who works: roles of the office, crews, workers, shifts, zones.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Language, Localised, Position};
use crate::id::{CrewId, SkillCode, WorkerId, ZoneCode};
use crate::unit::WallTime;

/// What a person may do; [`crate::rules::permission`] has the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works in the field, with a device.
    Worker,
    /// Works in the field and sees the crew's orders.
    CrewLead,
    /// Takes calls and records requests.
    Intake,
    /// Makes and assigns orders.
    Dispatcher,
    /// Dispatches and decides on conflicts and corrections.
    Supervisor,
    /// Sets up people, categories and the town.
    Administrator,
    /// Reads everything, changes nothing.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Worker,
        Self::CrewLead,
        Self::Intake,
        Self::Dispatcher,
        Self::Supervisor,
        Self::Administrator,
        Self::Auditor,
    ];

    /// The name on the command line and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::CrewLead => "crew_lead",
            Self::Intake => "intake",
            Self::Dispatcher => "dispatcher",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// The role of a [`Role::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Whose work an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Assignee {
    /// Any member of a crew.
    Crew(CrewId),
    /// One person.
    Worker(WorkerId),
}

/// A person who works in the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Worker {
    /// Id.
    pub id: WorkerId,
    /// Name as colleagues say it.
    pub name: String,
    /// The language of the app when first enrolled.
    pub language: Language,
    /// The crew, when the worker is in one.
    #[serde(default)]
    pub crew: Option<CrewId>,
}

/// A group of workers that shares orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Crew {
    /// Id.
    pub id: CrewId,
    /// Name.
    pub name: String,
    /// What the crew can do.
    pub skills: BTreeSet<SkillCode>,
}

/// A crew at work in some zones for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shift {
    /// Which crew.
    pub crew: CrewId,
    /// In which zones; empty means the whole town.
    pub zones: BTreeSet<ZoneCode>,
    /// First moment.
    pub from: WallTime,
    /// First moment after.
    pub until: WallTime,
}

/// A district.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Zone {
    /// Code.
    pub code: ZoneCode,
    /// Name.
    pub name: Localised,
    /// Corners of the outline, in order, without repeating the first.
    pub outline: Vec<Position>,
}
