//! Workers' stores on the origin private file system: SQLite's databases in one pool of files, photos in directories beside it.
//!
//! The `sahpool` VFS answers a commit after the browser has flushed it; WAL is refused there, so the journal is emptied at each
//! commit: to delete it and make it anew would write the pool's own book twice more. Needs a dedicated worker, and the lock of
//! [`super::locks`], so that nobody else has the stores open.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use kuitti_engine::EngineError;
use kuitti_engine::ports::{BlobError, OpenStore, PortFuture, Stores, database, store_of};
use kuitti_engine::protocol::StoreNumber;
use rusqlite::Connection;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfg, OpfsSAHPoolUtil, install};

use super::ports::OpfsBlobs;
use crate::shell::error::ShellError;

/// A tab that was just closed gives back its lock before its files.
const TRIES: u32 = 30;
const BETWEEN_TRIES: u32 = 100;
/// Room for the orders of a full day: a list of them is read without the file.
const CACHE_KB: u32 = 16_384;
const JOURNAL: &str = "-journal";
/// A database and its journal.
const FILES_OF_A_STORE: u32 = 2;

/// See the module.
pub(super) struct OpfsStores {
    pool: OpfsSAHPoolUtil,
}

impl OpfsStores {
    /// Makes OPFS the place where SQLite puts its files.
    pub(super) async fn open() -> Result<Self, ShellError> {
        let mut tries_left = TRIES;
        loop {
            match install::<WasmOsCallback>(&OpfsSAHPoolCfg::default(), true).await {
                Ok(pool) => return Ok(Self { pool }),
                Err(error) if tries_left == 0 => return Err(ShellError::Store(error.to_string())),
                Err(_still_held) => tries_left -= 1,
            }
            TimeoutFuture::new(BETWEEN_TRIES).await;
        }
    }

    /// A pool has so many files as were made beforehand.
    async fn make_room(&self, name: &str) -> Result<(), EngineError> {
        if self.pool.exists(name).map_err(failed)? {
            return Ok(());
        }
        let needed = self.pool.count() + FILES_OF_A_STORE;
        let made = self.pool.reserve_minimum_capacity(needed).await;
        made.map_err(failed)
    }

    async fn open_store(&self, store: StoreNumber) -> Result<OpenStore, EngineError> {
        let name = database(store);
        self.make_room(&name).await?;
        let connection = Connection::open(name)?;
        connection.execute_batch(&format!(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; \
             PRAGMA foreign_keys = ON; PRAGMA cache_size = -{CACHE_KB};"
        ))?;
        Ok(OpenStore {
            connection,
            blobs: Rc::new(OpfsBlobs::open(store).await.map_err(failed)?),
        })
    }
}

impl Stores for OpfsStores {
    fn list(&self) -> PortFuture<'_, Result<Vec<StoreNumber>, EngineError>> {
        let names = self.pool.list();
        let mut stores: Vec<StoreNumber> = names.iter().filter_map(|name| store_of(name)).collect();
        stores.sort_unstable();
        Box::pin(std::future::ready(Ok(stores)))
    }

    fn open(&self, store: StoreNumber) -> PortFuture<'_, Result<OpenStore, EngineError>> {
        Box::pin(self.open_store(store))
    }

    fn remove(&self, store: StoreNumber) -> PortFuture<'_, Result<(), EngineError>> {
        Box::pin(async move {
            OpfsBlobs::remove(store).await.map_err(failed)?;
            let name = database(store);
            // The database last: what is left of a removal that was cut short is still a store.
            for file in [format!("{name}{JOURNAL}"), name] {
                self.pool.delete_db(&file).map_err(failed)?;
            }
            Ok(())
        })
    }
}

fn failed(error: impl std::fmt::Display) -> EngineError {
    BlobError::Failed(error.to_string()).into()
}
