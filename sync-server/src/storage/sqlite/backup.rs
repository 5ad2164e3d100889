//! Copies of the database, and what happens when one is opened (SYNC.md rule 11).
//!
//! A copy is marked. Opening a marked one means that the town came back from the past: devices know more than the
//! server, so that every scope begins a new epoch (they pull snapshots and send again what the server forgot), and a
//! message that waited when the copy was made may have left since, so that a person decides about it.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};

use crate::storage::StorageResult;

const MARK: &str = "INSERT INTO setting (key, value) VALUES ('copy', 'true') ON CONFLICT (key) DO NOTHING";
const UNMARK: &str = "DELETE FROM setting WHERE key = 'copy' RETURNING key";
const NEW_EPOCH: &str = "UPDATE scope SET epoch = epoch + 1";
const UNCERTAIN: &str = "UPDATE notice SET state = 'uncertain', due_at = NULL, leased_until = NULL, \
                         doc = json_set(doc, '$.state', json('{\"state\":\"uncertain\"}')) \
                         WHERE state IN ('waiting', 'leased')";

/// Writes a consistent, marked copy to `to`, which must not exist.
pub(super) async fn copy(from: &mut SqliteConnection, to: &Path) -> StorageResult<()> {
    let name = to.display().to_string();
    sqlx::query("VACUUM INTO ?1").bind(name).execute(from).await?;
    let mut copy = SqliteConnectOptions::new().filename(to).connect().await?;
    copy.execute(MARK).await?;
    copy.close().await?;
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// Looks whether this database is a copy that is opened for the first time.
pub(super) async fn welcome_copy(connection: &mut SqliteConnection) -> StorageResult<()> {
    let mut tx = connection.begin().await?;
    if sqlx::query(UNMARK).fetch_optional(&mut *tx).await?.is_some() {
        tracing::warn!("this is a restored copy: devices will send again what came after it");
        tx.execute(NEW_EPOCH).await?;
        tx.execute(UNCERTAIN).await?;
    }
    tx.commit().await?;
    Ok(())
}
