//! What commits have written into the log goes into the database beside the writer, so that no commit waits for it: SQLite would
//! do it within every commit that makes the log longer than a thousand pages, and everybody who waits for that commit would wait too.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::connection::Shared;
use crate::storage::StorageError;

/// Between two times: pages that many commits change, such as those of indexes, are then written once for all of them.
const PAUSE: Duration = Duration::from_secs(1);

/// Somebody who empties the log after commits. It ends with this value.
pub(super) struct Checkpoint {
    connection: Shared,
    committed: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Checkpoint {
    pub(super) fn start(connection: Shared) -> Self {
        let committed = Arc::new(Notify::new());
        let task = tokio::spawn(keep(connection.clone(), Arc::clone(&committed)));
        Self {
            connection,
            committed,
            task,
        }
    }

    /// There is something in the log.
    pub(super) fn committed(&self) {
        self.committed.notify_one();
    }

    /// Ends it, after what is under way.
    pub(super) async fn end(self) {
        self.task.abort();
        // It says only that it was ended. What a thread is still writing has the connection until it is done.
        let _ = self.task.await;
        let _ = self.connection.aside(|_| Ok::<_, StorageError>(())).await;
    }
}

async fn keep(connection: Shared, committed: Arc<Notify>) {
    loop {
        committed.notified().await;
        sleep(PAUSE).await;
        // PASSIVE: as much as is possible without making anybody wait.
        let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)".to_owned();
        if let Err(error) = connection.fetch_aside(checkpoint, Vec::new(), 1).await {
            tracing::warn!(%error, "the log could not be written into the database; a later commit does it");
        }
    }
}
