//! SQLite on the origin private file system.
//!
//! The `sahpool` VFS answers a commit after the browser has flushed it; WAL is refused there, so the journal is
//! deleted at each commit. Needs a dedicated worker, and the lock of [`super::locks`].

use rusqlite::Connection;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfg, install};

use crate::shell::error::ShellError;

/// Makes OPFS the place where SQLite puts its files.
pub async fn install_file_system() -> Result<(), ShellError> {
    install::<WasmOsCallback>(&OpfsSAHPoolCfg::default(), true)
        .await
        .map(drop)
        .map_err(|error| ShellError::Store(error.to_string()))
}

/// Opens a store by its name; [`install_file_system`] comes first.
pub fn open(name: &str) -> Result<Connection, ShellError> {
    let connection = Connection::open(name).map_err(|error| ShellError::Store(error.to_string()))?;
    connection
        .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
        .map_err(|error| ShellError::Store(error.to_string()))?;
    Ok(connection)
}
