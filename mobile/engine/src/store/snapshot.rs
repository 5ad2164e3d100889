//! A snapshot is collected aside and swapped in as a whole (SYNC.md rule 10): a crash midway leaves the old state.
//! Pending operations, photos and their queue are never touched.

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::request::{Cursor, Scope};
use rusqlite::{Connection, params};

use super::Result;
use super::column::{Column, Json};
use super::membership;

/// Is a snapshot of this scope under way?
pub(crate) fn under_way(store: &Connection, scope: &Scope) -> Result<bool> {
    store
        .prepare_cached("SELECT 1 FROM staging WHERE scope = ?1")?
        .exists([scope.to_string()])
}

/// Begins anew: what was collected before belongs to another edition of the scope.
pub(crate) fn begin(store: &Connection, scope: &Scope) -> Result<()> {
    for statement in [
        "DELETE FROM staged_order WHERE scope = ?1",
        "DELETE FROM staging WHERE scope = ?1",
    ] {
        store.prepare_cached(statement)?.execute([scope.to_string()])?;
    }
    Ok(())
}

/// Remembers how far it has got.
pub(crate) fn reach(store: &Connection, scope: &Scope, cursor: Cursor) -> Result<()> {
    store
        .prepare_cached("INSERT OR REPLACE INTO staging (scope, epoch, seq) VALUES (?1, ?2, ?3)")?
        .execute(params![
            scope.to_string(),
            cursor.epoch.stored(),
            cursor.seq.stored()
        ])?;
    Ok(())
}

/// Puts an order aside.
pub(crate) fn collect(store: &Connection, scope: &Scope, aggregate: &OrderAggregate) -> Result<()> {
    store
        .prepare_cached(
            "INSERT OR REPLACE INTO staged_order (scope, order_id, version, assignment_epoch, document)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            scope.to_string(),
            aggregate.order.id.stored(),
            aggregate.order.version.stored(),
            aggregate.order.assignment_epoch.0,
            Json(aggregate),
        ])?;
    Ok(())
}

/// An order left while the snapshot was under way.
pub(crate) fn drop_order(store: &Connection, scope: &Scope, order: OrderId) -> Result<()> {
    store
        .prepare_cached("DELETE FROM staged_order WHERE scope = ?1 AND order_id = ?2")?
        .execute(params![scope.to_string(), order.stored()])?;
    Ok(())
}

/// Swaps the collected orders in: what was not mentioned is no longer in the scope.
pub(crate) fn swap_in(store: &Connection, scope: &Scope, cursor: Cursor) -> Result<()> {
    for statement in [
        "DELETE FROM membership WHERE scope = ?1",
        "INSERT INTO membership (scope, order_id) SELECT scope, order_id FROM staged_order WHERE scope = ?1",
        "DELETE FROM leaving WHERE order_id IN (SELECT order_id FROM staged_order WHERE scope = ?1)",
        "INSERT INTO base_order (id, version, assignment_epoch, view_is_stale, document)
         SELECT order_id, version, assignment_epoch, 1, document FROM staged_order WHERE scope = ?1
         ON CONFLICT DO UPDATE SET version = excluded.version, assignment_epoch = excluded.assignment_epoch,
                                   view_is_stale = 1, document = excluded.document",
    ] {
        store.prepare_cached(statement)?.execute([scope.to_string()])?;
    }
    begin(store, scope)?;
    membership::set_cursor(store, scope, cursor)
}
