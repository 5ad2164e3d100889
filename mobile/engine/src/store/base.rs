//! The last truth from the server, as documents.

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Base;
use kuitti_shared::unit::{AssignmentEpoch, Version};
use rusqlite::{Connection, OptionalExtension, params};

use super::Result;
use super::column::{self, Column, Json};

/// Writes an order as the server has it. The view follows when everything of this sync is here.
pub(crate) fn put(store: &Connection, aggregate: &OrderAggregate) -> Result<()> {
    store
        .prepare_cached(
            "INSERT INTO base_order (id, version, assignment_epoch, view_is_stale, document) VALUES (?1, ?2, ?3, 1, ?4)
             ON CONFLICT DO UPDATE SET version = ?2, assignment_epoch = ?3, view_is_stale = 1, document = ?4",
        )?
        .execute(params![
            aggregate.order.id.stored(),
            aggregate.order.version.stored(),
            aggregate.order.assignment_epoch.0,
            Json(aggregate),
        ])?;
    Ok(())
}

/// An order as the server has it.
pub(crate) fn get(store: &Connection, order: OrderId) -> Result<Option<OrderAggregate>> {
    store
        .prepare_cached("SELECT document FROM base_order WHERE id = ?1")?
        .query_row([order.stored()], |row| row.get(0))
        .optional()
        .map(|found| found.map(|Json(aggregate)| aggregate))
}

/// What an operation made now is based on.
pub(crate) fn knowledge(store: &Connection, order: OrderId) -> Result<Option<Base>> {
    store
        .prepare_cached("SELECT version, assignment_epoch FROM base_order WHERE id = ?1")?
        .query_row([order.stored()], |row| {
            Ok(Base {
                version: column::get::<Version>(row, 0)?,
                assignment_epoch: AssignmentEpoch(row.get(1)?),
            })
        })
        .optional()
}

/// Marks a view that no longer follows from the base.
pub(crate) fn mark_stale(store: &Connection, order: OrderId) -> Result<()> {
    store
        .prepare_cached("UPDATE base_order SET view_is_stale = 1 WHERE id = ?1")?
        .execute([order.stored()])?;
    Ok(())
}

/// The orders whose view no longer follows from the base.
pub(crate) fn stale(store: &Connection) -> Result<Vec<OrderId>> {
    let mut query = store.prepare_cached("SELECT id FROM base_order WHERE view_is_stale = 1")?;
    query.query_map([], |row| column::get(row, 0))?.collect()
}

/// Takes an order off the device.
pub(crate) fn remove(store: &Connection, order: OrderId) -> Result<()> {
    for statement in [
        "DELETE FROM base_order WHERE id = ?1",
        "DELETE FROM view_order WHERE id = ?1",
        "DELETE FROM leaving WHERE order_id = ?1",
        "DELETE FROM seen_order WHERE order_id = ?1",
    ] {
        store.prepare_cached(statement)?.execute([order.stored()])?;
    }
    Ok(())
}
