//! One statement on whichever engine the transaction is.

use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use sqlx::postgres::PgRow;
use sqlx::query::Query;
use sqlx::sqlite::SqliteRow;
use sqlx::{
    Column as _, ColumnIndex, Database, Decode, Encode, PgConnection, Postgres, Row as _, SqlStr, Sqlite,
    SqliteConnection, Type, TypeInfo as _,
};

use super::Cell;
use crate::storage::{StorageError, StorageResult};

/// The texts of a statement.
#[derive(Debug, Clone, Copy)]
pub(in crate::storage) struct Sql {
    pub(in crate::storage) sqlite: &'static str,
    pub(in crate::storage) postgres: &'static str,
    /// On PostgreSQL, when the transaction may change what it reads.
    pub(in crate::storage) changing: &'static str,
}

impl Sql {
    /// A statement that differs.
    pub(super) const fn each(sqlite: &'static str, postgres: &'static str) -> Self {
        Self {
            sqlite,
            postgres,
            changing: postgres,
        }
    }
}

impl From<&'static str> for Sql {
    fn from(both: &'static str) -> Self {
        Self::each(both, both)
    }
}

/// A statement whose rows nobody else may change until this transaction ends. Rows that refer to them may still be added.
macro_rules! locking {
    ($text:expr) => {
        $crate::storage::sql::statement::Sql {
            sqlite: $text,
            postgres: $text,
            changing: concat!($text, " FOR NO KEY UPDATE"),
        }
    };
}
pub(super) use locking;

/// A connection in a transaction.
pub(in crate::storage) enum Engine<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres {
        connection: &'c mut PgConnection,
        /// Set when a statement fails: PostgreSQL then refuses everything up to the step's beginning, and would answer a
        /// COMMIT with a rollback that looks like a success.
        failed: &'c mut bool,
    },
}

/// A row of either engine.
pub(in crate::storage) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// Reads a column.
    pub(super) fn try_get<'r, T>(&'r self, column: &'static str) -> StorageResult<T>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// All columns, each as what it is.
    pub(super) fn cells(&self) -> StorageResult<Vec<Cell>> {
        match self {
            Self::Sqlite(row) => cells(row),
            Self::Postgres(row) => cells(row),
        }
    }
}

/// A statement with its values.
pub(in crate::storage) struct Statement<'c> {
    engine: Engine<'c>,
    text: SqlStr,
    cells: Vec<Cell>,
}

impl<'c> Statement<'c> {
    pub(in crate::storage) const fn new(engine: Engine<'c>, text: SqlStr) -> Self {
        Self {
            engine,
            text,
            cells: Vec::new(),
        }
    }

    /// Gives the next parameter its value.
    pub(super) fn bind(mut self, value: impl Into<Cell>) -> Self {
        self.cells.push(value.into());
        self
    }

    /// Runs it and says how many rows it changed.
    pub(super) async fn execute(self) -> StorageResult<u64> {
        match self.engine {
            Engine::Sqlite(connection) => {
                let done = filled(self.text, self.cells).execute(connection).await?;
                Ok(done.rows_affected())
            }
            Engine::Postgres { connection, failed } => {
                let done = filled(self.text, self.cells).execute(connection).await;
                Ok(noted(done, failed)?.rows_affected())
            }
        }
    }

    /// The first row, if there is one.
    pub(super) async fn fetch_optional(self) -> StorageResult<Option<Row>> {
        match self.engine {
            Engine::Sqlite(connection) => {
                let row = filled(self.text, self.cells).fetch_optional(connection).await?;
                Ok(row.map(Row::Sqlite))
            }
            Engine::Postgres { connection, failed } => {
                let row = filled(self.text, self.cells).fetch_optional(connection).await;
                Ok(noted(row, failed)?.map(Row::Postgres))
            }
        }
    }

    /// The one row that there always is.
    pub(super) async fn fetch_one(self) -> StorageResult<Row> {
        Ok(self.fetch_optional().await?.ok_or(sqlx::Error::RowNotFound)?)
    }

    /// All rows, one after the other.
    pub(super) fn fetch(self) -> BoxStream<'c, StorageResult<Row>> {
        match self.engine {
            Engine::Sqlite(connection) => {
                let rows = filled(self.text, self.cells).fetch(connection);
                rows.map(|row| Ok(Row::Sqlite(row?))).boxed()
            }
            Engine::Postgres { connection, failed } => {
                let rows = filled(self.text, self.cells).fetch(connection);
                rows.map(|row| Ok(Row::Postgres(noted(row, failed)?))).boxed()
            }
        }
    }

    /// All rows.
    pub(super) async fn fetch_all(self) -> StorageResult<Vec<Row>> {
        match self.engine {
            Engine::Sqlite(connection) => {
                let rows = filled(self.text, self.cells).fetch_all(connection).await?;
                Ok(rows.into_iter().map(Row::Sqlite).collect())
            }
            Engine::Postgres { connection, failed } => {
                let rows = filled(self.text, self.cells).fetch_all(connection).await;
                Ok(noted(rows, failed)?.into_iter().map(Row::Postgres).collect())
            }
        }
    }
}

fn cells<R: sqlx::Row>(row: &R) -> StorageResult<Vec<Cell>>
where
    usize: ColumnIndex<R>,
    for<'r> Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Option<f64>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Option<Vec<u8>>: Decode<'r, R::Database> + Type<R::Database>,
{
    let cell = |column: &<R::Database as Database>::Column| {
        let index = column.ordinal();
        Ok(match column.type_info().name() {
            "INTEGER" | "INT8" => Cell::Integer(row.try_get(index)?),
            "REAL" | "FLOAT8" => Cell::Real(row.try_get(index)?),
            "TEXT" => Cell::from(row.try_get::<Option<String>, _>(index)?),
            "BLOB" | "BYTEA" => Cell::Bytes(row.try_get(index)?),
            _ => return Err(StorageError::Value("a column of another kind")),
        })
    };
    row.columns().iter().map(cell).collect()
}

fn noted<T>(done: sqlx::Result<T>, failed: &mut bool) -> sqlx::Result<T> {
    *failed |= done.is_err();
    done
}

/// The engine's own query, with every value bound as what it is.
pub(in crate::storage) fn filled<D: Database>(
    text: impl sqlx::SqlSafeStr,
    cells: Vec<Cell>,
) -> Query<'static, D, D::Arguments>
where
    Option<i64>: Encode<'static, D> + Type<D>,
    Option<f64>: Encode<'static, D> + Type<D>,
    Option<String>: Encode<'static, D> + Type<D>,
    Option<Vec<u8>>: Encode<'static, D> + Type<D>,
{
    cells
        .into_iter()
        .fold(sqlx::query(text), |query, cell| match cell {
            Cell::Integer(value) => query.bind(value),
            Cell::Real(value) => query.bind(value),
            Cell::Text(value) => query.bind(value),
            Cell::Bytes(value) => query.bind(value),
        })
}
