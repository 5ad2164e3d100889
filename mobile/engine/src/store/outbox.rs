//! Operations that the server has not taken into the base yet.
//!
//! ```text
//! tap -> pending (outcome empty) -> acknowledged (outcome known) -> sent_log, once the base shows the result
//! ```
//! Numbers are gapless from 1 within an incarnation (SYNC.md rule 1); the bytes of an operation change only when it is
//! renumbered, its id never.

use std::collections::BTreeSet;

use kuitti_shared::id::{IncarnationId, OpId, OrderId};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::sync::{Receipt, ReceiptOutcome};
use kuitti_shared::unit::{Seq, WallTime};
use rusqlite::{Connection, params};
use serde_json::{Map, Value};

use super::column::{self, Column};
use super::{Result, meta, upload};
use crate::error::EngineError;

/// An operation that waits for its acknowledgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Its number.
    pub(crate) seq: Seq,
    /// Its id.
    pub(crate) op_id: OpId,
    /// About which order.
    pub(crate) order: Option<OrderId>,
    /// What it does.
    pub(crate) kind: String,
    /// When it was made.
    pub(crate) made_at: WallTime,
    /// What is sent.
    pub(crate) bytes: Vec<u8>,
}

/// The number for the next operation. It counts as given out.
pub(crate) fn next_number(store: &Connection, numbering: &mut meta::Numbering) -> Result<Seq> {
    numbering.last = numbering.last.next();
    meta::set(store, &meta::NUMBERING, numbering)?;
    Ok(numbering.last)
}

/// Appends an operation with its number.
pub(crate) fn append(
    store: &Connection,
    incarnation: IncarnationId,
    operation: &WireOperation,
) -> std::result::Result<(), EngineError> {
    let bytes = serde_json::to_vec(operation)?;
    let mut insert = store.prepare_cached(
        "INSERT INTO pending_op (place, incarnation, seq, op_id, order_id, kind, made_at, bytes)
         VALUES ((SELECT coalesce(max(place), 0) + 1 FROM pending_op), ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute(params![
        incarnation.stored(),
        operation.seq.stored(),
        operation.op_id.stored(),
        operation.order.as_ref().map(Column::stored),
        operation.kind,
        operation.at.wall.stored(),
        bytes,
    ])?;
    Ok(())
}

/// The orders on which something was done in the moment of the latest operation, sent or not.
pub(crate) fn touched_last(store: &Connection) -> Result<BTreeSet<OrderId>> {
    let Some(numbering) = meta::get(store, &meta::NUMBERING)? else {
        return Ok(BTreeSet::new());
    };
    let mut query = store.prepare_cached(
        "SELECT seq, made_at, order_id FROM pending_op WHERE incarnation = ?1 AND order_id IS NOT NULL
         UNION ALL SELECT seq, made_at, order_id FROM sent_log WHERE incarnation = ?1 AND order_id IS NOT NULL
         ORDER BY seq DESC",
    )?;
    let mut rows = query.query([numbering.incarnation.stored()])?;
    let (mut orders, mut moment) = (BTreeSet::new(), None::<WallTime>);
    while let Some(row) = rows.next()? {
        let made_at = column::get(row, 1)?;
        if *moment.get_or_insert(made_at) != made_at {
            break;
        }
        orders.insert(column::get(row, 2)?);
    }
    Ok(orders)
}

/// Operations to push, in sequence, at most `limit`.
pub(crate) fn unacknowledged(store: &Connection, limit: usize) -> Result<Vec<Waiting>> {
    let mut query = store.prepare_cached(
        "SELECT seq, op_id, order_id, kind, made_at, bytes FROM pending_op
         WHERE outcome IS NULL ORDER BY seq LIMIT ?1",
    )?;
    let rows = query.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
        Ok(Waiting {
            seq: column::get(row, 0)?,
            op_id: column::get(row, 1)?,
            order: column::get_optional(row, 2)?,
            kind: row.get(3)?,
            made_at: column::get(row, 4)?,
            bytes: row.get(5)?,
        })
    })?;
    rows.collect()
}

/// How many operations are only on this phone, and since when.
pub(crate) fn unacknowledged_count(store: &Connection) -> Result<(u64, Option<WallTime>)> {
    store
        .prepare_cached("SELECT count(*), min(made_at) FROM pending_op WHERE outcome IS NULL")?
        .query_row([], |row| {
            Ok((column::get(row, 0)?, column::get_optional(row, 1)?))
        })
}

