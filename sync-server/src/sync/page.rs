//! One page of one scope (SYNC.md rules 4, 5, 9, 10, 14).
//!
//! A snapshot is a delta from 0: only its first page says so, the following ones continue its cursor. While it lasts
//! the cursor carries [`UNDER_WAY`], because it may be below what the feed has forgotten without missing anything: as long
//! as the feed forgets nothing more. One that was interrupted for a month begins again.

use std::collections::BTreeMap;

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::limits;
use kuitti_shared::sync::request::{Cursor, Scope};
use kuitti_shared::sync::response::{Gone, PageMode, ScopePage};

use crate::error::Result;
use crate::storage::{FeedRow, ReadTx, ScopeRow};

/// Marks the epoch of a cursor within a snapshot. Epochs stay below; above stands how much was forgotten when it began.
const UNDER_WAY: u64 = 1 << 40;
/// So much of what was forgotten fits above the mark, below the sign.
const FORGOTTEN: u64 = (1 << 22) - 1;

/// A scope in which nothing ever was.
const EMPTY: ScopeRow = ScopeRow {
    epoch: 1,
    head: 0,
    gc_seq: 0,
    digest: Digest { n: 0, x: 0 },
};

/// Where a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Start {
    mode: PageMode,
    after: u64,
    in_snapshot: bool,
}

/// The next page for a device with this cursor; none when it has everything.
pub(super) async fn next(
    tx: &mut dyn ReadTx,
    scope: Scope,
    cursor: Option<Cursor>,
    limit: usize,
    town_epoch: u64,
) -> Result<Option<ScopePage>> {
    let mut row = tx.scope(scope).await?.unwrap_or(EMPTY);
    row.epoch += town_epoch;
    let start = start(&row, cursor);
    if start.mode == PageMode::Delta && !start.in_snapshot && start.after == row.head {
        return Ok(None);
    }
    let at_most = u32::try_from(limit.saturating_add(1)).unwrap_or(u32::MAX);
    let mut lines = tx.feed_after(scope, start.after, at_most).await?;
    let mut more = lines.len() > limit;
    lines.truncate(limit);
    let mut orders = load(tx, &lines).await?;
    more |= cut(&mut lines, &orders)?;
    let reached = if more {
        lines.last().map_or(start.after, |line| line.seq)
    } else {
        row.head
    };
    let mut page = ScopePage {
        mode: start.mode,
        changes: Vec::new(),
        gone: Vec::new(),
        cursor: Cursor {
            epoch: if more && start.in_snapshot {
                under_way(&row)
            } else {
                row.epoch
            },
            seq: reached,
        },
        more,
        digest: (!more).then_some(row.digest),
    };
    for line in lines {
        match line.gone {
            Some(reason) => page.gone.push(Gone {
                order: line.order,
                reason,
            }),
            None => page.changes.extend(orders.remove(&line.order)),
        }
    }
    if page.mode == PageMode::Snapshot {
        page.gone.clear();
    }
    Ok(Some(page))
}

fn start(row: &ScopeRow, cursor: Option<Cursor>) -> Start {
    let snapshot = Start {
        mode: PageMode::Snapshot,
        after: 0,
        in_snapshot: true,
    };
    let Some(cursor) = cursor else {
        return snapshot;
    };
    let in_snapshot = cursor.epoch == under_way(row);
    let continues = in_snapshot || (cursor.epoch == row.epoch && cursor.seq >= row.gc_seq);
    if continues && cursor.seq <= row.head {
        Start {
            mode: PageMode::Delta,
            after: cursor.seq,
            in_snapshot,
        }
    } else {
        snapshot
    }
}

/// The epoch of a cursor within a snapshot.
const fn under_way(row: &ScopeRow) -> u64 {
    row.epoch | UNDER_WAY | (row.gc_seq & FORGOTTEN) << 41
}

async fn load(tx: &mut dyn ReadTx, lines: &[FeedRow]) -> Result<BTreeMap<OrderId, OrderAggregate>> {
    let present: Vec<OrderId> = lines
        .iter()
        .filter(|line| line.gone.is_none())
        .map(|line| line.order)
        .collect();
    if present.is_empty() {
        return Ok(BTreeMap::new());
    }
    let orders = tx.orders(&present).await?;
    Ok(orders
        .into_iter()
        .map(|aggregate| (aggregate.order.id, aggregate))
        .collect())
}

/// Ends the page where it becomes too large; the first order always goes. Says whether something was cut off.
fn cut(lines: &mut Vec<FeedRow>, orders: &BTreeMap<OrderId, OrderAggregate>) -> Result<bool> {
    let mut bytes = 0;
    for (place, line) in lines.iter().enumerate() {
        if let Some(aggregate) = orders.get(&line.order) {
            bytes += size(aggregate)?;
        }
        if bytes > limits::BYTES_DOWN && place > 0 {
            lines.truncate(place);
            return Ok(true);
        }
    }
    Ok(false)
}

fn size(aggregate: &OrderAggregate) -> Result<usize> {
    let mut counter = Counter(0);
    serde_json::to_writer(&mut counter, aggregate).map_err(crate::storage::StorageError::from)?;
    Ok(counter.0)
}

/// Counts bytes without keeping them.
struct Counter(usize);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
