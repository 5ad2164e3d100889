//! Two orders are about the same problem: one goes, the other survives with everything that was brought back for both.
//!
//! | of the order that goes | |
//! |---|---|
//! | notes, photos, exemptions, material, time, suggestions, conflicts | move to the survivor |
//! | answers | stand where the survivor has none; else they stand in its history, and two values are a conflict |
//! | visits of its present closure | move; they are the survivor's own where the worker is among its assignee |
//! | visits of older closures, and a second open one of a worker who has one at the survivor | stay on record |
//! | operations that arrive later | go to the survivor ([`redirected`]) |

use super::Effect;
use super::office::{Refusal, touch};
use crate::domain::{
    Appointment, ChecklistEntry, ConflictField, ConflictRecord, OfficeDecision, OrderAggregate, OrderStatus,
    PastValue, Visit,
};
use crate::id::ConflictId;
use crate::operation::{Base, Operation};
use crate::rules::legal_moves::Hand;
use crate::rules::order_status;
use crate::sync::code;
use crate::unit::{AssignmentEpoch, WallTime};

/// Both orders after a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The one that goes: it leaves every device and cannot be decided about any more.
    pub gone: OrderAggregate,
    /// The one that stays.
    pub survivor: OrderAggregate,
    /// What follows for the one that stays.
    pub effects: Vec<Effect>,
}

/// Who is with the survivor: its present assignment, by worker. The crews of workers stand in no order, so the caller says.
pub type IsAmong<'a> = &'a dyn Fn(&Visit) -> bool;

/// Merges `order` into `survivor` at `now`; `is_among` says whose visit is by somebody among the survivor's assignee.
///
/// # Errors
/// [`Refusal`] when both are the same, one of them is over or merged, or a completion of the first waits for a word.
pub fn merge(
    order: &OrderAggregate,
    survivor: &OrderAggregate,
    is_among: IsAmong<'_>,
    now: WallTime,
) -> Result<Merged, Refusal> {
    check(order, survivor)?;
    let (mut gone, mut after) = (order.clone(), survivor.clone());
    gone.order.merged_into = Some(survivor.order.id);
    gone.order.merged_knowing = Some(survivor.order.closure_since);
    gone.order.decision = OfficeDecision::Cancelled;
    move_visits(&mut gone, &mut after, is_among);
    after.notes.append(&mut gone.notes);
    after.photos.append(&mut gone.photos);
    after.exemptions.append(&mut gone.exemptions);
    after.materials.append(&mut gone.materials);
    after.times.append(&mut gone.times);
    after.suggestions.append(&mut gone.suggestions);
    after.conflicts.append(&mut gone.conflicts);
    move_answers(&mut gone, &mut after, now);
    unite(order, &mut after, now);
    for both in [&mut gone, &mut after] {
        order_status::refresh(both);
        both.order.version = both.order.version.next();
    }
    let (from, to) = (survivor.order.status, after.order.status);
    let moved = (from != to).then_some(Effect::StatusMoved { from, to });
    Ok(Merged {
        gone,
        survivor: after,
        effects: moved.into_iter().collect(),
    })
}

fn check(order: &OrderAggregate, survivor: &OrderAggregate) -> Result<(), Refusal> {
    if order.order.id == survivor.order.id {
        return Err(Refusal::SameOrder);
    }
    for one in [order, survivor] {
        if one.order.merged_into.is_some() {
            return Err(Refusal::Merged);
        }
        if one.order.status.is_terminal() {
            return Err(Refusal::OrderIsOver);
        }
    }
    if order.order.status == OrderStatus::FinishedUnconfirmed {
        return Err(Refusal::AwaitsConfirmation);
    }
    Ok(())
}

fn move_visits(gone: &mut OrderAggregate, after: &mut OrderAggregate, is_among: IsAmong<'_>) {
    let (from, to) = (gone.order.closure, after.order.closure);
    let busy = |visits: &[Visit], own: &Visit| {
        let mut there = visits
            .iter()
            .filter(|there| there.closure == to && there.is_active());
        own.is_active() && there.any(|there| there.worker == own.worker)
    };
    for mut visit in std::mem::take(&mut gone.visits) {
        if visit.closure != from || busy(&after.visits, &visit) {
            gone.visits.push(visit);
            continue;
        }
        // What somebody declined was the other order: this one's assignee still has this one.
        visit.epoch = if visit.is_active() && is_among(&visit) {
            after.order.assignment_epoch
        } else {
            AssignmentEpoch::ELSEWHERE
        };
        visit.closure = to;
        after.visits.push(visit);
    }
}

