//! One connection, and how statements run on it.
//!
//! Statements run where they are asked for, on the thread of the task: SQLite answers from its cache in microseconds, and
//! handing each of them to another thread and back costs more than the statement itself. What may take long goes
//! [`aside`]: a commit, which waits for the disk, and statements that look at a whole town.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OpenFlags, Rows, Statement, ToSql};
use tokio::sync::mpsc;

use crate::storage::sql::Cell;
use crate::storage::{StorageError, StorageResult};

/// Statements that stay prepared: as many as there are in `sql`, and some.
const PREPARED: usize = 256;
/// Rows that are read ahead of whoever looks at all of a table.
const AHEAD: usize = 64;
/// What one large import has made the log grow to is given back when it begins anew.
const LOG_BYTES: i64 = 64 * 1024 * 1024;
/// For the file: another program that looks into it may hold it for a moment.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// A connection that a task and the thread beside it take in turns.
#[derive(Clone)]
pub(in crate::storage) struct Shared(Arc<Mutex<Open>>);

/// A connection, and what is known of its statements.
struct Open {
    connection: Connection,
    /// What the rows of a statement look like, by its text.
    columns: RefCell<HashMap<String, Columns>>,
}

/// May a connection change anything?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    ReadOnly,
    Write,
}

impl Access {
    /// Memory for pages, in KiB, with the sign by which SQLite tells it from a number of pages.
    const fn cache(self) -> i32 {
        match self {
            Self::ReadOnly => -8 * 1024,
            Self::Write => -32 * 1024,
        }
    }
}

impl Shared {
    pub(super) fn open(file: &Path, access: Access) -> StorageResult<Self> {
        let flags = match access {
            Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(PATIENCE)?;
        // Plans do not look at values: otherwise a statement with a comparison is planned anew whenever it gets another one.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        connection.pragma_update(None, "cache_size", access.cache())?;
        if access == Access::Write {
            connection.pragma_update(None, "journal_mode", "WAL")?;
            // What a savepoint may have to take back; otherwise it goes to a temporary file.
            connection.pragma_update(None, "temp_store", "MEMORY")?;
            // No commit writes the log into the database: `checkpoint` does.
            connection.pragma_update(None, "wal_autocheckpoint", 0)?;
            connection.pragma_update(None, "journal_size_limit", LOG_BYTES)?;
        }
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        Ok(Self(Arc::new(Mutex::new(Open {
            connection,
            columns: RefCell::default(),
        }))))
    }

    /// Uses the connection here and now.
    pub(super) fn with<T, E: Into<StorageError>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> StorageResult<T> {
        self.with_open(|open| work(&open.connection))
    }

    fn with_open<T, E: Into<StorageError>>(
        &self,
        work: impl FnOnce(&Open) -> Result<T, E>,
    ) -> StorageResult<T> {
        // A panic cannot leave a connection half changed: its transaction is rolled back.
        let open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        work(&open).map_err(Into::into)
    }

    /// Uses the connection on a thread that may wait.
    pub(super) async fn aside<T: Send + 'static, E: Into<StorageError>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> StorageResult<T> {
        self.on_a_thread(move |shared| shared.with(work)).await
    }

    async fn on_a_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        let shared = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&shared)).await;
        done.map_err(|_| StorageError::NotCommitted)?
    }

    /// A statement without values, of which only success matters.
    pub(super) fn command(&self, text: &str) -> StorageResult<()> {
        self.with(|connection| connection.prepare_cached(text)?.execute([]).map(|_| ()))
    }

    /// Runs a statement and says how many rows it changed.
    pub(in crate::storage) fn execute(&self, text: &str, cells: &[Cell]) -> StorageResult<u64> {
        self.with(|connection| execute(connection, text, cells))
    }

    /// The same on a thread that may wait.
    pub(in crate::storage) async fn execute_aside(
        &self,
        text: String,
        cells: Vec<Cell>,
    ) -> StorageResult<u64> {
        self.aside(move |connection| execute(connection, &text, &cells))
            .await
    }

    /// Runs `text` with the cells of each row; where `first` is given, only if that changes nothing.
    pub(in crate::storage) fn execute_each<const COLUMNS: usize>(
        &self,
        first: Option<&str>,
        text: &str,
        rows: &[[Cell; COLUMNS]],
    ) -> StorageResult<()> {
        self.with(|connection| {
            for cells in rows {
                let is_done = match first {
                    Some(first) => execute(connection, first, cells)? > 0,
                    None => false,
                };
                if !is_done {
                    execute(connection, text, cells)?;
                }
            }
            Ok::<_, rusqlite::Error>(())
        })
    }

    /// The first `most` rows.
    pub(in crate::storage) fn fetch(
        &self,
        text: &str,
        cells: &[Cell],
        most: usize,
    ) -> StorageResult<Vec<Row>> {
        self.with_open(|open| open.fetch(text, cells, most))
    }

    /// The same on a thread that may wait.
    pub(in crate::storage) async fn fetch_aside(
        &self,
        text: String,
        cells: Vec<Cell>,
        most: usize,
    ) -> StorageResult<Vec<Row>> {
        self.on_a_thread(move |shared| shared.fetch(&text, &cells, most))
            .await
    }

    /// All rows, one after the other, a few read ahead. The connection is taken until the last is read or the stream dropped.
    pub(in crate::storage) fn stream(
        &self,
        text: String,
        cells: Vec<Cell>,
    ) -> BoxStream<'static, StorageResult<Row>> {
        let (sender, rows) = mpsc::channel(AHEAD);
        let shared = self.clone();
        tokio::task::spawn_blocking(move || {
            let failures = sender.clone();
            if let Err(error) = shared.with(|connection| send(connection, &text, &cells, &sender)) {
                // Nobody is there any more to hear of it if this fails.
                let _ = failures.blocking_send(Err(error));
            }
        });
        stream::unfold(rows, |mut rows| async { Some((rows.recv().await?, rows)) }).boxed()
    }
}

