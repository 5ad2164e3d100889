//! What is still missing before the work counts as done.

use crate::domain::{ChecklistEntry, Missing, OrderAggregate, PhotoRole, RequiredEvidence};

/// Everything that the category asks for, and nobody has brought or said why it could not be brought.
#[must_use]
pub fn missing(aggregate: &OrderAggregate) -> Vec<Missing> {
    let roles = aggregate.order.evidence.iter();
    let photos = roles
        .map(|evidence: &RequiredEvidence| evidence.photo_role())
        .filter(|role| !has_photo(aggregate, *role))
        .map(Missing::Photo);
    let items = aggregate.checklist.iter();
    let items = items
        .filter(|entry: &&ChecklistEntry| entry.required && !entry.is_answered())
        .map(|entry| Missing::Item(entry.item.clone()));
    photos
        .chain(items)
        .filter(|what| !aggregate.exemptions.iter().any(|exempt| exempt.what == *what))
        .collect()
}

/// What it takes to say of an order, without opening it, that it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuickFinish {
    /// Nothing: all that the category asks for is here.
    AsItIs,
    /// A photo taken afterwards.
    WithPhoto,
    /// Its own screen: something else is missing.
    OnItsOwn,
}

/// Whether an order can be finished together with others at its place.
#[must_use]
pub fn quick_finish(aggregate: &OrderAggregate) -> QuickFinish {
    match missing(aggregate).as_slice() {
        [] => QuickFinish::AsItIs,
        [Missing::Photo(PhotoRole::After)] => QuickFinish::WithPhoto,
        _ => QuickFinish::OnItsOwn,
    }
}

/// A file that could not be opened on the device counts: the worker did what was asked, and the office sees that it has to look.
fn has_photo(aggregate: &OrderAggregate, role: PhotoRole) -> bool {
    aggregate
        .photos
        .iter()
        .any(|photo| photo.role == role && !photo.hidden)
}
