//! Where the town's memory is kept. The unit is a transaction: [`Storage::read`] gives one to look, [`Storage::write`]
//! one to change. Drivers are `sqlite` and `postgres`; SQL is written there, in `sql` for
//! both, and nowhere else.
//!
//! Each area has its own pair of traits, so that files stay short: reads (`OrderReads`) work in both kinds of
//! transaction, writes (`OrderWrites`) only in a [`WriteTx`]. Pass `&mut dyn WriteTx` down to services and
//! `&mut dyn ReadTx` to whatever only looks.
//!
//! ```text
//! let mut tx = app.storage.write().await?;
//! orders::change(&mut *tx, order, &decision, &act).await?;
//! tx.commit().await?;      // answers only once it is on disk; dropping the transaction undoes everything
//! ```

mod address;
mod audit;
mod cases;
mod colleagues;
mod dispatch;
mod field;
mod files;
mod gateways;
mod glance;
mod imports;
mod lists;
mod migrate;
mod notices;
mod orders;
mod people;
pub mod postgres;
mod requests;
mod restored;
mod scopes;
mod sql;
pub mod sqlite;
mod staff;
mod tables;
mod tasks;
mod texts;
mod town;
mod transfer;

#[cfg(test)]
mod conformance;

use async_trait::async_trait;

pub use address::Address;
pub use audit::{AuditEntry, AuditFilter, AuditReads, AuditWrites};
pub use cases::{CasePapers, CaseReads, CaseWrites, LinkedRequests};
pub use colleagues::{ColleagueReads, ColleagueWrites, StaffNoticeRecord};
pub use dispatch::{DispatchReads, DispatchWrites};
pub use field::{
    DeviceRecord, EnrolmentRecord, FieldReads, FieldWrites, IncarnationRecord, OperationRecord, PushedAt,
};
pub use files::{BlobRecord, FileReads, FileWrites, PhotoRow, UploadRecord};
pub use gateways::{GatewayReads, GatewayWrites, PartOutcome, PartRecord};
pub use glance::{Glance, GlanceReads, Viewer};
pub use imports::{ImportReads, ImportRow, ImportRun, ImportWrites};
pub use lists::After;
pub use notices::{InboxMessage, NoticeReads, NoticeRecord, NoticeWrites};
pub use orders::{OrderFilter, OrderReads, OrderRow, OrderWrites};
pub use people::{PeopleReads, PeopleWrites, WorkerRecord};
pub use requests::{External, RequestFilter, RequestReads, RequestRecord, RequestWrites, StageMark};
pub use restored::renew;
pub use scopes::{FeedLine, FeedRow, ScopeReads, ScopeRow, ScopeWrites};
#[cfg(test)]
pub(crate) use sql::statements;
pub use staff::{SessionRecord, StaffReads, StaffRecord, StaffWrites};
pub use tables::{Cell, TableReads, TableWrites};
pub use tasks::{OfficeTask, TaskReads, TaskWrites};
pub use texts::{TextReads, TextRecord, TextWrites};
pub use town::{TownReads, TownWrites};
pub use transfer::{Moved, transfer};

use crate::pokes::Poke;

/// The setting that holds what opening a copy draws by lot, at most 38 bits: what is added to the epochs of all scopes.
pub const EPOCH_SETTING: &str = "epoch";

/// A result of the storage.
pub type StorageResult<T> = Result<T, StorageError>;

