//! What workers bring back is merged per field (SYNC.md rule 6): children are add-only by operation id, checklist lines
//! are registers.

use super::{Change, Effect, Verdict};
use crate::domain::{
    ConflictField, Exemption, ItemValue, MaterialUse, Note, OrderAggregate, PastValue, PhotoRecord,
    Suggestion, TimeEntry,
};
use crate::id::{ItemCode, Sha256Hex};
use crate::operation::{Action, PhotoTaken};
use crate::rules::late_completion::Attention;
use crate::sync::{ReceiptOutcome, code};

pub(super) fn apply(change: &mut Change<'_>) -> Verdict {
    let (op, worker) = (change.operation.op_id, change.received.hand.worker);
    match &change.operation.action {
        Action::Check { item, value } => return answer(change, item, value.clone()),
        Action::Measure { item, value, .. } => return answer(change, item, ItemValue::Number(*value)),
        Action::Photo(taken) => add_photo(change, taken),
        Action::Note { text } => {
            let at = change.received.occurred;
            change.after.notes.push(Note {
                op,
                worker,
                at,
                text: text.clone(),
                hidden: false,
            });
        }
        Action::CouldNot { what, reason } => {
            let at = change.received.occurred;
            change.after.exemptions.push(Exemption {
                op,
                worker,
                at,
                what: what.clone(),
                reason: reason.clone(),
            });
        }
        Action::Material {
            article,
            thousandths,
            cost,
        } => {
            let article = article.clone();
            change.after.materials.push(MaterialUse {
                op,
                worker,
                article,
                thousandths: *thousandths,
                cost: *cost,
            });
        }
        Action::Time { kind, minutes } => {
            change.after.times.push(TimeEntry {
                op,
                worker,
                kind: *kind,
                minutes: *minutes,
            });
        }
        Action::Suggest { field, value } => {
            change.after.suggestions.push(Suggestion {
                op,
                worker,
                field: *field,
                value: value.clone(),
            });
        }
        _ => return Verdict::recorded(code::RECORDED),
    }
    Verdict::APPLIED
}

fn add_photo(change: &mut Change<'_>, taken: &PhotoTaken) {
    change.after.photos.push(PhotoRecord {
        photo: taken.photo,
        op: change.operation.op_id,
        worker: change.received.hand.worker,
        at: change.received.occurred,
        role: taken.role,
        sha256: taken.sha256.clone(),
        size: taken.size,
        width: taken.width,
        height: taken.height,
        taken_at: taken.taken_at,
        taken_where: taken.taken_where,
        arrived: false,
        hidden: false,
    });
    change.effects.push(Effect::PhotoAwaited {
        photo: taken.photo,
        sha256: taken.sha256.clone(),
    });
}

/// The later arrival stands; a value that the device had not seen and did not make itself is a clash.
fn answer(change: &mut Change<'_>, item: &ItemCode, value: ItemValue) -> Verdict {
    let received = *change.received;
    let new = PastValue {
        value,
        op: change.op_id(),
        worker: received.hand.worker,
        device: received.device,
        at: received.occurred,
        version: change.version(),
    };
    let Some(entry) = change
        .after
        .checklist
        .iter_mut()
        .find(|entry| entry.item == *item)
    else {
        return Verdict::recorded(code::NOT_FOUND);
    };
    let base = change.operation.base.version;
    let replaced = entry.answer.replace(new.clone());
    let clash = replaced
        .as_ref()
        .is_some_and(|old| old.version > base && old.device != new.device && old.value != new.value);
    entry.history.extend(replaced);
    if clash {
        change.open_conflict(
            ConflictField::Checklist(item.clone()),
            Attention::Info,
            code::CHECKLIST_CLASH,
        );
        Verdict {
            outcome: ReceiptOutcome::AppliedConflict,
            code: code::CHECKLIST_CLASH,
        }
    } else {
        Verdict::APPLIED
    }
}

/// The order after the bytes of a photo arrived, or `None` when it has no such photo that still waits.
#[must_use]
pub fn photo_arrived(aggregate: &OrderAggregate, sha256: &Sha256Hex) -> Option<OrderAggregate> {
    let waits = |photo: &PhotoRecord| photo.sha256 == *sha256 && !photo.arrived;
    if !aggregate.photos.iter().any(waits) {
        return None;
    }
    let mut after = aggregate.clone();
    for photo in after.photos.iter_mut().filter(|photo| waits(photo)) {
        photo.arrived = true;
    }
    after.order.version = after.order.version.next();
    Some(after)
}
