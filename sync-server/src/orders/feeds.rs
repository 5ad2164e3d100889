//! Who has to hear of an order: its scopes, and the lines in their feeds (SYNC.md rules 4, 5 and 9).
//!
//! | order | scopes |
//! |---|---|
//! | cancelled, or merged into another | none |
//! | finished or closed by somebody whom it was no longer assigned to | that worker's own |
//! | otherwise | its assignee's |

use std::collections::BTreeSet;

use kuitti_shared::domain::{Assignee, Extent, OrderAggregate, OrderStatus, Standing};
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Version, WallTime};

use crate::error::Result;
use crate::pokes::Poke;
use crate::storage::{FeedRow, WriteTx};

/// The scope of an assignee.
const fn scope_of(assignee: Assignee) -> Scope {
    match assignee {
        Assignee::Crew(crew) => Scope::Crew(crew),
        Assignee::Worker(worker) => Scope::Worker(worker),
    }
}

/// The scopes in which an order belongs, by the table above.
pub(crate) fn members(aggregate: &OrderAggregate) -> BTreeSet<Scope> {
    let order = &aggregate.order;
    if order.status == OrderStatus::Cancelled || order.merged_into.is_some() {
        return BTreeSet::new();
    }
    let scope = finished_by_former(aggregate).or_else(|| order.assignee.map(scope_of));
    scope.into_iter().collect()
}

/// The scope of the worker whose completion counts although the order had gone to somebody else.
fn finished_by_former(aggregate: &OrderAggregate) -> Option<Scope> {
    let counting = aggregate.current_visits().filter(|visit| {
        visit
            .finish()
            .is_some_and(|(_, extent, standing)| extent == Extent::Whole && standing == Standing::Counts)
    });
    let visit = counting.last()?;
    let is_former = visit.epoch != aggregate.order.assignment_epoch;
    (is_former && aggregate.order.status.is_terminal()).then_some(Scope::Worker(visit.worker))
}

fn reason(aggregate: &OrderAggregate) -> GoneReason {
    if aggregate.order.status == OrderStatus::Cancelled {
        GoneReason::Cancelled
    } else if aggregate.order.merged_into.is_some() {
        GoneReason::Other
    } else if finished_by_former(aggregate).is_some() {
        GoneReason::DoneByOther
    } else {
        GoneReason::Reassigned
    }
}

/// Writes the lines of a changed order into the feeds of all scopes that have it or had it.
pub(crate) async fn publish(tx: &mut dyn WriteTx, aggregate: &OrderAggregate, now: WallTime) -> Result<()> {
    let order = aggregate.order.id;
    let present: BTreeSet<Scope> = tx.scopes_of(order).await?.into_iter().collect();
    let wanted = members(aggregate);
    for scope in present.union(&wanted) {
        let gone = (!wanted.contains(scope)).then(|| reason(aggregate));
        write_line(tx, *scope, order, aggregate.order.version, gone, now).await?;
    }
    Ok(())
}

/// Takes an order out of one scope.
pub(crate) async fn leave(
    tx: &mut dyn WriteTx,
    scope: Scope,
    order: OrderId,
    why: GoneReason,
    now: WallTime,
) -> Result<()> {
    let version = tx
        .feed_of(scope, order)
        .await?
        .map_or(Version(0), |row| row.version);
    write_line(tx, scope, order, version, Some(why), now).await
}

async fn write_line(
    tx: &mut dyn WriteTx,
    scope: Scope,
    order: OrderId,
    version: Version,
    gone: Option<GoneReason>,
    now: WallTime,
) -> Result<()> {
    let mut row = tx.lock_scope(scope).await?;
    let old = tx.feed_of(scope, order).await?.filter(|old| old.gone.is_none());
    if let Some(old) = old {
        row.digest = row.digest.without(order, old.version);
    }
    if gone.is_none() {
        row.digest = row.digest.with(order, version);
    }
    row.head += 1;
    tx.put_scope(scope, &row).await?;
    let line = FeedRow {
        order,
        seq: row.head,
        version,
        gone,
    };
    tx.put_feed(scope, &line, now).await?;
    tx.poke(Poke::Scope { scope });
    Ok(())
}
