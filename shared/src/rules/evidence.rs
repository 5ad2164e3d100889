//! What is still missing before the work counts as done.

use crate::domain::{ItemValue, OrderAggregate, PhotoRole, RequiredEvidence};
use crate::id::ItemCode;

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", tag = "missing", content = "what")]
pub enum Missing {
    /// A photo in this role.
    Photo(PhotoRole),
    /// An answer to this checklist line.
    Item(ItemCode),
}

/// Everything that the category asks for and nobody has brought yet.
#[must_use]
pub fn missing(aggregate: &OrderAggregate) -> Vec<Missing> {
    let photos = aggregate
        .order
        .evidence
        .iter()
        .map(|evidence: &RequiredEvidence| evidence.photo_role());
    let photos = photos
        .filter(|role| !has_photo(aggregate, *role))
        .map(Missing::Photo);
    let items = aggregate.checklist.iter().filter(|entry| entry.required);
    let items = items.filter(|entry| {
        !entry
            .answer
            .as_ref()
            .is_some_and(|answer| is_answer(&answer.value))
    });
    photos
        .chain(items.map(|entry| Missing::Item(entry.item.clone())))
        .collect()
}

fn has_photo(aggregate: &OrderAggregate, role: PhotoRole) -> bool {
    aggregate
        .photos
        .iter()
        .any(|photo| photo.role == role && !photo.hidden)
}

fn is_answer(value: &ItemValue) -> bool {
    match value {
        ItemValue::Tick(ticked) => *ticked,
        ItemValue::Number(number) => number.is_finite(),
        ItemValue::Text(text) => !text.trim().is_empty(),
    }
}
