//! One statement on whichever engine the transaction is.

use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use rusqlite::types::Value;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{Column as _, Decode, PgConnection, Postgres, Row as _, SqlStr, Type, TypeInfo as _};

use super::Cell;
use super::cell::List;
use crate::storage::sqlite::{Shared, SqliteRow};
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
    /// A statement that is the same.
    pub(super) const fn both(text: &'static str) -> Self {
        Self::each(text, text)
    }

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
        Self::both(both)
    }
}

/// A statement about the rows whose column is one of the ids in `$1` (`columns::ids`). What follows it stands in both texts.
macro_rules! among {
    ($before:literal, $after:expr) => {
        $crate::storage::sql::statement::Sql::each(
            concat!($before, " IN (SELECT unhex(value) FROM json_each($1))", $after),
            // As an array, PostgreSQL knows that it is short, and looks into the index.
            concat!($before, " = ANY ($1)", $after),
        )
    };
}
pub(super) use among;

/// The same, locking as [`locking`] does, in the sequence of the ids.
macro_rules! locking_among {
    ($before:literal, $order:literal) => {{
        use $crate::storage::sql::statement::{Sql, among};
        const PLAIN: Sql = among!($before, $order);
        const CHANGING: Sql = among!($before, concat!($order, " FOR NO KEY UPDATE"));
        Sql {
            changing: CHANGING.postgres,
            ..PLAIN
        }
    }};
}
pub(super) use locking_among;

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
    Sqlite(&'c Shared),
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
        T: FromValue<'r> + Decode<'r, Postgres> + Type<Postgres>,
    {
        match self {
            Self::Sqlite(row) => T::from_value(row.get(column)?).ok_or(StorageError::Value(column)),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// All columns, each as what it is.
    pub(super) fn cells(&self) -> StorageResult<Vec<Cell>> {
        match self {
            Self::Sqlite(row) => row.cells(),
            Self::Postgres(row) => cells(row),
        }
    }
}

/// What a value of SQLite can be read as.
pub(super) trait FromValue<'r>: Sized {
    /// Nothing when it is of another kind.
    fn from_value(value: &'r Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty: $kind:ident($value:ident) => $read:expr;)+) => { $(
        impl<'r> FromValue<'r> for $type {
            fn from_value(value: &'r Value) -> Option<Self> {
                match value {
                    Value::$kind($value) => Some($read),
                    _ => None,
                }
            }
        }
    )+ };
}

from_value! {
    i64: Integer(value) => *value;
    f64: Real(value) => *value;
    &'r str: Text(value) => value;
    String: Text(value) => value.clone();
    &'r [u8]: Blob(value) => value;
}

impl<'r, T: FromValue<'r>> FromValue<'r> for Option<T> {
    fn from_value(value: &'r Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// A value of a statement.
enum Parameter {
    One(Cell),
    Many(List),
}

/// SQLite knows no lists: there they are documents.
fn in_cells(parameters: Vec<Parameter>) -> StorageResult<Vec<Cell>> {
    let cell = |parameter| match parameter {
        Parameter::One(cell) => Ok(cell),
        Parameter::Many(list) => Ok(list.document()?.into()),
    };
    parameters.into_iter().map(cell).collect()
}

/// A statement with its values.
pub(in crate::storage) struct Statement<'c> {
    engine: Engine<'c>,
    text: SqlStr,
    parameters: Vec<Parameter>,
    long: bool,
}

impl<'c> Statement<'c> {
    pub(in crate::storage) const fn new(engine: Engine<'c>, text: SqlStr) -> Self {
        Self {
            engine,
            text,
            parameters: Vec::new(),
            long: false,
        }
    }

    /// Gives the next parameter its value.
    pub(super) fn bind(mut self, value: impl Into<Cell>) -> Self {
        self.parameters.push(Parameter::One(value.into()));
        self
    }

    /// Gives the next parameter its values.
    pub(super) fn bind_list(mut self, list: List) -> Self {
        self.parameters.push(Parameter::Many(list));
        self
    }

    /// Says that it may look at the whole town: on SQLite it then runs on a thread of its own, so that nobody else waits.
    pub(super) const fn long(mut self) -> Self {
        self.long = true;
        self
    }