/// Parameters are written `$1`, which SQLite takes for names: it counts them in the sequence in which they come.
fn bind(statement: &mut Statement<'_>, cells: &[Cell]) -> rusqlite::Result<()> {
    for index in 1..=statement.parameter_count() {
        let name = statement.parameter_name(index).unwrap_or_default();
        let number = name
            .strip_prefix('$')
            .and_then(|number| number.parse::<usize>().ok());
        let cell = number.and_then(|number| cells.get(number.checked_sub(1)?));
        let missing = || rusqlite::Error::InvalidParameterName(name.to_owned());
        let cell = cell.ok_or_else(missing)?;
        statement.raw_bind_parameter(index, cell)?;
    }
    Ok(())
}

fn execute(connection: &Connection, text: &str, cells: &[Cell]) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare_cached(text)?;
    bind(&mut statement, cells)?;
    let rows = statement.raw_execute()?;
    Ok(u64::try_from(rows).unwrap_or(u64::MAX))
}

impl Open {
    fn fetch(&self, text: &str, cells: &[Cell], most: usize) -> rusqlite::Result<Vec<Row>> {
        let mut statement = self.connection.prepare_cached(text)?;
        let columns = self.columns_of(text, &statement);
        let mut found = Vec::new();
        bind(&mut statement, cells)?;
        let mut rows = statement.raw_query();
        while found.len() < most
            && let Some(row) = next(&mut rows, &columns)?
        {
            found.push(row);
        }
        Ok(found)
    }

    /// The schema stays while the database is open, and with it the columns of a text.
    fn columns_of(&self, text: &str, statement: &Statement<'_>) -> Columns {
        let mut known = self.columns.borrow_mut();
        if let Some(columns) = known.get(text) {
            return Arc::clone(columns);
        }
        if known.len() >= PREPARED {
            known.clear();
        }
        let columns = columns(statement);
        known.insert(text.to_owned(), Arc::clone(&columns));
        columns
    }
}

fn send(
    connection: &Connection,
    text: &str,
    cells: &[Cell],
    sender: &mpsc::Sender<StorageResult<Row>>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(text)?;
    let columns = columns(&statement);
    bind(&mut statement, cells)?;
    let mut rows = statement.raw_query();
    while let Some(row) = next(&mut rows, &columns)? {
        if sender.blocking_send(Ok(row)).is_err() {
            break;
        }
    }
    Ok(())
}

/// A column of an answer.
#[derive(Debug)]
struct Column {
    name: String,
    /// As the table declares it; nothing for what was computed.
    kind: Option<String>,
}

type Columns = Arc<[Column]>;

fn columns(statement: &Statement<'_>) -> Columns {
    let columns = statement.columns().into_iter();
    columns
        .map(|column| Column {
            name: column.name().to_owned(),
            kind: column.decl_type().map(str::to_owned),
        })
        .collect()
}

fn next(rows: &mut Rows<'_>, columns: &Columns) -> rusqlite::Result<Option<Row>> {
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let values = (0..columns.len()).map(|index| row.get(index));
    Ok(Some(Row {
        columns: Arc::clone(columns),
        values: values.collect::<rusqlite::Result<_>>()?,
    }))
}

/// A row that has left its statement.
pub(in crate::storage) struct Row {
    columns: Columns,
    values: Vec<Value>,
}

impl Row {
    /// The value of a column.
    pub(in crate::storage) fn get(&self, name: &'static str) -> StorageResult<&Value> {
        let place = self.columns.iter().position(|column| column.name == name);
        place
            .and_then(|place| self.values.get(place))
            .ok_or(StorageError::Value(name))
    }

    /// All values, each of the kind of its column.
    pub(in crate::storage) fn cells(&self) -> StorageResult<Vec<Cell>> {
        let pairs = self.columns.iter().zip(&self.values);
        pairs.map(|(column, value)| cell(column, value)).collect()
    }
}

fn cell(column: &Column, value: &Value) -> StorageResult<Cell> {
    Ok(match (value, column.kind.as_deref()) {
        (Value::Integer(value), _) => Cell::Integer(Some(*value)),
        (Value::Real(value), _) => Cell::Real(Some(*value)),
        (Value::Text(value), _) => Cell::Text(Some(value.clone())),
        (Value::Blob(value), _) => Cell::Bytes(Some(value.clone())),
        (Value::Null, Some("INTEGER")) => Cell::Integer(None),
        (Value::Null, Some("REAL")) => Cell::Real(None),
        (Value::Null, Some("TEXT")) => Cell::Text(None),
        (Value::Null, Some("BLOB")) => Cell::Bytes(None),
        (Value::Null, _) => return Err(StorageError::Value("a column of another kind")),
    })
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let value = match self {
            Self::Integer(value) => value.map(ValueRef::Integer),
            Self::Real(value) => value.map(ValueRef::Real),
            Self::Text(value) => value.as_ref().map(|text| ValueRef::Text(text.as_bytes())),
            Self::Bytes(value) => value.as_ref().map(|bytes| ValueRef::Blob(bytes)),
        };
        Ok(ToSqlOutput::Borrowed(value.unwrap_or(ValueRef::Null)))
    }
}
