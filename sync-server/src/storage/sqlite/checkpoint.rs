//! What commits have written into the log goes into the database beside the writer, so that no commit waits for it: SQLite would
//! do it within every commit that makes the log longer than a thousand pages, and everybody who waits for that commit would wait too.
//!
//! ```text
//! a second after a commit:  pass --> pass --> ... until a pass finds little that is new
//!                                               |
//!                          the log is long: the writer is asked to begin it anew, after its next group
//! ```
//! Without the last step a load that never pauses would make the log longer for ever: there is always a commit behind the last
//! page that was written, and only at its end can a log begin anew.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::connection::{PATIENCE, Shared};
use crate::storage::StorageResult;

/// Between two times: pages that many commits change, such as those of indexes, are then written once for all of them.
const PAUSE: Duration = Duration::from_secs(1);
/// Pages: a longer log is begun anew. They are 16 MiB in a database as it is made now.
const LONG: i64 = 8_192;
/// Pages that the writer may write itself, while others wait for it.
const FEW: i64 = 512;
/// Passes in a row. Each has only what came during the one before.
const PASSES: usize = 4;
/// How long the writer waits for transactions that still read from the log.
const READERS_END: Duration = Duration::from_millis(20);

/// Somebody who empties the log after commits. It ends with this value.
pub(super) struct Checkpoint {
    connection: Shared,
    log: Arc<Log>,
    task: JoinHandle<()>,
}

impl Drop for Checkpoint {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What the writer and the checkpoint tell each other of the log.
#[derive(Debug, Default)]
struct Log {
    committed: Notify,
    wants_to_begin_anew: AtomicBool,
}

impl Checkpoint {
    pub(super) fn start(connection: Shared) -> Self {
        let log = Arc::new(Log::default());
        let task = tokio::spawn(keep(connection.clone(), Arc::clone(&log)));
        Self {
            connection,
            log,
            task,
        }
    }

    /// There is something in the log, which `writer` begins anew if it has become long. Nobody who was in the commit waits here.
    pub(super) async fn committed(&self, writer: &Shared) {
        self.log.committed.notify_one();
        if self.log.wants_to_begin_anew.swap(false, Ordering::Relaxed)
            && let Err(error) = writer.aside(begin_anew).await
        {
            tracing::warn!(%error, "the log could not be begun anew; it grows until it can");
        }
    }

    /// Ends it, after what is under way.
    pub(super) async fn end(mut self) {
        self.task.abort();
        // It says only that it was ended. What a thread is still writing has the connection until it is done.
        let _ = (&mut self.task).await;
        let _ = self.connection.aside(|_| Ok::<_, rusqlite::Error>(())).await;
    }
}

async fn keep(connection: Shared, log: Arc<Log>) {
    loop {
        log.committed.notified().await;
        sleep(PAUSE).await;
        match connection.aside(write_down).await {
            Ok(wants_to_begin_anew) => log
                .wants_to_begin_anew
                .store(wants_to_begin_anew, Ordering::Relaxed),
            Err(error) => {
                tracing::warn!(%error, "the log could not be written into the database; it is tried after the next commit");
            }
        }
    }
}

/// Writes as much as is possible without making anybody wait, and says whether the log should begin anew and is about to be
/// able to: nearly all of it is written, which it is not while somebody reads an old state for long.
fn write_down(connection: &Connection) -> StorageResult<bool> {
    let mut pass = Pass::run(connection, "PASSIVE")?;
    for _ in 1..PASSES {
        let written = pass.written;
        if pass.log <= LONG {
            break;
        }
        pass = Pass::run(connection, "PASSIVE")?;
        if pass.written - written <= FEW {
            break;
        }
    }
    Ok(pass.log > LONG && pass.log - pass.written <= FEW)
}

/// Writes the rest, waits for those who read from the log, and lets the next commit begin it anew.
fn begin_anew(connection: &Connection) -> StorageResult<()> {
    connection.busy_timeout(READERS_END)?;
    let pass = Pass::run(connection, "RESTART");
    connection.busy_timeout(PATIENCE)?;
    pass.map(|_| ())
}

/// What one pass came to, in pages since the log began.
struct Pass {
    log: i64,
    written: i64,
}

impl Pass {
    fn run(connection: &Connection, mode: &str) -> StorageResult<Self> {
        let text = format!("PRAGMA wal_checkpoint({mode})");
        let mut statement = connection.prepare_cached(&text)?;
        let pass = statement.query_row([], |row| {
            Ok(Self {
                log: row.get(1)?,
                written: row.get(2)?,
            })
        });
        Ok(pass?)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::connection::Access;
    use super::super::tests::{fill, heap};
    use super::*;

    /// More than [`LONG`].
    const ROWS: u32 = 9_000;

    /// A long log, and the connections of a writer and of its checkpoint.
    fn long_log(file: &Path) -> (Shared, Shared) {
        let writer = Shared::open(file, Access::Write).unwrap();
        fill(&writer, ROWS);
        (writer, Shared::open(file, Access::Write).unwrap())
    }

    fn log_pages(writer: &Shared) -> i64 {
        writer
            .with(|connection| Pass::run(connection, "PASSIVE"))
            .unwrap()
            .log
    }

    #[tokio::test]
    async fn a_long_log_begins_anew_and_a_short_one_is_left_alone() {
        let (_directory, file) = heap().await;
        let (writer, beside) = long_log(&file);
        assert!(beside.with(write_down).unwrap());
        writer.with(begin_anew).unwrap();
        writer.command("INSERT INTO heap VALUES (x'00')").unwrap();
        assert!(log_pages(&writer) < FEW);
        assert!(!beside.with(write_down).unwrap());
    }

    #[tokio::test]
    async fn whoever_still_reads_from_the_log_is_waited_for_a_moment_and_sees_what_it_saw() {
        let (_directory, file) = heap().await;
        let (writer, beside) = long_log(&file);
        let reader = Shared::open(&file, Access::ReadOnly).unwrap();
        let count = "SELECT COUNT(*) AS rows FROM heap";
        reader.command("BEGIN").unwrap();
        let seen = || {
            reader.fetch(count, &[], 1).unwrap()[0]
                .get("rows")
                .unwrap()
                .clone()
        };
        let before = seen();
        fill(&writer, ROWS);
        assert!(!beside.with(write_down).unwrap());
        writer.with(begin_anew).unwrap();
        writer.command("INSERT INTO heap VALUES (x'00')").unwrap();
        assert!(log_pages(&writer) > LONG, "the log began anew under a reader");
        assert_eq!(seen(), before);
        reader.command("COMMIT").unwrap();
        writer.with(begin_anew).unwrap();
        writer.command("INSERT INTO heap VALUES (x'00')").unwrap();
        assert!(log_pages(&writer) < FEW);
    }
}
