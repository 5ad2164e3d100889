//! What the worker sees: the base with pending operations played on top, by the same function that the server uses.

use kuitti_shared::apply::{Received, apply};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{DeviceId, OrderId};
use kuitti_shared::operation::{Operation, WireOperation};
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::unit::{Millis, WallTime};
use rusqlite::{Connection, OptionalExtension, params};

use super::column::{Column, Json};
use super::{Result, base, meta, outbox};

/// On whose behalf operations are played.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Player {
    /// The worker with the crew.
    pub(crate) hand: Hand,
    /// The device.
    pub(crate) device: DeviceId,
    /// How long a finish can be taken back.
    pub(crate) undo_window: Millis,
}

impl Player {
    /// The worker of this device; none before it is enrolled.
    pub(crate) fn of(store: &Connection) -> Result<Option<Self>> {
        let session = meta::get(store, &meta::SESSION)?;
        let town = meta::get(store, &meta::TOWN)?;
        Ok(session.zip(town).map(|(session, town)| Self {
            hand: meta::hand(&town),
            device: session.device,
            undo_window: town.undo_window,
        }))
    }

    fn play(&self, aggregate: &OrderAggregate, operation: &Operation, made_at: WallTime) -> OrderAggregate {
        let received = Received::on_device(self.hand, self.device, made_at, self.undo_window);
        apply(aggregate, operation, &received).aggregate
    }
}

/// An order as the worker sees it.
pub(crate) fn get(store: &Connection, order: OrderId) -> Result<Option<OrderAggregate>> {
    store
        .prepare_cached("SELECT document FROM view_order WHERE id = ?1")?
        .query_row([order.stored()], |row| row.get(0))
        .optional()
        .map(|found| found.map(|Json(aggregate)| aggregate))
}

/// Plays one operation on the view: what a tap does.
pub(crate) fn play(
    store: &Connection,
    player: &Player,
    order: OrderId,
    operation: &Operation,
    made_at: WallTime,
) -> Result<()> {
    match get(store, order)? {
        Some(seen) => put(store, &player.play(&seen, operation, made_at)),
        None => Ok(()),
    }
}

/// Makes the view of an order anew from the base and everything pending, in sequence.
pub(crate) fn rebuild(store: &Connection, player: &Player, order: OrderId) -> Result<()> {
    let pending = outbox::on_order(store, order)?;
    if pending.is_empty() {
        copy(store, order)?;
    } else if let Some(truth) = base::get(store, order)? {
        put(store, &replay(player, truth, &pending))?;
    }
    store
        .prepare_cached("UPDATE base_order SET view_is_stale = 0 WHERE id = ?1")?
        .execute([order.stored()])?;
    Ok(())
}

/// Makes every view anew that no longer follows from the base. Returns their orders.
pub(crate) fn rebuild_stale(store: &Connection, player: &Player) -> Result<Vec<OrderId>> {
    let stale = base::stale(store)?;
    for order in &stale {
        rebuild(store, player, *order)?;
    }
    Ok(stale)
}

/// An operation that this release cannot decode (made before a step back to an older app) changes nothing in the view; it
/// is sent all the same.
fn replay(player: &Player, truth: OrderAggregate, pending: &[Vec<u8>]) -> OrderAggregate {
    let decoded = pending.iter().filter_map(|bytes| {
        let wire: WireOperation = serde_json::from_slice(bytes).ok()?;
        Some((wire.decode().ok()?, wire.at.wall))
    });
    decoded.fold(truth, |seen, (operation, made_at)| {
        player.play(&seen, &operation, made_at)
    })
}

fn put(store: &Connection, aggregate: &OrderAggregate) -> Result<()> {
    store
        .prepare_cached(
            "INSERT INTO view_order (id, document) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document = ?2",
        )?
        .execute(params![aggregate.order.id.stored(), Json(aggregate)])?;
    Ok(())
}

/// Without pending operations the view is the base: no need to read it.
fn copy(store: &Connection, order: OrderId) -> Result<()> {
    store
        .prepare_cached(
            "INSERT INTO view_order (id, document) SELECT id, document FROM base_order WHERE id = ?1
             ON CONFLICT DO UPDATE SET document = excluded.document",
        )?
        .execute([order.stored()])?;
    Ok(())
}
