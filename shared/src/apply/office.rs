//! The office's decisions about an order, judged by the same tables as the field's facts.

use serde::{Deserialize, Serialize};

use super::Effect;
use super::progress::set_standing;
use crate::domain::{
    Appointment, Assignee, ConflictField, OfficeDecision, OrderAggregate, OrderStatus, PastValue, Place,
    Priority, Standing, VisitState,
};
use crate::id::{ConflictId, OpId, VisitId};
use crate::rules::{conflict, order_status};
use crate::unit::WallTime;

/// What the office decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "decision")]
pub enum Decision {
    /// Give it to somebody, or to nobody.
    Assign {
        /// To whom.
        assignee: Option<Assignee>,
    },
    /// Call it off.
    Cancel,
    /// Be done with it.
    Close,
    /// Take it up again.
    Reopen,
    /// Change what belongs to the office. Fields left out stay.
    Edit(Edit),
    /// A completion that waits is right.
    Confirm {
        /// Which visit.
        visit: VisitId,
    },
    /// A completion is not right: the visit is kept on record.
    Reject {
        /// Which visit.
        visit: VisitId,
    },
    /// A conflict has been looked at: what stands, stands.
    Settle {
        /// Which.
        conflict: ConflictId,
    },
    /// Of two values for one line, the other one is right. Both stay in the line's history.
    Take {
        /// Which conflict is settled by it.
        conflict: ConflictId,
        /// The operation that set the value.
        value: OpId,
    },
}

/// New values for the office's fields.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Edit {
    /// What to do, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// How much it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// When it is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<WallTime>,
    /// When somebody will be there; `null` takes an agreed time back.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Appointment>))]
    pub appointment: Option<Option<Appointment>>,
}

/// A field that is there, be it `null`.
fn given<'de, D: serde::Deserializer<'de>>(field: D) -> Result<Option<Option<Appointment>>, D::Error> {
    Option::deserialize(field).map(Some)
}

/// Why a decision cannot be made. Unlike a fact, a decision can be refused: whoever makes it is there to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The order is closed or cancelled; reopen it first.
    #[error("the order is closed or cancelled: reopen it first")]
    OrderIsOver,
    /// Only an order that is over can be reopened.
    #[error("only a finished, closed or cancelled order can be reopened")]
    NothingToReopen,
    /// The visit or the conflict is not part of this order, or is settled.
    #[error("this order has no such open visit or conflict")]
    NotFound,
    /// The order was merged into another, which is decided about instead.
    #[error("the order was merged into another: decide about that one")]
    Merged,
    /// An order cannot be merged into itself.
    #[error("an order cannot be merged into itself")]
    SameOrder,
    /// A completion waits for a word; whether it counts has to be said before the order goes.
    #[error("a completion waits to be confirmed: decide about it first")]
    AwaitsConfirmation,
}

/// An order after a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The order.
    pub aggregate: OrderAggregate,
    /// What follows.
    pub effects: Vec<Effect>,
}

/// Carries out `decision` on `aggregate` at `now`. A decision that changes nothing leaves the version as it is.
///
/// # Errors
/// [`Refusal`] when the order's state does not allow it.
pub fn decide(aggregate: &OrderAggregate, decision: &Decision, now: WallTime) -> Result<Decided, Refusal> {
    if aggregate.order.merged_into.is_some() {
        return Err(Refusal::Merged);
    }
    let mut after = aggregate.clone();
    match decision {
        Decision::Assign { assignee } => assign(&mut after, *assignee)?,
        Decision::Cancel => end(&mut after, OfficeDecision::Cancelled)?,
        Decision::Close => end(&mut after, OfficeDecision::Closed)?,
        Decision::Reopen => reopen(&mut after, now)?,
        Decision::Edit(edit) => apply_edit(&mut after, edit),
        Decision::Confirm { visit } => rule_on(&mut after, *visit, Standing::Counts, now)?,
        Decision::Reject { visit } => rule_on(&mut after, *visit, Standing::Recorded, now)?,
        Decision::Settle { conflict } => settle(&mut after, *conflict, now).map(drop)?,
        Decision::Take { conflict, value } => take(&mut after, *conflict, *value, now)?,
    }
    order_status::refresh(&mut after);
    let mut effects = Vec::new();
    let (from, to) = (aggregate.order.status, after.order.status);
    if from != to {
        effects.push(Effect::StatusMoved { from, to });
    }
    if after != *aggregate {
        after.order.version = aggregate.order.version.next();
    }
    Ok(Decided {
        aggregate: after,
        effects,
    })
}

