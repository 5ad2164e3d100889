//! Opening the database: lock, migrations, writer, readers.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use super::transaction::Transaction;
use super::writer::Writer;
use crate::pokes::Pokes;
use crate::storage::{ReadTx, Storage, StorageError, StorageResult, WriteTx};

const READERS: u32 = 8;

/// A town's database in a directory.
pub struct SqliteStorage {
    readers: SqlitePool,
    writer: Writer,
    // Held for as long as the database is open; the operating system lets go of it even after a kill.
    _lock: File,
}

impl SqliteStorage {
    /// Opens the database in `directory` and brings it up to date; makes both when they are not there.
    ///
    /// # Errors
    /// [`StorageError::InUse`] when another process has it; otherwise what the file system or SQLite says.
    pub async fn open(directory: &Path, pokes: Pokes) -> StorageResult<Self> {
        std::fs::create_dir_all(directory)?;
        let lock = take_lock(directory)?;
        let options = options(&directory.join("kuitti.db"));
        let mut connection = options.clone().create_if_missing(true).connect().await?;
        sqlx::migrate!("src/storage/sqlite/migrations")
            .run(&mut connection)
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_lazy_with(options.read_only(true));
        Ok(Self {
            readers,
            writer: Writer::start(connection, pokes),
            _lock: lock,
        })
    }
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .disable_statement_logging()
}

fn take_lock(directory: &Path) -> StorageResult<File> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(directory.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StorageError::InUse(directory.display().to_string())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[async_trait]
impl Storage for SqliteStorage {
    async fn read(&self) -> StorageResult<Box<dyn ReadTx>> {
        Ok(Box::new(Transaction::reading(self.readers.begin().await?)))
    }

    async fn write(&self) -> StorageResult<Box<dyn WriteTx>> {
        Ok(Box::new(Transaction::writing(self.writer.begin().await?)))
    }

    async fn copy_to(&self, to: &Path) -> StorageResult<()> {
        let to: PathBuf = to.to_owned();
        let mut reader = self.readers.acquire().await?;
        sqlx::query("VACUUM INTO ?1")
            .bind(to.display().to_string())
            .execute(&mut *reader)
            .await?;
        Ok(())
    }

    async fn close(&self) {
        self.writer.close().await;
        self.readers.close().await;
    }
}
