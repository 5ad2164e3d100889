//! Two orders about the same problem become one: whoever reported either of them hears of the one that is left.

use std::collections::BTreeMap;

use kuitti_shared::apply::merge::{Merged, merge as united};
use kuitti_shared::apply::redirect;
use kuitti_shared::domain::{OrderAggregate, Visit};
use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::rules::legal_moves::Hand;
use serde_json::json;

use super::change::refused;
use super::{Change, entry, load, store_all};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::pokes::Poke;
use crate::storage::{ReadTx, WriteTx};

/// An order that can be reached by this many merges is one that was merged in a circle.
const MERGES: usize = 16;

/// Merges `order` into `into` with everything that follows; says what became of the survivor.
///
/// # Errors
/// 404 `order_unknown`; 409 `merge_into_itself`, `order_merged`, `order_is_over`, `awaits_confirmation`; or when the storage
/// fails.
pub async fn merge(tx: &mut dyn WriteTx, order: OrderId, into: OrderId, act: &Act) -> Result<OrderAggregate> {
    let (before, survivor) = both(tx, order, into).await?;
    let hands = hands(tx, &before).await?;
    let is_among = |visit: &Visit| {
        let hand = hands.get(&visit.worker);
        hand.is_some_and(|hand| hand.is_among(survivor.order.assignee))
    };
    let Merged {
        gone,
        survivor: after,
        effects,
    } = united(&before, &survivor, &is_among, act.now).map_err(refused)?;
    // Linked first: no request is without an open order in between.
    for request in tx.requests_of_order(order).await? {
        tx.link_request(into, request).await?;
        tx.poke(Poke::Request { request });
    }
    let change = |before, after, effects| Change {
        before: Some(before),
        after,
        effects,
        novelty: act.novelty,
    };
    let changes = [change(&before, &gone, &[]), change(&survivor, &after, &effects)];
    store_all(tx, &changes, act).await?;
    tx.audit(&entry("order.merged", order, json!({ "order": into }), act))
        .await?;
    tx.audit(&entry("order.absorbed", into, json!({ "order": order }), act))
        .await?;
    Ok(after)
}

/// Both orders, locked by their ids: two merges the other way round wait for each other.
async fn both(
    tx: &mut dyn WriteTx,
    order: OrderId,
    into: OrderId,
) -> Result<(OrderAggregate, OrderAggregate)> {
    let mut loaded = BTreeMap::new();
    for id in [order.min(into), order.max(into)] {
        loaded.insert(id, load(tx, id).await?);
    }
    let one = loaded.get(&order).cloned();
    one.zip(loaded.remove(&into))
        .ok_or_else(|| Error::Internal("an order is not there that was loaded".to_owned()))
}

/// Everybody who visited an order, in the crew of today.
async fn hands(tx: &mut dyn ReadTx, order: &OrderAggregate) -> Result<BTreeMap<WorkerId, Hand>> {
    let mut hands = BTreeMap::new();
    for visit in &order.visits {
        let record = tx.worker(visit.worker).await?;
        let crew = record.and_then(|record| record.worker.crew);
        let worker = visit.worker;
        hands.insert(worker, Hand { worker, crew });
    }
    Ok(hands)
}

/// An order, and the merges that lead to it.
#[derive(Debug)]
pub(crate) struct Found {
    /// The order that is left.
    pub(crate) order: OrderAggregate,
    /// Those that were merged, from the one that was named to the last.
    pub(crate) merged: Vec<OrderAggregate>,
}

/// An order, or the one into which it was merged.
///
/// # Errors
/// When orders are merged in a circle, which no decision does.
pub(crate) async fn survivor(tx: &mut dyn ReadTx, order: OrderId) -> Result<Option<Found>> {
    let (mut id, mut merged) = (order, Vec::new());
    while merged.len() < MERGES {
        let Some(aggregate) = tx.order(id).await? else {
            return Ok(None);
        };
        match redirect(&aggregate) {
            Some(next) => {
                id = next;
                merged.push(aggregate);
            }
            None => {
                return Ok(Some(Found {
                    order: aggregate,
                    merged,
                }));
            }
        }
    }
    Err(Error::Internal("orders are merged in a circle".to_owned()))
}
