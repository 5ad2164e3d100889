//! The end of a shift: what was done, and whether the server has said that nothing is missing.

use kuitti_shared::operation::Kind;
use kuitti_shared::unit::WallTime;
use rusqlite::Connection;

use super::receipts::receipts;
use crate::protocol::{ReceiptLine, ReceiptState, ReceiptSubject, ShiftSummary};
use crate::store::decoded::Decoded;
use crate::store::{Result, meta, outbox, taken, upload};

pub(crate) fn shift(store: &Connection, orders: &Decoded, since: WallTime) -> Result<ShiftSummary> {
    let lines = receipts(store, orders)?.lines;
    let made: Vec<&ReceiptLine> = lines.iter().filter(|line| line.made_at >= since).collect();
    let count = |wanted: &dyn Fn(&ReceiptLine) -> bool| {
        let found = made.iter().filter(|line| wanted(line)).count();
        u64::try_from(found).unwrap_or(u64::MAX)
    };
    let is_operation = |line: &ReceiptLine| matches!(line.subject, ReceiptSubject::Operation { .. });
    let is_finish = |line: &ReceiptLine| {
        let finish = Some(Kind::Finish);
        matches!(line.subject, ReceiptSubject::Operation { kind, .. } if kind == finish)
    };
    let is_to_read = |line: &ReceiptLine| matches!(line.state, ReceiptState::NeedsAttention { .. });
    let mut summary = ShiftSummary {
        finished: count(&is_finish),
        operations: count(&is_operation),
        photos: count(&|line| !is_operation(line)),
        operations_here: outbox::unacknowledged_count(store)?.0,
        photos_here: upload::queued_count(store)?.0 + upload::parked_count(store)? + taken::count(store)?,
        to_read: count(&is_to_read),
        confirmed_at: None,
    };
    if summary.operations_here + summary.photos_here == 0 {
        summary.confirmed_at = confirmed_at(store)?;
    }
    Ok(summary)
}

/// When the server last left nothing to say, provided that its numbering has come as far as the phone's.
fn confirmed_at(store: &Connection) -> Result<Option<WallTime>> {
    let numbering = meta::get(store, &meta::NUMBERING)?;
    let has_all = numbering.is_some_and(|numbering| numbering.acked == numbering.last);
    let last_success = meta::get(store, &meta::LAST_SUCCESS)?;
    Ok(last_success.filter(|_| has_all))
}
