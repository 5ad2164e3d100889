//! Opening the database, and its transactions.

use std::path::Path;
use std::str::FromStr as _;

use async_trait::async_trait;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Executor as _};

use super::may_pass;
use super::pokes::Messenger;
use super::pool::{Lent, Pool};
use crate::pokes::{Poke, Pokes};
use crate::storage::migrate::migrate;
use crate::storage::sql::{Engine, Source, Transaction};
use crate::storage::sqlite::SqliteStorage;
use crate::storage::{ReadTx, Storage, StorageError, StorageResult, WriteTx, restored, transfer};

const READERS: u32 = 16;
const WRITERS: u32 = 16;

/// Statements that stay prepared on a connection: as many as there are in `sql`, and some.
const PREPARED: usize = 512;

const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
const WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";

/// Nobody waits longer for a lock, and nobody holds one longer without doing anything: a process that hangs must not stop
/// the others. Statements are short and prepared once: compiling one takes longer than running it a hundred times.
const SETTINGS: [(&str, &str); 3] = [
    ("lock_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "60s"),
    ("jit", "off"),
];

/// A writer looks rows up by their keys. A plan is kept as long as the connection, and one made while the town was empty would
/// otherwise read whole tables when it is no longer. Kept it is: for a short list of keys PostgreSQL would otherwise plan anew each
/// time, which takes longer than finding the rows.
const BY_KEYS: [(&str, &str); 4] = [
    ("plan_cache_mode", "force_generic_plan"),
    ("enable_seqscan", "off"),
    ("enable_hashjoin", "off"),
    ("enable_mergejoin", "off"),
];

/// A town's database on a PostgreSQL server.
pub struct PostgresStorage {
    readers: Pool,
    writers: Pool,
    applied: Vec<String>,
    messenger: Messenger,
}

impl PostgresStorage {
    /// Opens the database of a `postgres://` address and brings it up to date. Any number of processes may.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn open(address: &str, pokes: Pokes) -> StorageResult<Self> {
        let options = PgConnectOptions::from_str(address)?
            .application_name("kuitti-server")
            .options(SETTINGS)
            .statement_cache_capacity(PREPARED)
            .disable_statement_logging();
        let writers = Pool::new(WRITERS, options.clone().options(BY_KEYS));
        let migrations = sqlx::migrate!("src/storage/postgres/migrations");
        let applied = migrate(&migrations, &mut writers.take().await?.connection).await?;
        let storage = Self {
            readers: Pool::new(READERS, options.clone()),
            writers,
            applied,
            messenger: Messenger::start(options, pokes).await?,
        };
        restored::welcome(&storage).await?;
        Ok(storage)
    }
}

#[async_trait]
impl Storage for PostgresStorage {
    async fn read(&self) -> StorageResult<Box<dyn ReadTx>> {
        Ok(Box::new(Open::reading(self.readers.begin(READ).await?)))
    }

    async fn look(&self) -> StorageResult<Box<dyn ReadTx>> {
        Ok(Box::new(Open::reading(self.readers.take().await?)))
    }

    async fn write(&self) -> StorageResult<Box<dyn WriteTx>> {
        let open = Open {
            lent: self.writers.begin(WRITE).await?,
            messenger: Some(self.messenger.clone()),
        };
        Ok(Box::new(Transaction::on(Source::Postgres(open))))
    }

    fn applied(&self) -> &[String] {
        &self.applied
    }

    async fn copy_to(&self, to: &Path) -> StorageResult<()> {
        let mut place = to.as_os_str().to_owned();
        place.push(".town");
        let town = SqliteStorage::open(Path::new(&place), Pokes::default()).await?;
        let mut target = town.write().await?;
        transfer(&mut *self.read().await?, &mut *target).await?;
        target.commit().await?;
        town.copy_to(to).await?;
        town.close().await;
        Ok(std::fs::remove_dir_all(&place)?)
    }

    async fn close(&self) {
        self.messenger.stop().await;
        self.writers.close().await;
        self.readers.close().await;
    }
}

/// An open transaction.
pub(in crate::storage) struct Open {
    lent: Lent,
    /// None in one that only reads.
    messenger: Option<Messenger>,
}

impl Open {
    const fn reading(lent: Lent) -> Transaction {
        Transaction::on(Source::Postgres(Self {
            lent,
            messenger: None,
        }))
    }

    pub(in crate::storage) const fn is_writing(&self) -> bool {
        self.messenger.is_some()
    }

    pub(in crate::storage) fn engine(&mut self) -> Engine<'_> {
        let taken = &mut *self.lent;
        Engine::Postgres {
            connection: &mut taken.connection,
            failed: &mut taken.failed,
        }
    }

    /// The statement that failed was undone.
    pub(in crate::storage) fn recovered(&mut self) {
        self.lent.failed = false;
    }

    pub(in crate::storage) async fn commit(mut self, pokes: Vec<Poke>) -> StorageResult<()> {
        let Some(messenger) = self.messenger.filter(|_| !self.lent.failed) else {
            return Err(StorageError::NotCommitted);
        };
        self.lent.connection.execute("COMMIT").await.map_err(|error| {
            tracing::error!(%error, "a transaction could not be committed");
            match error {
                // The server itself said no.
                sqlx::Error::Database(_) if !may_pass(&error) => StorageError::Engine(error),
                sqlx::Error::Database(_) => StorageError::NotCommitted,
                _ => StorageError::InDoubt,
            }
        })?;
        self.lent.in_transaction = false;
        messenger.send(pokes);
        Ok(())
    }
}