    /// Runs it and says how many rows it changed.
    pub(super) async fn execute(self) -> StorageResult<u64> {
        match self.engine {
            Engine::Sqlite(shared) if self.long => {
                shared
                    .execute_aside(self.text.as_str().to_owned(), in_cells(self.parameters)?)
                    .await
            }
            Engine::Sqlite(shared) => shared.execute(self.text.as_str(), &in_cells(self.parameters)?),
            Engine::Postgres { connection, failed } => {
                let done = filled(self.text, self.parameters).execute(connection).await;
                Ok(noted(done, failed)?.rows_affected())
            }
        }
    }

    /// The first row, if there is one.
    pub(super) async fn fetch_optional(self) -> StorageResult<Option<Row>> {
        Ok(self.fetch_most(1).await?.pop())
    }

    /// The one row that there always is.
    pub(super) async fn fetch_one(self) -> StorageResult<Row> {
        Ok(self.fetch_optional().await?.ok_or(sqlx::Error::RowNotFound)?)
    }

    /// All rows.
    pub(super) async fn fetch_all(self) -> StorageResult<Vec<Row>> {
        self.fetch_most(usize::MAX).await
    }

    async fn fetch_most(self, most: usize) -> StorageResult<Vec<Row>> {
        match self.engine {
            Engine::Sqlite(shared) => {
                let (text, cells) = (self.text.as_str(), in_cells(self.parameters)?);
                let rows = if self.long {
                    shared.fetch_aside(text.to_owned(), cells, most).await?
                } else {
                    shared.fetch(text, &cells, most)?
                };
                Ok(rows.into_iter().map(Row::Sqlite).collect())
            }
            Engine::Postgres { connection, failed } => {
                let query = filled(self.text, self.parameters);
                let rows = if most == 1 {
                    let row = query.fetch_optional(connection).await;
                    noted(row, failed)?.into_iter().collect()
                } else {
                    noted(query.fetch_all(connection).await, failed)?
                };
                Ok(rows.into_iter().map(Row::Postgres).collect())
            }
        }
    }

    /// All rows, one after the other.
    pub(super) fn fetch(self) -> BoxStream<'c, StorageResult<Row>> {
        match self.engine {
            Engine::Sqlite(shared) => {
                let cells = match in_cells(self.parameters) {
                    Ok(cells) => cells,
                    Err(error) => return stream::once(async { Err(error) }).boxed(),
                };
                let rows = shared.stream(self.text.as_str().to_owned(), cells);
                rows.map(|row| Ok(Row::Sqlite(row?))).boxed()
            }
            Engine::Postgres { connection, failed } => {
                let rows = filled(self.text, self.parameters).fetch(connection);
                rows.map(|row| Ok(Row::Postgres(noted(row, failed)?))).boxed()
            }
        }
    }
}

fn cells(row: &PgRow) -> StorageResult<Vec<Cell>> {
    let cell = |column: &sqlx::postgres::PgColumn| {
        let index = column.ordinal();
        Ok(match column.type_info().name() {
            "INT8" => Cell::Integer(row.try_get(index)?),
            "FLOAT8" => Cell::Real(row.try_get(index)?),
            "TEXT" => Cell::from(row.try_get::<Option<String>, _>(index)?),
            "BYTEA" => Cell::Bytes(row.try_get(index)?),
            _ => return Err(StorageError::Value("a column of another kind")),
        })
    };
    row.columns().iter().map(cell).collect()
}

fn noted<T>(done: sqlx::Result<T>, failed: &mut bool) -> sqlx::Result<T> {
    *failed |= done.is_err();
    done
}

/// PostgreSQL's own query, with every value bound as what it is.
fn filled(text: SqlStr, parameters: Vec<Parameter>) -> Query<'static, Postgres, PgArguments> {
    parameters
        .into_iter()
        .fold(sqlx::query(text), |query, parameter| match parameter {
            Parameter::One(Cell::Integer(value)) => query.bind(value),
            Parameter::One(Cell::Real(value)) => query.bind(value),
            Parameter::One(Cell::Text(value)) => query.bind(value),
            Parameter::One(Cell::Bytes(value)) => query.bind(value),
            Parameter::Many(List::Integers(values)) => query.bind(values),
            Parameter::Many(List::Reals(values)) => query.bind(values),
            Parameter::Many(List::Texts(values)) => query.bind(values),
            Parameter::Many(List::Bytes(values)) => query.bind(values),
        })
}
