//! One type for both kinds of transaction: what can only be read is handed out as `dyn ReadTx`.

use async_trait::async_trait;
use sqlx::{Executor as _, Sqlite, SqliteConnection};
use tokio::sync::oneshot;

use super::writer::{Done, Turn};
use crate::pokes::Poke;
use crate::storage::{ReadTx, StorageError, StorageResult, WriteTx};

/// A transaction on SQLite.
pub(super) struct Transaction {
    source: Source,
    pokes: Vec<Poke>,
    /// How many pokes there were when each open step began.
    steps: Vec<usize>,
}

enum Source {
    Reader(sqlx::Transaction<'static, Sqlite>),
    Writer(Turn),
}

impl Transaction {
    pub(super) const fn reading(reader: sqlx::Transaction<'static, Sqlite>) -> Self {
        Self::on(Source::Reader(reader))
    }

    pub(super) const fn writing(turn: Turn) -> Self {
        Self::on(Source::Writer(turn))
    }

    const fn on(source: Source) -> Self {
        Self {
            source,
            pokes: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// The connection, for statements.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        match &mut self.source {
            Source::Reader(reader) => reader,
            Source::Writer(turn) => &mut turn.connection,
        }
    }
}

impl ReadTx for Transaction {}

#[async_trait]
impl WriteTx for Transaction {
    fn poke(&mut self, poke: Poke) {
        if !self.pokes.contains(&poke) {
            self.pokes.push(poke);
        }
    }

    async fn begin_step(&mut self) -> StorageResult<()> {
        self.steps.push(self.pokes.len());
        self.connection().execute("SAVEPOINT step").await?;
        Ok(())
    }

    async fn keep_step(&mut self) -> StorageResult<()> {
        self.steps.pop();
        self.connection().execute("RELEASE step").await?;
        Ok(())
    }

    async fn undo_step(&mut self) -> StorageResult<()> {
        self.pokes.truncate(self.steps.pop().unwrap_or_default());
        self.connection()
            .execute("ROLLBACK TO step; RELEASE step")
            .await?;
        Ok(())
    }

    async fn commit(self: Box<Self>) -> StorageResult<()> {
        let Source::Writer(Turn { connection, done }) = self.source else {
            return Err(StorageError::NotCommitted);
        };
        let (committed, heard) = oneshot::channel();
        drop(connection);
        let job = Done {
            pokes: self.pokes,
            committed,
        };
        done.send(job).map_err(|_| StorageError::NotCommitted)?;
        heard.await.map_err(|_| StorageError::NotCommitted)?
    }
}
