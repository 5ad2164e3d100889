//! The one writer. It takes whatever is queued, up to [`GROUP`] jobs, into one `BEGIN IMMEDIATE ... COMMIT`, with a
//! savepoint for each job, so that one fsync serves them all and one job that fails costs only itself.
//!
//! ```text
//! queue:  begin --> SAVEPOINT job --> the job works on the connection --> RELEASE (or ROLLBACK TO when it gave up)
//!           |                                                                        |
//!           +------------ next in the queue, without waiting for one <---------------+
//!                                    queue empty: COMMIT, then every job of the group hears of it
//! ```
//! The group never waits for a next job. A failed COMMIT fails every job of its group.

use tokio::sync::{mpsc, oneshot};

use super::checkpoint::Checkpoint;
use super::connection::Shared;
use crate::pokes::{Poke, Pokes};
use crate::storage::{StorageError, StorageResult};

/// At most this many jobs share a commit.
const GROUP: usize = 32;

/// A job's turn: the connection and where to say that it is done. Dropped without a word, everything is undone.
pub(in crate::storage) struct Turn {
    pub(in crate::storage) connection: Shared,
    done: oneshot::Sender<Done>,
}

impl Turn {
    /// Ends the turn and waits until the group is on disk.
    pub(in crate::storage) async fn commit(self, pokes: Vec<Poke>) -> StorageResult<()> {
        let (committed, heard) = oneshot::channel();
        drop(self.connection);
        let job = Done { pokes, committed };
        self.done.send(job).map_err(|_| StorageError::NotCommitted)?;
        heard.await.map_err(|_| StorageError::NotCommitted)?
    }
}

/// A job that wants to be committed.
struct Done {
    pokes: Vec<Poke>,
    committed: oneshot::Sender<StorageResult<()>>,
}

enum Message {
    Begin(oneshot::Sender<StorageResult<Turn>>),
    Close(oneshot::Sender<()>),
}

/// The way to the writer task.
pub(super) struct Writer(mpsc::Sender<Message>);

impl Writer {
    pub(super) fn start(connection: Shared, checkpoint: Checkpoint, pokes: Pokes) -> Self {
        let (sender, queue) = mpsc::channel(1024);
        let task = Task {
            connection,
            checkpoint,
            queue,
            pokes,
        };
        tokio::spawn(task.run());
        Self(sender)
    }

    pub(super) async fn begin(&self) -> StorageResult<Turn> {
        let (turn, begun) = oneshot::channel();
        let closed = |_| StorageError::NotCommitted;
        self.0.send(Message::Begin(turn)).await.map_err(closed)?;
        begun.await.map_err(|_| StorageError::NotCommitted)?
    }

    pub(super) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.0.send(Message::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
    }
}

struct Task {
    connection: Shared,
    checkpoint: Checkpoint,
    queue: mpsc::Receiver<Message>,
    pokes: Pokes,
}

impl Task {
    async fn run(mut self) {
        while let Some(message) = self.queue.recv().await {
            match message {
                Message::Begin(first) => {
                    if let Some(done) = self.group(first).await {
                        return self.end(done).await;
                    }
                }
                Message::Close(done) => return self.end(done).await,
            }
        }
    }

    /// One group: from `BEGIN` to `COMMIT`. Returns the wish to close, when it was next in the queue.
    async fn group(&mut self, first: oneshot::Sender<StorageResult<Turn>>) -> Option<oneshot::Sender<()>> {
        let mut next = Some(Message::Begin(first));
        let (mut waiting, mut turns) = (Vec::new(), 0);
        let mut close = None;
        if let Err(error) = self.connection.command("BEGIN IMMEDIATE") {
            tracing::error!(%error, "no write transaction can be begun");
            if let Some(Message::Begin(first)) = next {
                let _ = first.send(Err(error));
            }
            return None;
        }
        while let Some(message) = next.take() {
            match message {
                Message::Begin(job) => {
                    waiting.extend(self.job(job).await);
                    turns += 1;
                }
                Message::Close(done) => {
                    close = Some(done);
                    break;
                }
            }
            if turns < GROUP {
                next = self.queue.try_recv().ok();
            }
        }
        self.commit(waiting).await;
        close
    }

    /// One job in its savepoint. Returns it when it wants to be committed.
    async fn job(&self, job: oneshot::Sender<StorageResult<Turn>>) -> Option<Done> {
        if let Err(error) = self.connection.command("SAVEPOINT job") {
            let _ = job.send(Err(error));
            return None;
        }
        let (done, finished) = oneshot::channel();
        let connection = self.connection.clone();
        let _ = job.send(Ok(Turn { connection, done }));
        let finished = finished.await.ok();
        let ended = match finished {
            Some(_) => self.connection.command("RELEASE job"),
            None => self.undo(),
        };
        if let Err(error) = ended {
            tracing::error!(%error, "a savepoint could not be ended");
            if let Some(done) = finished {
                let _ = done.committed.send(Err(StorageError::NotCommitted));
            }
            return None;
        }
        finished
    }

    async fn commit(&self, waiting: Vec<Done>) {
        let committed = self
            .connection
            .aside(|connection| connection.prepare_cached("COMMIT")?.execute([]))
            .await;
        if let Err(error) = &committed {
            tracing::error!(%error, jobs = waiting.len(), "a group could not be committed");
            // It may have been rolled back already; then there is nothing left to undo.
            let _ = self.connection.command("ROLLBACK");
        }
        for done in waiting {
            if committed.is_ok() {
                self.pokes.send(done.pokes);
            }
            let verdict = if committed.is_ok() {
                Ok(())
            } else {
                Err(StorageError::NotCommitted)
            };
            let _ = done.committed.send(verdict);
        }
        self.checkpoint.committed(&self.connection).await;
    }

    fn undo(&self) -> StorageResult<()> {
        self.connection.command("ROLLBACK TO job")?;
        self.connection.command("RELEASE job")
    }

    async fn end(self, done: oneshot::Sender<()>) {
        drop(self.queue);
        self.checkpoint.end().await;
        // The last handle closes the connection, which writes what is left in the log into the database.
        let _ = tokio::task::spawn_blocking(move || drop(self.connection)).await;
        let _ = done.send(());
    }
}
