//! Which conflicts wait for the office, and what there is to choose between.
//!
//! | conflict, open | waits for the office |
//! |---|---|
//! | two values for one checklist line | yes |
//! | a completion, an undo: for review | yes |
//! | a completion, an undo: good to know | as long as a completion waits for a word |

use crate::domain::{ConflictField, ConflictRecord, OrderAggregate, PastValue, Standing, Visit};
use crate::sync::code;

/// Does this conflict wait for a person in the office?
#[must_use]
pub fn waits(aggregate: &OrderAggregate, conflict: &ConflictRecord) -> bool {
    if conflict.settled_at.is_some() {
        return false;
    }
    match conflict.field {
        ConflictField::Checklist(_) => true,
        ConflictField::Completion | ConflictField::Undo => {
            conflict.review || unconfirmed(aggregate).next().is_some()
        }
    }
}

/// The conflicts of an order that wait for the office.
pub fn waiting(aggregate: &OrderAggregate) -> impl Iterator<Item = &ConflictRecord> {
    aggregate
        .conflicts
        .iter()
        .filter(|conflict| waits(aggregate, conflict))
}

/// Completions that wait for somebody's word.
pub fn unconfirmed(aggregate: &OrderAggregate) -> impl Iterator<Item = &Visit> {
    aggregate.current_visits().filter(|visit| {
        visit
            .finish()
            .is_some_and(|(.., standing)| standing == Standing::Unconfirmed)
    })
}

/// Has a verdict with this code still something to say? That a colleague was at work has not, once no completion waits for a word.
#[must_use]
pub fn is_news(aggregate: &OrderAggregate, code: &str) -> bool {
    code != code::ANOTHER_AT_WORK || unconfirmed(aggregate).next().is_some()
}

/// The values that did not make it, latest first, each once: what can be taken instead of the one that stands.
#[must_use]
pub fn other_values<'a>(aggregate: &'a OrderAggregate, conflict: &ConflictRecord) -> Vec<&'a PastValue> {
    let ConflictField::Checklist(item) = &conflict.field else {
        return Vec::new();
    };
    let Some(line) = aggregate.checklist.iter().find(|line| line.item == *item) else {
        return Vec::new();
    };
    let mut others: Vec<&PastValue> = Vec::new();
    for past in line.history.iter().rev() {
        let stands = line
            .answer
            .as_ref()
            .is_some_and(|answer| answer.value == past.value);
        if !stands && others.iter().all(|other| other.value != past.value) {
            others.push(past);
        }
    }
    others
}