/// Writes the server's verdict on an operation.
pub(crate) fn acknowledge(store: &Connection, receipt: &Receipt) -> Result<()> {
    store
        .prepare_cached("UPDATE pending_op SET outcome = ?2, code = ?3 WHERE op_id = ?1 AND outcome IS NULL")?
        .execute(params![
            receipt.op_id.stored(),
            receipt.outcome.code(),
            receipt.code
        ])?;
    Ok(())
}

/// The server has `op_ids` and says no more about them: their answer was lost.
pub(crate) fn acknowledge_unheard(store: &Connection, op_ids: &[OpId]) -> Result<()> {
    let mut update = store.prepare_cached(
        "UPDATE pending_op SET outcome = ?2, code = 'applied' WHERE op_id = ?1 AND outcome IS NULL",
    )?;
    for op_id in op_ids {
        update.execute(params![op_id.stored(), ReceiptOutcome::Duplicate.code()])?;
    }
    Ok(())
}

/// The server lacks everything from `seq` on (it was restored from a backup): that is sent again.
pub(crate) fn rewind_to(store: &Connection, seq: Seq) -> std::result::Result<(), EngineError> {
    let Some(numbering) = meta::get(store, &meta::NUMBERING)? else {
        return Ok(());
    };
    let incarnation = numbering.incarnation.stored();
    store.execute(
        "UPDATE pending_op SET outcome = NULL, code = NULL WHERE incarnation = ?1 AND seq >= ?2",
        params![incarnation, seq.stored()],
    )?;
    // Back in front of what is pending, in their old order.
    store.execute(
        "INSERT INTO pending_op (place, incarnation, seq, op_id, order_id, kind, made_at, bytes)
         SELECT (SELECT coalesce(min(place), 0) FROM pending_op) - row_number() OVER (ORDER BY seq DESC),
                incarnation, seq, op_id, order_id, kind, made_at, bytes
         FROM sent_log WHERE incarnation = ?1 AND seq >= ?2",
        params![incarnation, seq.stored()],
    )?;
    store.execute(
        "DELETE FROM sent_log WHERE incarnation = ?1 AND seq >= ?2",
        params![incarnation, seq.stored()],
    )?;
    upload::offer_arrived_again(store)?;
    let acked = Seq(seq.0.saturating_sub(1));
    let first = unacknowledged(store, 1)?.first().map(|waiting| waiting.seq);
    if first == Some(seq) {
        meta::set(store, &meta::NUMBERING, &meta::Numbering { acked, ..numbering })?;
        Ok(())
    } else {
        // What came in between is no longer on this phone: the rest closes up.
        renumber(store, numbering.incarnation, acked)
    }
}

/// Numbers everything that is not acknowledged anew, from the one after `acked`. Ids stay (SYNC.md rule 1).
pub(crate) fn renumber(
    store: &Connection,
    incarnation: IncarnationId,
    acked: Seq,
) -> std::result::Result<(), EngineError> {
    let mut query =
        store.prepare("SELECT op_id, bytes FROM pending_op WHERE outcome IS NULL ORDER BY place")?;
    let waiting: Vec<(OpId, Vec<u8>)> = query
        .query_map([], |row| Ok((column::get(row, 0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    // Out of the way first: numbers are unique at every moment.
    store.execute(
        "UPDATE pending_op SET seq = -place - (1 << 40) WHERE outcome IS NULL",
        [],
    )?;
    let mut last = acked;
    for (op_id, bytes) in waiting {
        last = last.next();
        store
            .prepare_cached("UPDATE pending_op SET incarnation = ?2, seq = ?3, bytes = ?4 WHERE op_id = ?1")?
            .execute(params![
                op_id.stored(),
                incarnation.stored(),
                last.stored(),
                with_number(bytes, last)
            ])?;
    }
    let numbering = meta::Numbering {
        incarnation,
        last,
        acked,
    };
    meta::set(store, &meta::NUMBERING, &numbering)?;
    Ok(())
}

/// The same operation under another number. Fields that this release does not know stay.
fn with_number(bytes: Vec<u8>, seq: Seq) -> Vec<u8> {
    let renumbered = serde_json::from_slice::<Map<String, Value>>(&bytes).and_then(|mut fields| {
        fields.insert("seq".to_owned(), seq.0.into());
        serde_json::to_vec(&fields)
    });
    // Damaged bytes stay as they are: the push wraps them.
    renumbered.unwrap_or(bytes)
}

/// The operations on `order` in the order in which they were made, acknowledged ones included.
pub(crate) fn on_order(store: &Connection, order: OrderId) -> Result<Vec<Vec<u8>>> {
    let mut query =
        store.prepare_cached("SELECT bytes FROM pending_op WHERE order_id = ?1 ORDER BY place")?;
    let rows = query.query_map([order.stored()], |row| row.get(0))?;
    rows.collect()
}
