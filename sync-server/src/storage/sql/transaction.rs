//! One type for all transactions, on both engines and of both kinds: what can only be read is handed out as `dyn ReadTx`.

use async_trait::async_trait;
use sqlx::{AssertSqlSafe, SqlSafeStr as _};

use super::statement::Sql;
use super::{Engine, Statement};
use crate::pokes::Poke;
use crate::storage::postgres::Open;
use crate::storage::sqlite::{Reading, Turn};
use crate::storage::{ReadTx, StorageError, StorageResult, WriteTx};

/// A transaction.
pub(in crate::storage) struct Transaction {
    source: Source,
    pokes: Vec<Poke>,
    /// How many pokes there were when each open step began.
    steps: Vec<usize>,
}

/// Whose it is.
pub(in crate::storage) enum Source {
    SqliteReader(Reading),
    SqliteWriter(Turn),
    Postgres(Open),
}

impl Transaction {
    pub(in crate::storage) const fn on(source: Source) -> Self {
        Self {
            source,
            pokes: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// A statement on this transaction's connection.
    pub(super) fn query(&mut self, sql: impl Into<Sql>) -> Statement<'_> {
        let sql = sql.into();
        let text = match &self.source {
            Source::SqliteReader(_) | Source::SqliteWriter(_) => sql.sqlite,
            Source::Postgres(open) if open.is_writing() => sql.changing,
            Source::Postgres(_) => sql.postgres,
        };
        #[cfg(test)]
        super::watch::saw(text);
        Statement::new(self.engine(), text.into_sql_str())
    }

    /// A statement put together from names of our own; values are bound.
    pub(super) fn composed(&mut self, text: String) -> Statement<'_> {
        Statement::new(self.engine(), AssertSqlSafe(text).into_sql_str())
    }

    pub(super) const fn is_on_postgres(&self) -> bool {
        matches!(self.source, Source::Postgres(_))
    }

    pub(super) fn engine(&mut self) -> Engine<'_> {
        match &mut self.source {
            Source::SqliteReader(reading) => Engine::Sqlite(&reading.connection),
            Source::SqliteWriter(turn) => Engine::Sqlite(&turn.connection),
            Source::Postgres(open) => open.engine(),
        }
    }

    /// Takes the name of a row that is not there, until this transaction ends, and says whether that took a lock, so that
    /// the row may have come meanwhile. Otherwise two transactions on PostgreSQL that look for the same thing would both find
    /// nothing, and each would act as if the other's did not come. With one writer there is nothing to take.
    pub(super) async fn take_name(&mut self, kind: &str, name: &[u8]) -> StorageResult<bool> {
        let takes = matches!(&self.source, Source::Postgres(open) if open.is_writing());
        if takes {
            self.query("SELECT pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))")
                .bind([kind.as_bytes(), name].concat())
                .execute()
                .await?;
        }
        Ok(takes)
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
        self.query("SAVEPOINT step").execute().await?;
        Ok(())
    }

    async fn keep_step(&mut self) -> StorageResult<()> {
        self.steps.pop();
        self.query("RELEASE SAVEPOINT step").execute().await?;
        Ok(())
    }

    async fn undo_step(&mut self) -> StorageResult<()> {
        self.pokes.truncate(self.steps.pop().unwrap_or_default());
        self.query("ROLLBACK TO SAVEPOINT step").execute().await?;
        self.query("RELEASE SAVEPOINT step").execute().await?;
        if let Source::Postgres(open) = &mut self.source {
            open.recovered();
        }
        Ok(())
    }

    async fn commit(self: Box<Self>) -> StorageResult<()> {
        match self.source {
            Source::SqliteWriter(turn) => turn.commit(self.pokes).await,
            Source::Postgres(open) => open.commit(self.pokes).await,
            Source::SqliteReader(_) => Err(StorageError::NotCommitted),
        }
    }
}
