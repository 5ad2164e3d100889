//! What somebody of the town is told about an order, besides what stands on the screens.
//!
//! | topic | who | when |
//! |---|---|---|
//! | urgent | the workers it is assigned to | their phone has not fetched it within the town's minutes |
//! | warning, breach | who is responsible, and who watches | at its time, in office hours unless it is urgent |
//! | the others | who watches the order, its category or its district | an end after the undo window, the rest at once |
//!
//! A message says what is so when it leaves: [`is_still_so`] is asked again then, and what was overtaken is not sent.

use serde::{Deserialize, Serialize};

use crate::domain::{Assignee, OrderAggregate, OrderStatus, Outcome, Priority, StatusClass};
use crate::id::{OrderId, StaffId, WorkerId};
use crate::unit::WallTime;

/// Somebody of the town.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Person {
    /// Of the office.
    Staff(StaffId),
    /// In the field.
    Worker(WorkerId),
}

impl Person {
    /// The sixteen bytes of the id, which is nobody else's.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        match self {
            Self::Staff(id) => id.bytes(),
            Self::Worker(id) => id.bytes(),
        }
    }
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffTopic {
    /// Urgent work is new, or has changed.
    Urgent,
    /// It is due soon.
    Warning,
    /// It is overdue.
    Breach,
    /// The order was made.
    New,
    /// It is done.
    Finished,
    /// Somebody was there and did not do it.
    NotDone,
    /// A person has to decide something.
    Review,
    /// Nobody has it any more.
    Declined,
    /// It came back.
    Reopened,
    /// It was called off.
    Cancelled,
}

impl StaffTopic {
    /// The name in keys and in the names of sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Warning => "warning",
            Self::Breach => "breach",
            Self::New => "new",
            Self::Finished => "finished",
            Self::NotDone => "not_done",
            Self::Review => "review",
            Self::Declined => "declined",
            Self::Reopened => "reopened",
            Self::Cancelled => "cancelled",
        }
    }

    /// Is it about the order's time?
    #[must_use]
    pub const fn is_deadline(self) -> bool {
        matches!(self, Self::Warning | Self::Breach)
    }

    /// Can the worker take it back for a while?
    #[must_use]
    pub const fn can_be_undone(self) -> bool {
        matches!(self, Self::Finished | Self::NotDone)
    }
}

/// What happened to an order that whoever watches it wants to know.
#[must_use]
pub fn news(before: Option<&OrderAggregate>, after: &OrderAggregate) -> Option<StaffTopic> {
    if after.order.merged_into.is_some() {
        return None;
    }
    let Some(before) = before else {
        return Some(StaffTopic::New);
    };
    if asks_for_a_decision(after) && !asks_for_a_decision(before) {
        return Some(StaffTopic::Review);
    }
    let moved = before.order.status != after.order.status;
    moved.then(|| of_status(after)).flatten()
}

fn asks_for_a_decision(order: &OrderAggregate) -> bool {
    order.has_open_review() || order.order.status == OrderStatus::FinishedUnconfirmed
}

fn of_status(order: &OrderAggregate) -> Option<StaffTopic> {
    match order.order.status {
        OrderStatus::Finished if was_done(order) => Some(StaffTopic::Finished),
        OrderStatus::Finished => Some(StaffTopic::NotDone),
        OrderStatus::Declined => Some(StaffTopic::Declined),
        OrderStatus::Reopened => Some(StaffTopic::Reopened),
        OrderStatus::Cancelled => Some(StaffTopic::Cancelled),
        _ => None,
    }
}

fn was_done(order: &OrderAggregate) -> bool {
    let ends = order.current_visits().filter_map(|visit| visit.finish());
    ends.last()
        .is_none_or(|(outcome, ..)| !matches!(outcome, Outcome::NotDone(_)))
}

/// Does urgent work wait for somebody who has it on a list?
#[must_use]
pub fn waits_urgently(order: &OrderAggregate) -> bool {
    let order = &order.order;
    order.priority == Priority::Urgent
        && order.status.class() == StatusClass::Open
        && order.assignee.is_some()
        && order.merged_into.is_none()
}

/// Is that new to whom it is assigned, or other work than before?
#[must_use]
pub fn is_urgent_news(before: Option<&OrderAggregate>, after: &OrderAggregate) -> bool {
    let differs = |before: &OrderAggregate| {
        let (old, new) = (&before.order, &after.order);
        !waits_urgently(before)
            || old.assignee != new.assignee
            || old.closure != new.closure
            || (&old.title, &old.description, &old.place) != (&new.title, &new.description, &new.place)
    };
    waits_urgently(after) && before.is_none_or(differs)
}

/// Is what a message says still so `at` a time? `moment` is the time that a warning or a breach was about, `assignee` whose work an urgent
/// order was.
#[must_use]
pub fn is_still_so(
    topic: StaffTopic,
    moment: Option<WallTime>,
    assignee: Option<Assignee>,
    order: &OrderAggregate,
    at: WallTime,
) -> bool {
    let now = &order.order;
    let is_open = !now.status.is_terminal() && now.merged_into.is_none();
    match topic {
        StaffTopic::Urgent => waits_urgently(order) && now.assignee == assignee,
        // What is overdue is not about to be.
        StaffTopic::Warning => is_open && now.warn_at == moment && now.due_at.is_none_or(|due| due > at),
        StaffTopic::Breach => is_open && now.due_at == moment,
        StaffTopic::New | StaffTopic::Reopened => is_open,
        StaffTopic::Finished => has_ended(order) && was_done(order),
        StaffTopic::NotDone => has_ended(order) && !was_done(order),
        StaffTopic::Review => asks_for_a_decision(order),
        StaffTopic::Declined => now.status == OrderStatus::Declined,
        StaffTopic::Cancelled => now.status == OrderStatus::Cancelled,
    }
}

const fn has_ended(order: &OrderAggregate) -> bool {
    matches!(order.order.status, OrderStatus::Finished | OrderStatus::Closed)
}

/// Which order a message would be about; told once.
#[must_use]
pub fn key(topic: StaffTopic, order: OrderId, occasion: &str, person: Person) -> String {
    let person = match person {
        Person::Staff(id) => id.0,
        Person::Worker(id) => id.0,
    };
    format!("{}/{order}/{occasion}/{person}", topic.code())
}