fn move_answers(gone: &mut OrderAggregate, after: &mut OrderAggregate, now: WallTime) {
    let version = after.order.version.next();
    for line in &mut gone.checklist {
        let mut moved: Vec<PastValue> = std::mem::take(&mut line.history);
        let answer = line.answer.take();
        moved.iter_mut().for_each(|value| value.version = version);
        let answer = answer.map(|answer| PastValue { version, ..answer });
        if moved.is_empty() && answer.is_none() {
            continue;
        }
        let place = place_of(after, line);
        let Some(target) = after.checklist.get_mut(place) else {
            continue;
        };
        target.history.append(&mut moved);
        let Some(answer) = answer else { continue };
        let Some(standing) = &target.answer else {
            target.answer = Some(answer);
            continue;
        };
        let clashes = standing.value != answer.value;
        let id = ConflictId(answer.op.0);
        target.history.push(answer);
        if clashes && after.conflicts.iter().all(|known| known.id != id) {
            after.conflicts.push(ConflictRecord {
                id,
                field: ConflictField::Checklist(line.item.clone()),
                review: false,
                code: code::CHECKLIST_CLASH.to_owned(),
                opened_at: now,
                settled_at: None,
            });
        }
    }
}

/// Where the survivor has this line; one that it lacks is added, so that no answer is lost.
fn place_of(after: &mut OrderAggregate, line: &ChecklistEntry) -> usize {
    let found = after.checklist.iter().position(|there| there.item == line.item);
    found.unwrap_or_else(|| {
        after.checklist.push(ChecklistEntry {
            required: false,
            answer: None,
            history: Vec::new(),
            ..line.clone()
        });
        after.checklist.len() - 1
    })
}

/// The survivor is as urgent as the more urgent of both, the sooner of two agreed times that are still to come stands, and its
/// worker reads what was said of both.
fn unite(order: &OrderAggregate, after: &mut OrderAggregate, now: WallTime) {
    let other = &order.order;
    let before = after.order.clone();
    let survivor = &mut after.order;
    survivor.priority = before.priority.max(other.priority);
    survivor.due_at = earlier(before.due_at, other.due_at);
    survivor.warn_at = earlier(before.warn_at, other.warn_at);
    let is_to_come = |agreed: &Appointment| agreed.until > now;
    let both = [before.appointment, other.appointment].into_iter().flatten();
    let next = both.filter(is_to_come).min_by_key(|agreed| agreed.from);
    survivor.appointment = next.or(before.appointment);
    if survivor.contact.is_none() {
        survivor.contact.clone_from(&other.contact);
    }
    let said = other.description.trim();
    if !survivor.description.contains(said) {
        survivor.description = format!("{}\n\n{said}", survivor.description).trim().to_owned();
    }
    let changed = [
        ("priority", survivor.priority != before.priority),
        ("due_at", survivor.due_at != before.due_at),
        ("appointment", survivor.appointment != before.appointment),
        ("description", survivor.description != before.description),
    ];
    for (field, _) in changed.into_iter().filter(|(_, has_changed)| *has_changed) {
        touch(after, field);
    }
}

fn earlier(one: Option<WallTime>, other: Option<WallTime>) -> Option<WallTime> {
    one.into_iter().chain(other).min()
}

/// An operation that was made on `merged`, as one on its survivor. The worker had not seen that one: whoever is among its
/// assignee acts under its present assignment, anybody else under none; and all that the worker knows of it is the closure in
/// which both were merged.
#[must_use]
pub fn redirected(
    operation: &Operation,
    merged: &OrderAggregate,
    survivor: &OrderAggregate,
    hand: Hand,
) -> Operation {
    let known = merged
        .order
        .merged_knowing
        .unwrap_or(survivor.order.closure_since);
    let assignment_epoch = if hand.is_among(survivor.order.assignee) {
        survivor.order.assignment_epoch
    } else {
        AssignmentEpoch::ELSEWHERE
    };
    Operation {
        base: Base {
            version: known,
            assignment_epoch,
        },
        ..operation.clone()
    }
}
