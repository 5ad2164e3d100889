//! Stores a changed order and lets everything follow from it.

use kuitti_shared::apply::Effect;
use kuitti_shared::domain::OrderAggregate;

use super::stages::StageChange;
use super::{effects, feeds, stages};
use crate::act::Act;
use crate::error::Result;
use crate::notices;
use crate::pokes::Poke;
use crate::storage::WriteTx;

/// A change of an order, for whoever has to follow it.
#[derive(Debug, Clone, Copy)]
pub struct OrderChange<'a> {
    /// Before; none when it is new.
    pub before: Option<&'a OrderAggregate>,
    /// After.
    pub after: &'a OrderAggregate,
    /// What the rules say follows.
    pub effects: &'a [Effect],
    /// The stages of its requests that moved.
    pub stages: &'a [StageChange],
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
    record(tx, before, after, effects, act).await?;
    feeds::publish(tx, [after], act.now).await
}

/// As [`store`], but for the feeds: who changes many orders publishes them together at the end.
pub(crate) async fn record(
    tx: &mut dyn WriteTx,
    before: Option<&OrderAggregate>,
    after: &OrderAggregate,
    effects: &[Effect],
    act: &Act,
) -> Result<()> {
    tx.put_order(after, act.now).await?;
    effects::carry_out(tx, before, after, effects, act).await?;
    let stages = stages::refresh(tx, after.order.id, act.now).await?;
    let change = OrderChange {
        before,
        after,
        effects,
        stages: &stages,
    };
    notices::on_order_changed(tx, change, act).await?;
    tx.poke(Poke::Order {
        order: after.order.id,
    });
    Ok(())
}
