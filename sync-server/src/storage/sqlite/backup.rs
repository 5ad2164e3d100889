//! Copies of the database. A copy is marked, so that opening it is noticed (`storage/restored.rs`).

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::storage::StorageResult;
use crate::storage::restored::MARK;

const SET: &str =
    "INSERT INTO setting (key, value) VALUES ($1, 'true') ON CONFLICT (key) DO UPDATE SET value = 'true'";

/// Writes a consistent, marked copy to `to`, which must not exist.
pub(super) async fn copy(from: &mut SqliteConnection, to: &Path) -> StorageResult<()> {
    let name = to.display().to_string();
    sqlx::query("VACUUM INTO ?1").bind(name).execute(from).await?;
    let mut copy = SqliteConnectOptions::new().filename(to).connect().await?;
    sqlx::query(SET).bind(MARK).execute(&mut copy).await?;
    copy.close().await?;
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}
