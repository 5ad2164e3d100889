//! Connections that only read. Each is lent to one transaction at a time; an idle one is kept.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::connection::{Access, Shared};
use crate::storage::{StorageError, StorageResult};

/// Reads at once. More would only wait for the same cores.
const READERS: usize = 8;

/// The connections of a database.
pub(super) struct Readers {
    file: PathBuf,
    places: Arc<Semaphore>,
    idle: Idle,
}

type Idle = Arc<Mutex<Vec<Shared>>>;

impl Readers {
    pub(super) fn of(file: PathBuf) -> Self {
        Self {
            file,
            places: Arc::new(Semaphore::new(READERS)),
            idle: Idle::default(),
        }
    }

    /// A transaction that sees one state, from its first look on.
    pub(super) async fn begin(&self) -> StorageResult<Reading> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|_| StorageError::NotCommitted)?;
        let kept = locked(&self.idle).pop();
        let connection = match kept {
            Some(connection) => connection,
            None => self.apart()?,
        };
        connection.command("BEGIN")?;
        Ok(Reading {
            connection,
            idle: Arc::clone(&self.idle),
            _place: place,
        })
    }

    /// A connection of one's own, for work that takes long.
    pub(super) fn apart(&self) -> StorageResult<Shared> {
        Shared::open(&self.file, Access::ReadOnly)
    }

    /// Ends all connections after what is under way; none is begun any more.
    pub(super) async fn close(&self) {
        let all = u32::try_from(READERS).unwrap_or(u32::MAX);
        let ended = self.places.acquire_many(all).await;
        self.places.close();
        locked(&self.idle).clear();
        drop(ended);
    }
}

fn locked(idle: &Mutex<Vec<Shared>>) -> std::sync::MutexGuard<'_, Vec<Shared>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A connection in a transaction that only reads. Dropped, it goes back.
pub(in crate::storage) struct Reading {
    pub(in crate::storage) connection: Shared,
    idle: Idle,
    _place: OwnedSemaphorePermit,
}

impl Drop for Reading {
    fn drop(&mut self) {
        // One that cannot even end a transaction is not kept.
        if self.connection.command("ROLLBACK").is_ok() {
            locked(&self.idle).push(self.connection.clone());
        }
    }
}
