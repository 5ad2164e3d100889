//! Stores: for each worker of a device a database, and a place for files.

use std::rc::Rc;

use rusqlite::Connection;

use super::{Blobs, PortFuture};
use crate::error::EngineError;
use crate::protocol::StoreNumber;

/// The database's name without what distinguishes stores.
const DATABASE: &str = "kuitti";
const ENDING: &str = ".db";

/// A worker's store, open.
pub struct OpenStore {
    /// The database, its journal and `synchronous=FULL` set.
    pub connection: Connection,
    /// The files beside it.
    pub blobs: Rc<dyn Blobs>,
}

/// The places of a device where workers' stores are.
pub trait Stores {
    /// Which there are.
    fn list(&self) -> PortFuture<'_, Result<Vec<StoreNumber>, EngineError>>;

    /// Opens a store, and makes it first if need be.
    fn open(&self, store: StoreNumber) -> PortFuture<'_, Result<OpenStore, EngineError>>;

    /// Deletes a store that is not open: its files, then its database. Doing it again does no harm.
    fn remove(&self, store: StoreNumber) -> PortFuture<'_, Result<(), EngineError>>;
}

/// The file name of a store's database.
#[must_use]
pub fn database(store: StoreNumber) -> String {
    format!("{DATABASE}{}{ENDING}", store.tail())
}

/// The store whose [`database`] has this name; none for other files.
#[must_use]
pub fn store_of(name: &str) -> Option<StoreNumber> {
    StoreNumber::of_tail(name.strip_prefix(DATABASE)?.strip_suffix(ENDING)?)
}
