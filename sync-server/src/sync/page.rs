//! One page of one scope (SYNC.md rules 4, 5, 9, 10, 14).
//!
//! A snapshot is a delta from 0: only its first page says so, the following ones continue its cursor. While it lasts
//! the cursor carries [`UNDER_WAY`], because it may be below what the feed has forgotten without missing anything: as long
//! as the feed forgets nothing more. One that was interrupted for a month begins again.

use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::limits;
use kuitti_shared::sync::request::{Cursor, Scope};
use kuitti_shared::sync::response::{Gone, PageMode, ScopePage};

use serde_json::value::RawValue;

use crate::error::Result;
use crate::storage::{FeedLine, Glance, ReadTx, ScopeRow};

/// A page with orders as they are stored.
pub(super) type Page = ScopePage<Box<RawValue>>;

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

/// A scope's row as devices know it, of which the town's epoch is a part.
pub(super) fn row_of(glance: &Glance, scope: Scope) -> ScopeRow {
    let row = glance.scopes.get(&scope).copied().unwrap_or(EMPTY);
    ScopeRow {
        epoch: row.epoch + glance.epoch,
        ..row
    }
}

/// Has a device with this cursor less than everything?
pub(super) fn is_due(row: &ScopeRow, cursor: Option<Cursor>) -> bool {
    let start = start(row, cursor);
    start.mode == PageMode::Snapshot || start.in_snapshot || start.after != row.head
}

/// The next page for a device with this cursor; none when it has everything.
pub(super) async fn next(
    tx: &mut dyn ReadTx,
    scope: Scope,
    row: &ScopeRow,
    cursor: Option<Cursor>,
    limit: usize,
) -> Result<Option<Page>> {
    if !is_due(row, cursor) {
        return Ok(None);
    }
    let start = start(row, cursor);
    let at_most = u32::try_from(limit.saturating_add(1)).unwrap_or(u32::MAX);
    let mut lines = tx.feed_after(scope, start.after, at_most).await?;
    let mut more = lines.len() > limit;
    lines.truncate(limit);
    more |= cut(&mut lines);
    let reached = if more {
        lines.last().map_or(start.after, |line| line.row.seq)
    } else {
        row.head
    };
    let mut page = ScopePage {
        mode: start.mode,
        changes: Vec::new(),
        gone: Vec::new(),
        cursor: Cursor {
            epoch: if more && start.in_snapshot {
                under_way(row)
            } else {
                row.epoch
            },
            seq: reached,
        },
        more,
        digest: (!more).then_some(row.digest),
    };
    for line in lines {
        match line.row.gone {
            Some(reason) => page.gone.push(Gone {
                order: line.row.order,
                reason,
            }),
            None => page.changes.extend(line.document),
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

/// Ends the page where it becomes too large; the first order always goes. Says whether something was cut off.
fn cut(lines: &mut Vec<FeedLine>) -> bool {
    let mut bytes = 0;
    let fits = |(place, line): &(usize, &FeedLine)| {
        bytes += line.document.as_ref().map_or(0, |order| order.get().len());
        bytes <= limits::BYTES_DOWN || *place == 0
    };
    let fitting = lines.iter().enumerate().take_while(fits).count();
    let is_cut = fitting < lines.len();
    lines.truncate(fitting);
    is_cut
}
