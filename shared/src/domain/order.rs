//! A work order and everything that hangs on it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Appointment, Assignee, ChecklistEntry, ConflictRecord, Exemption, Localised, MaterialUse, Note,
    PhotoRecord, Place, RequiredEvidence, Standing, Suggestion, TimeEntry, Visit,
};
use crate::id::{CategoryCode, OrderId, OrderNumber};
use crate::unit::{AssignmentEpoch, Millis, Version, WallTime};

/// Where an order stands; [`crate::rules::order_status`] derives it from decisions and visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// Nobody has it yet.
    New,
    /// Somebody has it and has not begun.
    Assigned,
    /// Somebody is on the way or at work.
    InWork,
    /// Somebody finished the whole of it.
    Finished,
    /// Somebody says it is finished; another has to agree.
    FinishedUnconfirmed,
    /// The office is done with it.
    Closed,
    /// The worker it was given to declined or handed it back.
    Declined,
    /// The office called it off.
    Cancelled,
    /// It was finished, came back, and nobody has it yet.
    Reopened,
}

/// The few classes of status that every released app knows (SYNC.md rule 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StatusClass {
    /// Waits for somebody.
    Open,
    /// Under way.
    Active,
    /// Work has ended.
    Done,
    /// Will not be worked on.
    Ended,
}

impl OrderStatus {
    /// Every status.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::Assigned,
        Self::InWork,
        Self::Finished,
        Self::FinishedUnconfirmed,
        Self::Closed,
        Self::Declined,
        Self::Cancelled,
        Self::Reopened,
    ];

    /// The class that old apps know.
    #[must_use]
    pub const fn class(self) -> StatusClass {
        match self {
            Self::New | Self::Assigned | Self::Declined | Self::Reopened => StatusClass::Open,
            Self::InWork | Self::FinishedUnconfirmed => StatusClass::Active,
            Self::Finished | Self::Closed => StatusClass::Done,
            Self::Cancelled => StatusClass::Ended,
        }
    }

    /// Is there nothing left to do in the field?
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self.class(), StatusClass::Done | StatusClass::Ended)
    }

    /// The name in the database and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Assigned => "assigned",
            Self::InWork => "in_work",
            Self::Finished => "finished",
            Self::FinishedUnconfirmed => "finished_unconfirmed",
            Self::Closed => "closed",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Reopened => "reopened",
        }
    }

    /// The status of an [`OrderStatus::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// When there is time.
    Low,
    /// By its due time.
    #[default]
    Normal,
    /// Before the others; quiet hours do not apply.
    Urgent,
}

/// What the office has decided about an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfficeDecision {
    /// To be done.
    #[default]
    Open,
    /// Called off.
    Cancelled,
    /// Done with.
    Closed,
}

/// Whom the worker may call about an order. It leaves the device with the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactCard {
    /// Name, when given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phone number in E.164 form.
    pub phone: String,
}

/// The order version at which each field of the office last changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct FieldVersions(pub BTreeMap<String, Version>);

/// A piece of field work at a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkOrder {
    /// Id.
    pub id: OrderId,
    /// Number as people say it.
    pub number: OrderNumber,
    /// Raised by every change a device can see.
    pub version: Version,
    /// What to do, in one line.
    pub title: String,
    /// What is known, as plain text.
    #[serde(default)]
    pub description: String,
    /// Kind of problem.
    pub category: CategoryCode,
    /// The category's name, so that a device needs no list of categories.
    pub category_name: Localised,
    /// How much it matters.
    #[serde(default)]
    pub priority: Priority,
    /// Where.
    pub place: Place,
    /// From when on it shows a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_at: Option<WallTime>,
    /// When it is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<WallTime>,
    /// When somebody will be there, if that was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointment>,
    /// Whose work it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Assignee>,
    /// Raised per change of assignee.
    #[serde(default)]
    pub assignment_epoch: AssignmentEpoch,
    /// Raised per reopening.
    #[serde(default)]
    pub closure: u32,
    /// The order's version when the current closure began.
    #[serde(default)]
    pub closure_since: Version,
    /// What the office has decided.
    #[serde(default)]
    pub decision: OfficeDecision,
    /// Derived; stored so that lists need not load visits.
    pub status: OrderStatus,
    /// For apps that do not know a newer status.
    pub status_class: StatusClass,
    /// What the worker must bring back.
    #[serde(default)]
    pub evidence: Vec<RequiredEvidence>,
    /// It lies in the crew's pool until one of its workers takes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub workers_take: bool,
    /// Whom to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactCard>,
    /// An order that this one continues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<OrderId>,
    /// An order into which this one was merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<OrderId>,
    /// What an operation made on this order knows of the survivor: when the survivor's closure of the merge began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_knowing: Option<Version>,
    /// When the office made it.
    pub created_at: WallTime,
    /// When the office's fields last changed.
    #[serde(default)]
    pub field_versions: FieldVersions,
    /// Fields of newer versions, kept by whoever stores orders (feature `newer`), so that they come back after an update (SYNC.md
    /// rule 12).
    #[cfg_attr(feature = "newer", serde(flatten))]
    #[cfg_attr(not(feature = "newer"), serde(skip))]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub newer: BTreeMap<String, serde_json::Value>,
}

/// An order with its visits and children: the unit of rules, of storage and of the wire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderAggregate {
    /// The order.
    pub order: WorkOrder,
    /// Who did what, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// The checklist in the category's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<ChecklistEntry>,
    /// Notes, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Photos, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<PhotoRecord>,
    /// What could not be brought, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exemptions: Vec<Exemption>,
    /// Material used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<MaterialUse>,
    /// Time spent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<TimeEntry>,
    /// Proposals for the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
    /// Clashes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ConflictRecord>,
}

impl OrderAggregate {
    /// The visits of the current closure.
    pub fn current_visits(&self) -> impl Iterator<Item = &Visit> {
        self.visits
            .iter()
            .filter(|visit| visit.closure == self.order.closure)
    }

    /// Is the worker of this visit still at work, and the time running? An order that is done ends it for everybody who was at it.
    #[must_use]
    pub fn runs(&self, visit: &Visit) -> bool {
        visit.working_since.is_some() && self.done_at().is_none()
    }

    /// Time at work of a visit until `now`, pauses left out.
    #[must_use]
    pub fn time_at_work(&self, visit: &Visit, now: WallTime) -> Millis {
        visit.time_at_work(self.done_at().map_or(now, |done| now.min(done)))
    }

    /// When the completion came that counts; none while the order is not over.
    fn done_at(&self) -> Option<WallTime> {
        let counts = |visit: &&Visit| {
            visit
                .finish()
                .is_some_and(|(.., standing)| standing == Standing::Counts)
        };
        let ends = self
            .current_visits()
            .filter(counts)
            .filter_map(|visit| visit.ended_at);
        let is_over = self.order.status.is_terminal();
        ends.map(|end| end.at).max().filter(|_| is_over)
    }

    /// Is there a conflict that a person has to decide?
    #[must_use]
    pub fn has_open_review(&self) -> bool {
        self.conflicts
            .iter()
            .any(|conflict| conflict.review && conflict.settled_at.is_none())
    }
}