/// What goes wrong in the storage.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The transaction is not on disk and nothing of it happened; trying again may help.
    #[error("the transaction could not be committed")]
    NotCommitted,
    /// Another process has the data directory.
    #[error("{0} is in use by another kuitti-server; stop that one first, or give another --data directory")]
    InUse(String),
    /// Another process may have the writer, so that nothing can be changed here.
    #[error("the database was opened only to read")]
    ReadOnly,
    /// The connection broke during the commit: it happened or not, and nobody here knows.
    #[error("it is not known whether the transaction was committed")]
    InDoubt,
    /// An address that names neither engine.
    #[error(
        "a database is named sqlite:DIRECTORY or postgres://USER:PASSWORD@HOST/DATABASE; to serve one of a directory, name the directory only"
    )]
    Address,
    /// A town is to be moved to where one is.
    #[error("there is a town in the target already; give an empty database")]
    NotEmpty,
    /// A town that was moved is not what it was.
    #[error("the table {0} did not arrive as it was sent; nothing was kept")]
    Differs(&'static str),
    /// PostgreSQL failed.
    #[error("the database failed")]
    Engine(#[source] sqlx::Error),
    /// SQLite failed.
    #[error("the database failed")]
    Sqlite(#[source] rusqlite::Error),
    /// There is no room left on the disk.
    #[error("the database's disk is full")]
    DiskFull,
    /// A migration failed.
    #[error("the database could not be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored document cannot be read.
    #[error("a stored document cannot be read: {0}")]
    Document(String),
    /// A stored value makes no sense.
    #[error("the stored value of {0} makes no sense")]
    Value(&'static str),
    /// The data directory cannot be used.
    #[error("the data directory cannot be used")]
    Directory(#[from] std::io::Error),
}

/// What another try may mend is told apart; the cause is logged, because nobody above sees it.
impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        if postgres::may_pass(&error) {
            tracing::warn!(%error, "a transaction ended early");
            Self::NotCommitted
        } else {
            Self::Engine(error)
        }
    }
}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Sqlite(error),
        }
    }
}

/// Says where reading stopped, never what stands there: it goes to the log.
impl From<serde_json::Error> for StorageError {
    fn from(error: serde_json::Error) -> Self {
        Self::Document(format!(
            "{:?} in line {}, column {}",
            error.classify(),
            error.line(),
            error.column()
        ))
    }
}

/// A database.
#[async_trait]
pub trait Storage: Send + Sync + 'static {
    /// A transaction that sees one consistent state and changes nothing. It never waits for a writer.
    async fn read(&self) -> StorageResult<Box<dyn ReadTx>>;

    /// For a single question: each that is asked of it sees a state of its own. On PostgreSQL this saves what begins and ends a
    /// transaction.
    async fn look(&self) -> StorageResult<Box<dyn ReadTx>> {
        self.read().await
    }

    /// A transaction that may change things. It waits for its turn.
    async fn write(&self) -> StorageResult<Box<dyn WriteTx>>;

    /// What was applied to bring the database up to date when it was opened.
    fn applied(&self) -> &[String];

    /// Writes a consistent, marked copy of the database to `to`, which must not exist.
    async fn copy_to(&self, to: &std::path::Path) -> StorageResult<()>;

    /// Ends all connections after what is under way.
    async fn close(&self);
}

/// Everything that can be read.
pub trait ReadTx:
    OrderReads
    + RequestReads
    + CaseReads
    + FieldReads
    + ScopeReads
    + GlanceReads
    + PeopleReads
    + TownReads
    + DispatchReads
    + StaffReads
    + ColleagueReads
    + NoticeReads
    + GatewayReads
    + FileReads
    + ImportReads
    + TaskReads
    + TextReads
    + AuditReads
    + TableReads
    + Send
{
}

/// Everything that can be changed, as one transaction.
#[async_trait]
pub trait WriteTx:
    ReadTx
    + OrderWrites
    + RequestWrites
    + CaseWrites
    + FieldWrites
    + ScopeWrites
    + PeopleWrites
    + TownWrites
    + DispatchWrites
    + StaffWrites
    + ColleagueWrites
    + NoticeWrites
    + GatewayWrites
    + FileWrites
    + ImportWrites
    + TaskWrites
    + TextWrites
    + AuditWrites
    + TableWrites
{
    /// Says that something changed, once this transaction is committed.
    fn poke(&mut self, poke: Poke);

    /// Begins a step that can be undone alone. A step may have steps of its own. After a statement that failed, the step it
    /// was in has to be undone, or nothing is committed.
    async fn begin_step(&mut self) -> StorageResult<()>;

    /// Keeps what the step did.
    async fn keep_step(&mut self) -> StorageResult<()>;

    /// Undoes what the step did, pokes included.
    async fn undo_step(&mut self) -> StorageResult<()>;

    /// Makes everything durable, then sends the pokes.
    ///
    /// # Errors
    /// [`StorageError::NotCommitted`] when nothing of it happened.
    async fn commit(self: Box<Self>) -> StorageResult<()>;
}
