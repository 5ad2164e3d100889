//! Opening the database: lock, migrations, writer, readers.

use std::fs::{File, TryLockError};
use std::path::Path;

use async_trait::async_trait;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use super::backup;
use super::checkpoint::Checkpoint;
use super::connection::{Access, Shared};
use super::readers::Readers;
use super::writer::Writer;
use crate::pokes::Pokes;
use crate::storage::migrate::migrate;
use crate::storage::sql::{Source, Transaction};
use crate::storage::{ReadTx, Storage, StorageError, StorageResult, WriteTx, restored};

const FILE: &str = "kuitti.db";
/// Bytes of a page in a new database. A push touches dozens, most of them for one row of an index, and all of them go to the log whole.
const PAGE: u32 = 2_048;

/// A town's database in a directory.
pub struct SqliteStorage {
    readers: Readers,
    /// None when another process has the writer.
    writer: Option<Writer>,
    applied: Vec<String>,
    // Held for as long as the database is open; the operating system lets go of it even after a kill.
    _lock: Option<File>,
}

impl SqliteStorage {
    /// Opens the database in `directory` and brings it up to date; makes both when they are not there.
    ///
    /// # Errors
    /// [`StorageError::InUse`] when another process has it; otherwise what the file system or SQLite says.
    pub async fn open(directory: &Path, pokes: Pokes) -> StorageResult<Self> {
        std::fs::create_dir_all(directory)?;
        let lock = take_lock(directory)?;
        let file = directory.join(FILE);
        let applied = update(&file).await?;
        let connection = Shared::open(&file, Access::Write)?;
        let checkpoint = Checkpoint::start(Shared::open(&file, Access::Write)?);
        let storage = Self {
            readers: Readers::of(file),
            writer: Some(Writer::start(connection, checkpoint, pokes)),
            applied,
            _lock: Some(lock),
        };
        restored::welcome(&storage).await?;
        Ok(storage)
    }

    /// Opens the database only to read, beside a process that may have it.
    ///
    /// # Errors
    /// When there is none.
    pub fn open_beside(directory: &Path) -> StorageResult<Self> {
        let file = directory.join(FILE);
        std::fs::metadata(&file)?;
        Ok(Self {
            readers: Readers::of(file),
            writer: None,
            applied: Vec::new(),
            _lock: None,
        })
    }
}

/// Makes the database when it is not there, and applies what was not applied yet.
async fn update(file: &Path) -> StorageResult<Vec<String>> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .page_size(PAGE);
    let mut connection = options.disable_statement_logging().connect().await?;
    let migrations = sqlx::migrate!("src/storage/sqlite/migrations");
    let applied = migrate(&migrations, &mut connection).await?;
    connection.close().await?;
    Ok(applied)
}

fn take_lock(directory: &Path) -> StorageResult<File> {
    let lock = directory.join("lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StorageError::InUse(directory.display().to_string())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[async_trait]
impl Storage for SqliteStorage {
    async fn read(&self) -> StorageResult<Box<dyn ReadTx>> {
        Ok(Box::new(Transaction::on(Source::SqliteReader(
            self.readers.begin().await?,
        ))))
    }

    async fn write(&self) -> StorageResult<Box<dyn WriteTx>> {
        let writer = self.writer.as_ref().ok_or(StorageError::ReadOnly)?;
        Ok(Box::new(Transaction::on(Source::SqliteWriter(
            writer.begin().await?,
        ))))
    }

    fn applied(&self) -> &[String] {
        &self.applied
    }

    async fn copy_to(&self, to: &Path) -> StorageResult<()> {
        let to = to.to_owned();
        let reading = self.readers.apart()?;
        reading
            .aside(move |connection| backup::copy(connection, &to))
            .await
    }

    async fn close(&self) {
        if let Some(writer) = &self.writer {
            writer.close().await;
        }
        self.readers.close().await;
    }
}
