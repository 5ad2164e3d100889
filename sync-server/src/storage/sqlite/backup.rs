//! Copies of the database. A copy is marked, so that opening it is noticed (`storage/restored.rs`).

use std::path::Path;

use rusqlite::Connection;

use crate::storage::StorageResult;
use crate::storage::restored::MARK;

const SET: &str =
    "INSERT INTO setting (key, value) VALUES ($1, 'true') ON CONFLICT (key) DO UPDATE SET value = 'true'";

/// Writes a consistent, marked copy to `to`, which must not exist.
pub(super) fn copy(from: &Connection, to: &Path) -> StorageResult<()> {
    from.execute("VACUUM INTO ?1", [to.display().to_string()])?;
    Connection::open(to)?.execute(SET, [MARK])?;
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}
