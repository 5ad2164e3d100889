//! Which scope brings which order, and what happens to an order that none brings any more (SYNC.md rule 5).

use std::collections::BTreeMap;

use kuitti_shared::id::OrderId;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::{Cursor, Scope};
use kuitti_shared::sync::response::{Gone, GoneReason};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Result;
use super::base;
use super::column::{self, Column};
use super::taken;

/// An order is in a scope.
pub(crate) fn enter(store: &Connection, scope: &Scope, order: OrderId) -> Result<()> {
    store
        .prepare_cached("INSERT OR IGNORE INTO membership (scope, order_id) VALUES (?1, ?2)")?
        .execute(params![scope.to_string(), order.stored()])?;
    store
        .prepare_cached("DELETE FROM leaving WHERE order_id = ?1")?
        .execute([order.stored()])?;
    Ok(())
}

/// An order left a scope. Whether it leaves the device is known when every scope has said all it has to say.
pub(crate) fn leave(store: &Connection, scope: &Scope, gone: Gone) -> Result<()> {
    store
        .prepare_cached("DELETE FROM membership WHERE scope = ?1 AND order_id = ?2")?
        .execute(params![scope.to_string(), gone.order.stored()])?;
    store
        .prepare_cached("INSERT OR REPLACE INTO leaving (order_id, reason) VALUES (?1, ?2)")?
        .execute(params![gone.order.stored(), gone.reason.code()])?;
    Ok(())
}

/// The membership in a scope ended, with all its orders.
pub(crate) fn close(store: &Connection, scope: &Scope) -> Result<()> {
    for statement in [
        "DELETE FROM membership WHERE scope = ?1",
        "DELETE FROM cursor WHERE scope = ?1",
        "DELETE FROM staging WHERE scope = ?1",
        "DELETE FROM staged_order WHERE scope = ?1",
    ] {
        store.prepare_cached(statement)?.execute([scope.to_string()])?;
    }
    Ok(())
}