fn assign(after: &mut OrderAggregate, assignee: Option<Assignee>) -> Result<(), Refusal> {
    if after.order.status.is_terminal() {
        return Err(Refusal::OrderIsOver);
    }
    // Giving it again to those who declined it is a new assignment too: they are asked anew.
    if after.order.assignee != assignee || after.order.status == OrderStatus::Declined {
        after.order.assignee = assignee;
        after.order.assignment_epoch = after.order.assignment_epoch.next();
        touch(after, "assignee");
    }
    Ok(())
}

fn end(after: &mut OrderAggregate, decision: OfficeDecision) -> Result<(), Refusal> {
    if after.order.decision != OfficeDecision::Open {
        return Err(Refusal::OrderIsOver);
    }
    after.order.decision = decision;
    Ok(())
}

fn reopen(after: &mut OrderAggregate, now: WallTime) -> Result<(), Refusal> {
    if !after.order.status.is_terminal() {
        return Err(Refusal::NothingToReopen);
    }
    after.order.decision = OfficeDecision::Open;
    // Whoever has opened the door for the last time has to be asked anew.
    if after.order.appointment.is_some_and(|agreed| agreed.from <= now) {
        after.order.appointment = None;
        touch(after, "appointment");
    }
    after.order.closure += 1;
    after.order.closure_since = after.order.version.next();
    Ok(())
}

fn apply_edit(after: &mut OrderAggregate, edit: &Edit) {
    if let Some(title) = &edit.title {
        after.order.title.clone_from(title);
        touch(after, "title");
    }
    if let Some(description) = &edit.description {
        after.order.description.clone_from(description);
        touch(after, "description");
    }
    if let Some(priority) = edit.priority {
        after.order.priority = priority;
        touch(after, "priority");
    }
    if let Some(place) = &edit.place {
        after.order.place = place.clone();
        touch(after, "place");
    }
    if edit.due_at.is_some() {
        after.order.due_at = edit.due_at;
        touch(after, "due_at");
    }
    if let Some(appointment) = edit.appointment {
        after.order.appointment = appointment;
        touch(after, "appointment");
    }
}

/// The office has written a field: who has seen an older version of it reads it as changed.
pub(super) fn touch(after: &mut OrderAggregate, field: &str) {
    let version = after.order.version.next();
    after.order.field_versions.0.insert(field.to_owned(), version);
}

/// With the completion, the conflicts about it are decided too.
fn rule_on(
    after: &mut OrderAggregate,
    visit: VisitId,
    standing: Standing,
    now: WallTime,
) -> Result<(), Refusal> {
    let finished = |state: &VisitState| matches!(state, VisitState::Finished { .. });
    let visit = after
        .visits
        .iter_mut()
        .find(|candidate| candidate.id == visit && finished(&candidate.state))
        .ok_or(Refusal::NotFound)?;
    set_standing(visit, standing);
    if conflict::unconfirmed(after).next().is_none() {
        let about_it = |field: &ConflictField| !matches!(field, ConflictField::Checklist(_));
        for open in after.conflicts.iter_mut().filter(|open| about_it(&open.field)) {
            open.settled_at = open.settled_at.or(Some(now));
        }
    }
    Ok(())
}

fn settle(after: &mut OrderAggregate, conflict: ConflictId, now: WallTime) -> Result<ConflictField, Refusal> {
    let open = after
        .conflicts
        .iter_mut()
        .find(|open| open.id == conflict && open.settled_at.is_none());
    let open = open.ok_or(Refusal::NotFound)?;
    open.settled_at = Some(now);
    Ok(open.field.clone())
}

/// What stood goes into the history, as when a worker answers anew.
fn take(after: &mut OrderAggregate, conflict: ConflictId, value: OpId, now: WallTime) -> Result<(), Refusal> {
    let version = after.order.version.next();
    let ConflictField::Checklist(item) = settle(after, conflict, now)? else {
        return Err(Refusal::NotFound);
    };
    let line = after.checklist.iter_mut().find(|line| line.item == item);
    let line = line.ok_or(Refusal::NotFound)?;
    let place = line.history.iter().position(|past| past.op == value);
    let taken = line.history.remove(place.ok_or(Refusal::NotFound)?);
    let replaced = line.answer.replace(PastValue { version, ..taken });
    line.history.extend(replaced);
    Ok(())
}
