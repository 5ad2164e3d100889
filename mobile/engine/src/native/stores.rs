//! Workers' stores in one directory: `kuitti.db` with `photos`, `kuitti-2.db` with `photos-2`, and so on.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::{DirectoryBlobs, open_connection};
use crate::error::EngineError;
use crate::ports::{BlobError, OpenStore, PortFuture, Stores, database, store_of};
use crate::protocol::StoreNumber;

const PHOTOS: &str = "photos";
/// A database with SQLite's files beside it. It goes last: what a removal leaves when it is cut short is still a store, and no
/// later one finds another's log.
const FILES: [&str; 3] = ["-wal", "-shm", ""];

/// Workers' stores in one directory.
#[derive(Debug, Clone)]
pub struct DirectoryStores {
    directory: PathBuf,
}

impl DirectoryStores {
    /// Uses `directory`, which is made when a store is opened.
    #[must_use]
    pub const fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    fn photos(&self, store: StoreNumber) -> PathBuf {
        self.directory.join(format!("{PHOTOS}{}", store.tail()))
    }
}

impl Stores for DirectoryStores {
    fn list(&self) -> PortFuture<'_, Result<Vec<StoreNumber>, EngineError>> {
        Box::pin(async { list(&self.directory).map_err(failed) })
    }

    fn open(&self, store: StoreNumber) -> PortFuture<'_, Result<OpenStore, EngineError>> {
        Box::pin(async move {
            let blobs = DirectoryBlobs::open(self.photos(store)).map_err(failed)?;
            Ok(OpenStore {
                connection: open_connection(&self.directory.join(database(store)))?,
                blobs: Rc::new(blobs),
            })
        })
    }

    fn remove(&self, store: StoreNumber) -> PortFuture<'_, Result<(), EngineError>> {
        Box::pin(async move {
            let photos = fs::remove_dir_all(self.photos(store));
            unless_missing(photos).map_err(failed)?;
            for ending in FILES {
                let file = self.directory.join(format!("{}{ending}", database(store)));
                unless_missing(fs::remove_file(file)).map_err(failed)?;
            }
            Ok(())
        })
    }
}

fn list(directory: &Path) -> io::Result<Vec<StoreNumber>> {
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut stores = Vec::new();
    for entry in entries {
        stores.extend(entry?.file_name().to_str().and_then(store_of));
    }
    stores.sort_unstable();
    Ok(stores)
}

fn unless_missing(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn failed(error: io::Error) -> EngineError {
    BlobError::from(error).into()
}