/// Takes orders that no scope brings any more off the device; those with unsent work stay in the tray, without their
/// citizen's contact. Returns the orders that look different now.
pub(crate) fn sweep(store: &Connection) -> Result<Vec<OrderId>> {
    let mut query = store.prepare_cached(
        "SELECT id,
                EXISTS (SELECT 1 FROM pending_op WHERE order_id = id)
                OR EXISTS (SELECT 1 FROM upload WHERE upload.order_id = id AND state = 'queued'),
                document ->> '$.order.contact' IS NOT NULL
         FROM base_order WHERE id NOT IN (SELECT order_id FROM membership)",
    )?;
    let outsiders = query
        .query_map([], |row| Ok((column::get(row, 0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<Vec<(OrderId, bool, bool)>>>()?;
    let taken = taken::orders(store)?;
    let is_taken = |order: OrderId| taken.as_ref().is_none_or(|taken| taken.contains(&order));
    let mut changed = Vec::new();
    for (order, has_unsent_work, names_citizen) in outsiders {
        if !has_unsent_work && !is_taken(order) {
            base::remove(store, order)?;
            changed.push(order);
        } else if put_into_tray(store, order)? || names_citizen {
            forget_contact(store, order)?;
            changed.push(order);
        }
    }
    // A reason without an order on the device has nothing left to explain.
    store.execute(
        "DELETE FROM leaving WHERE order_id NOT IN (SELECT id FROM base_order)",
        [],
    )?;
    Ok(changed)
}

fn put_into_tray(store: &Connection, order: OrderId) -> Result<bool> {
    let inserted = store
        .prepare_cached("INSERT OR IGNORE INTO leaving (order_id, reason) VALUES (?1, ?2)")?
        .execute(params![order.stored(), GoneReason::Other.code()])?;
    Ok(inserted > 0)
}

fn forget_contact(store: &Connection, order: OrderId) -> Result<()> {
    if let Some(mut aggregate) = base::get(store, order)? {
        aggregate.order.contact = None;
        base::put(store, &aggregate)?;
    }
    Ok(())
}

/// Why each order in the tray is no longer this worker's.
pub(crate) fn tray(store: &Connection) -> Result<BTreeMap<OrderId, GoneReason>> {
    let mut query = store.prepare_cached(
        "SELECT id, coalesce(reason, '') FROM base_order LEFT JOIN leaving ON order_id = id
         WHERE id NOT IN (SELECT order_id FROM membership)",
    )?;
    let rows = query.query_map([], |row| {
        Ok((
            column::get(row, 0)?,
            GoneReason::from_code(&row.get::<_, String>(1)?),
        ))
    })?;
    rows.collect()
}

/// What the device holds of a scope, to compare with what the server says (SYNC.md rule 9).
pub(crate) fn digest(store: &Connection, scope: &Scope) -> Result<Digest> {
    let mut query = store.prepare_cached(
        "SELECT id, version FROM base_order JOIN membership ON order_id = id WHERE scope = ?1",
    )?;
    let rows = query.query_map([scope.to_string()], |row| {
        Ok((column::get(row, 0)?, column::get(row, 1)?))
    })?;
    rows.collect()
}

/// How far the device has got in each scope; a scope whose snapshot is under way continues there.
pub(crate) fn cursors(store: &Connection) -> Result<BTreeMap<Scope, Cursor>> {
    let mut query = store.prepare_cached(
        "SELECT scope, epoch, seq FROM staging
         UNION ALL
         SELECT scope, epoch, seq FROM cursor WHERE scope NOT IN (SELECT scope FROM staging)",
    )?;
    let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, read_cursor(row, 1)?)))?;
    let known = rows.filter_map(|row| match row {
        Ok((scope, cursor)) => scope.parse().ok().map(|scope| Ok((scope, cursor))),
        Err(error) => Some(Err(error)),
    });
    known.collect()
}

/// The cursor of a scope, snapshots under way left out.
pub(crate) fn cursor(store: &Connection, scope: &Scope) -> Result<Option<Cursor>> {
    store
        .prepare_cached("SELECT epoch, seq FROM cursor WHERE scope = ?1")?
        .query_row([scope.to_string()], |row| read_cursor(row, 0))
        .optional()
}

/// A cursor in two columns that begin at `index`.
fn read_cursor(row: &Row<'_>, index: usize) -> Result<Cursor> {
    Ok(Cursor {
        epoch: column::get(row, index)?,
        seq: column::get(row, index + 1)?,
    })
}

/// Moves the cursor of a scope on.
pub(crate) fn set_cursor(store: &Connection, scope: &Scope, cursor: Cursor) -> Result<()> {
    store
        .prepare_cached(
            "INSERT INTO cursor (scope, epoch, seq, mismatches) VALUES (?1, ?2, ?3, 0)
             ON CONFLICT DO UPDATE SET epoch = ?2, seq = ?3",
        )?
        .execute(params![
            scope.to_string(),
            cursor.epoch.stored(),
            cursor.seq.stored()
        ])?;
    Ok(())
}

/// Compares with the server's digest. The second mismatch in a row gives the cursor up: a snapshot follows.
pub(crate) fn compare(store: &Connection, scope: &Scope, theirs: Digest) -> Result<Comparison> {
    if digest(store, scope)? == theirs {
        store
            .prepare_cached("UPDATE cursor SET mismatches = 0 WHERE scope = ?1")?
            .execute([scope.to_string()])?;
        return Ok(Comparison::Same);
    }
    store
        .prepare_cached("UPDATE cursor SET mismatches = mismatches + 1 WHERE scope = ?1")?
        .execute([scope.to_string()])?;
    store
        .prepare_cached("DELETE FROM cursor WHERE scope = ?1 AND mismatches >= 2")?
        .execute([scope.to_string()])?;
    Ok(Comparison::Differs)
}

/// What a comparison of digests says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// Device and server hold the same.
    Same,
    /// They do not.
    Differs,
}
