//! The native shell: files in a directory, the system's clocks, a thread of its own.

mod blobs;
mod clock;
mod handle;
mod lab;
mod stores;

use std::path::Path;
use std::rc::Rc;

use kuitti_shared::unit::Millis;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

pub use blobs::DirectoryBlobs;
pub use clock::SystemClock;
pub use handle::{EngineGone, EngineHandle};
pub use lab::ThreadLab;
pub use stores::DirectoryStores;

use crate::error::EngineError;
use crate::ports::{Always, BlobError, Blobs, Cost, PortFuture, Ports, Random, Timer};
use crate::sync::HttpTransport;

/// Opens the store's file: WAL, and every commit on disk before it returns.
///
/// # Errors
/// When SQLite cannot open it.
pub fn open_connection(file: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Plans do not look at values: otherwise a statement with a comparison is planned anew whenever it gets another one.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// The ports of this machine, with files below `directory`.
///
/// # Errors
/// When the directory cannot be made.
pub fn ports(directory: &Path) -> Result<Ports, EngineError> {
    let blobs = DirectoryBlobs::open(directory.join("photos"))
        .map_err(|error| BlobError::Failed(error.to_string()))?;
    Ok(ports_with(Rc::new(blobs)))
}

/// The ports of this machine, with other files. Nobody pays by the byte for a computer's network.
#[must_use]
pub fn ports_with(blobs: Rc<dyn Blobs>) -> Ports {
    Ports {
        clock: Rc::new(SystemClock::new()),
        timer: Rc::new(TokioTimer),
        random: Rc::new(SystemRandom),
        blobs,
        lab: Rc::new(ThreadLab),
        link: Rc::new(Always(Cost::Free)),
        transport: Rc::new(HttpTransport::default()),
    }
}

/// Waits by tokio's clock.
#[derive(Debug, Clone, Copy)]
pub struct TokioTimer;

impl Timer for TokioTimer {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the port that everything else asks"
    )]
    fn sleep(&self, span: Millis) -> PortFuture<'_, ()> {
        let span = std::time::Duration::from_millis(u64::try_from(span.0).unwrap_or(0));
        Box::pin(tokio::time::sleep(span))
    }
}

/// The system's randomness.
#[derive(Debug, Clone, Copy)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn bits(&self) -> u128 {
        let mut bytes = [0; 16];
        // Without randomness ids repeat time only; the store refuses two that are the same.
        if getrandom::fill(&mut bytes).is_err() {
            bytes.fill(0);
        }
        u128::from_le_bytes(bytes)
    }
}
