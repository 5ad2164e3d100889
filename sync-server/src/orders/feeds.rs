//! Who has to hear of an order: its scopes, and the lines in their feeds (SYNC.md rules 4, 5 and 9).
//!
//! | order | scopes |
//! |---|---|
//! | cancelled, or merged into another | none |
//! | finished or closed by somebody whom it was no longer assigned to | that worker's own |
//! | otherwise | its assignee's |

use std::collections::{BTreeMap, BTreeSet};

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
    if aggregate.order.merged_into.is_some() {
        GoneReason::Merged
    } else if aggregate.order.status == OrderStatus::Cancelled {
        GoneReason::Cancelled
    } else if finished_by_former(aggregate).is_some() {
        GoneReason::DoneByOther
    } else {
        GoneReason::Reassigned
    }
}

/// A line that has yet to get its number.
struct Line {
    order: OrderId,
    version: Version,
    gone: Option<GoneReason>,
    /// Nothing is left to do: one that left because of its age does not come back for this.
    is_over: bool,
}

/// Writes the lines of changed orders into the feeds of all scopes that have them or had them. The last thing in a
/// transaction: scopes are locked by their ids, after everything else and for a short time.
pub(crate) async fn publish(tx: &mut dyn WriteTx, orders: &[&OrderAggregate], now: WallTime) -> Result<()> {
    let ids: Vec<OrderId> = orders.iter().map(|order| order.order.id).collect();
    let present = tx.scopes_of(&ids).await?;
    let mut lines: BTreeMap<Scope, Vec<Line>> = BTreeMap::new();
    for aggregate in orders {
        let (order, version) = (aggregate.order.id, aggregate.order.version);
        let wanted = members(aggregate);
        let present = present.iter().filter(|(present, _)| *present == order);
        let all: BTreeSet<Scope> = present.map(|(_, scope)| *scope).chain(wanted.clone()).collect();
        for scope in all {
            let gone = (!wanted.contains(&scope)).then(|| reason(aggregate));
            let is_over = aggregate.order.status.is_terminal();
            let line = Line {
                order,
                version,
                gone,
                is_over,
            };
            lines.entry(scope).or_default().push(line);
        }
    }
    for (scope, lines) in lines {
        write(tx, scope, &lines, now).await?;
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
    let line = Line {
        order,
        version,
        gone: Some(why),
        is_over: true,
    };
    write(tx, scope, &[line], now).await
}

async fn write(tx: &mut dyn WriteTx, scope: Scope, lines: &[Line], now: WallTime) -> Result<()> {
    let mut row = tx.lock_scope(scope).await?;
    let orders: Vec<OrderId> = lines.iter().map(|line| line.order).collect();
    let old = tx.feed_of_all(scope, &orders).await?;
    let mut feed = Vec::with_capacity(lines.len());
    let has_aged = |line: &Line| {
        let aged = |old: &FeedRow| old.order == line.order && old.gone == Some(GoneReason::Aged);
        line.is_over && old.iter().any(aged)
    };
    for line in lines.iter().filter(|line| !has_aged(line)) {
        let present = old
            .iter()
            .find(|old| old.order == line.order && old.gone.is_none());
        if let Some(old) = present {
            row.digest = row.digest.without(line.order, old.version);
        }
        if line.gone.is_none() {
            row.digest = row.digest.with(line.order, line.version);
        }
        row.head += 1;
        feed.push(FeedRow {
            order: line.order,
            seq: row.head,
            version: line.version,
            gone: line.gone,
            is_over: line.is_over,
        });
    }
    if feed.is_empty() {
        return Ok(());
    }
    tx.put_feed(scope, &feed, now).await?;
    tx.put_scope(scope, &row).await?;
    tx.poke(Poke::Scope { scope });
    Ok(())
}
