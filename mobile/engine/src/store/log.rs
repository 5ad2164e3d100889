//! What happened between this phone and the office, for somebody who has to find out why something did not arrive.
//!
//! Codes and numbers only: no name, no number of a citizen, no address, no token, nothing that was written or photographed.
//! Bounded: the oldest line goes when a new one comes.

use kuitti_shared::unit::WallTime;
use rusqlite::{Connection, params};

use super::Result;
use super::column::{self, Column};
use crate::protocol::LogLine;

/// So many lines are kept: some days of work, some tens of kilobytes.
const MOST_LINES: i64 = 500;

/// Adds a line.
pub(crate) fn write(store: &Connection, at: WallTime, event: &str, detail: &str) -> Result<()> {
    store
        .prepare_cached("INSERT INTO sync_log (at, event, detail) VALUES (?1, ?2, ?3)")?
        .execute(params![at.stored(), event, detail])?;
    store
        .prepare_cached("DELETE FROM sync_log WHERE line <= (SELECT max(line) FROM sync_log) - ?1")?
        .execute([MOST_LINES])?;
    Ok(())
}

/// All lines, the latest first.
pub(crate) fn lines(store: &Connection) -> Result<Vec<LogLine>> {
    let mut query = store.prepare_cached("SELECT at, event, detail FROM sync_log ORDER BY line DESC")?;
    let rows = query.query_map([], |row| {
        Ok(LogLine {
            at: column::get(row, 0)?,
            event: row.get(1)?,
            detail: row.get(2)?,
        })
    })?;
    rows.collect()
}
