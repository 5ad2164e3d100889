//! Stores changed orders and lets everything follow from them.

use kuitti_shared::apply::Effect;
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;

use super::cases::Cases;
use super::{conflicts, effects, feeds, stages};
use crate::act::{Act, Novelty};
use crate::error::Result;
use crate::notices;
use crate::pokes::Poke;
use crate::storage::WriteTx;

/// A change of an order, for whoever has to follow it.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Before, as it was loaded in this transaction; none when it is new.
    pub before: Option<&'a OrderAggregate>,
    /// After.
    pub after: &'a OrderAggregate,
    /// What the rules say follows.
    pub effects: &'a [Effect],
    /// Is it new, or told again by a device after a restored backup?
    pub novelty: Novelty,
}

/// Stores `after` and carries out what follows. `before` is what was loaded in this transaction.
///
/// # Errors
/// When the storage fails.
pub async fn store(
    tx: &mut dyn WriteTx,
    before: Option<&OrderAggregate>,
    after: &OrderAggregate,
    effects: &[Effect],
    act: &Act,
) -> Result<()> {
    let change = Change {
        before,
        after,
        effects,
        novelty: act.novelty,
    };
    store_all(tx, &[change], act).await
}

/// The same for many orders, with as few statements as for one.
pub(crate) async fn store_all(tx: &mut dyn WriteTx, changes: &[Change<'_>], act: &Act) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let orders: Vec<&OrderAggregate> = changes.iter().map(|change| change.after).collect();
    tx.put_orders(&orders, act.now).await?;
    for change in changes {
        effects::carry_out(tx, change, &act.of(change.novelty)).await?;
        conflicts::follow(tx, change.before, change.after, act).await?;
    }
    if !changes.iter().any(|change| effects::reach_others(change.effects)) {
        return follow(tx, changes, &orders, act).await;
    }
    // An order of this push may be among the others.
    let ids: Vec<OrderId> = orders.iter().map(|order| order.order.id).collect();
    let stored = tx.orders(&ids).await?;
    follow(tx, changes, &stored.iter().collect::<Vec<_>>(), act).await
}

/// Stages, messages, feeds and pokes of orders that are stored, as they stand now.
pub(super) async fn follow(
    tx: &mut dyn WriteTx,
    changes: &[Change<'_>],
    orders: &[&OrderAggregate],
    act: &Act,
) -> Result<()> {
    let mut cases = Cases::around(tx, orders).await?;
    for change in changes {
        let moved = stages::refresh(&mut cases, change.after.order.id, act.now);
        notices::on_order_changed(&mut cases, change, &moved, &act.of(change.novelty));
    }
    cases.store(tx).await?;
    notices::tell_staff(tx, changes, act).await?;
    for order in orders {
        tx.poke(Poke::Order {
            order: order.order.id,
        });
    }
    feeds::publish(tx, orders, act.now).await
}
