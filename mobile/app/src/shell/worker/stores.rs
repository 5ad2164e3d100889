//! SQLite on the origin private file system.
//!
//! The `sahpool` VFS answers a commit after the browser has flushed it; WAL is refused there, so the journal is emptied at each
//! commit: to delete it and make it anew would write the pool's own book twice more. Needs a dedicated worker, and the lock of
//! [`super::locks`], so that nobody else has the store open.

use gloo_timers::future::TimeoutFuture;
use rusqlite::Connection;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfg, install};

use crate::shell::error::ShellError;

/// A tab that was just closed gives back its lock before its files.
const TRIES: u32 = 30;
const BETWEEN_TRIES: u32 = 100;
/// Room for the orders of a full day: a list of them is read without the file.
const CACHE_KB: u32 = 16_384;

/// Opens the store, and makes it first if need be.
pub(super) async fn open(name: &str) -> Result<Connection, ShellError> {
    install_file_system().await?;
    let connection = Connection::open(name).map_err(failed)?;
    connection
        .execute_batch(&format!(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; \
             PRAGMA foreign_keys = ON; PRAGMA cache_size = -{CACHE_KB};"
        ))
        .map_err(failed)?;
    Ok(connection)
}

/// Makes OPFS the place where SQLite puts its files.
async fn install_file_system() -> Result<(), ShellError> {
    let mut tries_left = TRIES;
    loop {
        match install::<WasmOsCallback>(&OpfsSAHPoolCfg::default(), true).await {
            Ok(_pool) => return Ok(()),
            Err(error) if tries_left == 0 => return Err(failed(error)),
            Err(_still_held) => tries_left -= 1,
        }
        TimeoutFuture::new(BETWEEN_TRIES).await;
    }
}

fn failed(error: impl std::fmt::Display) -> ShellError {
    ShellError::Store(error.to_string())
}
