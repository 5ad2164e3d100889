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
use crate::storage::{FeedRow, ScopeRow, StorageError, WriteTx};

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
    let wanted: BTreeSet<Scope> = orders.iter().flat_map(|order| members(order)).collect();
    let wanted: Vec<Scope> = wanted.into_iter().collect();
    let feeds = Feeds::lock(tx, &ids, &wanted).await?;
    let mut lines: BTreeMap<Scope, Vec<Line>> = BTreeMap::new();
    for aggregate in orders {
        let (order, version) = (aggregate.order.id, aggregate.order.version);
        let wanted = members(aggregate);
        let all: BTreeSet<Scope> = feeds.with(order).chain(wanted.clone()).collect();
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
    feeds.write(tx, &lines, now).await
}

/// Takes an order out of one scope.
pub(crate) async fn leave(
    tx: &mut dyn WriteTx,
    scope: Scope,
    order: OrderId,
    why: GoneReason,
    now: WallTime,
) -> Result<()> {
    let feeds = Feeds::lock(tx, &[order], &[scope]).await?;
    let line = Line {
        order,
        version: feeds.line(scope, order).map_or(Version(0), |row| row.version),
        gone: Some(why),
        is_over: true,
    };
    feeds.write(tx, &BTreeMap::from([(scope, vec![line])]), now).await
}

/// Locked scopes, with the lines that some orders have in them.
struct Feeds {
    scopes: BTreeMap<Scope, ScopeRow>,
    lines: Vec<(Scope, FeedRow)>,
}

impl Feeds {
    /// The scopes in which `orders` are, and `others`.
    async fn lock(tx: &mut dyn WriteTx, orders: &[OrderId], others: &[Scope]) -> Result<Self> {
        let scopes = tx.lock_scopes(orders, others).await?;
        let names: Vec<Scope> = scopes.keys().copied().collect();
        Ok(Self {
            lines: tx.feed_lines(&names, orders).await?,
            scopes,
        })
    }

    fn line(&self, scope: Scope, order: OrderId) -> Option<&FeedRow> {
        let mut own = self.lines.iter();
        let own = own.find(|(feed, line)| *feed == scope && line.order == order);
        own.map(|(_, line)| line)
    }

    /// The scopes in which an order is.
    fn with(&self, order: OrderId) -> impl Iterator<Item = Scope> {
        let own = self.lines.iter();
        let present = own.filter(move |(_, line)| line.order == order && line.gone.is_none());
        present.map(|(scope, _)| *scope)
    }

    /// Gives lines their numbers, and stores them with their scopes.
    async fn write(
        mut self,
        tx: &mut dyn WriteTx,
        lines: &BTreeMap<Scope, Vec<Line>>,
        now: WallTime,
    ) -> Result<()> {
        let (mut changed, mut feed) = (Vec::new(), Vec::new());
        for (scope, lines) in lines {
            let mut row = self.scopes.remove(scope).ok_or(StorageError::Value("scope"))?;
            let before = feed.len();
            for line in lines {
                let old = self.line(*scope, line.order);
                if line.is_over && old.is_some_and(|old| old.gone == Some(GoneReason::Aged)) {
                    continue;
                }
                feed.push((*scope, line.numbered(&mut row, old)));
            }
            if feed.len() > before {
                changed.push((*scope, row));
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        tx.put_feeds(&changed, &feed, now).await?;
        for (scope, _) in changed {
            tx.poke(Poke::Scope { scope });
        }
        Ok(())
    }
}

impl Line {
    /// The line as the scope's next. `old` is the order's line until now.
    fn numbered(&self, row: &mut ScopeRow, old: Option<&FeedRow>) -> FeedRow {
        if let Some(old) = old.filter(|old| old.gone.is_none()) {
            row.digest = row.digest.without(self.order, old.version);
        }
        if self.gone.is_none() {
            row.digest = row.digest.with(self.order, self.version);
        }
        row.head += 1;
        FeedRow {
            order: self.order,
            seq: row.head,
            version: self.version,
            gone: self.gone,
            is_over: self.is_over,
        }
    }
}
