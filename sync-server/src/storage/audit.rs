//! The audit log: who did what when. It only grows; the database itself refuses to change or delete a line.

use async_trait::async_trait;
use kuitti_shared::unit::WallTime;
use serde_json::Value;
use uuid::Uuid;

use super::StorageResult;
use crate::act::Actor;

/// One line. `detail` holds ids and codes, never names, numbers, addresses or what a citizen wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    /// When.
    pub at: WallTime,
    /// Who.
    pub actor: Actor,
    /// What, as a stable code such as `order.assigned`.
    pub action: String,
    /// To what: `order`, `request`, `device`, `staff`, ...
    pub subject: String,
    /// Its id.
    pub subject_id: Option<Uuid>,
    /// Ids and codes that explain it.
    pub detail: Value,
}

/// Which lines to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// About this thing.
    pub subject_id: Option<Uuid>,
    /// Older than this line number.
    pub before: Option<i64>,
    /// At most this many.
    pub limit: u32,
}

/// Reading the log.
#[async_trait]
pub trait AuditReads {
    /// Lines with their numbers, latest first.
    async fn audit_list(&mut self, filter: &AuditFilter) -> StorageResult<Vec<(i64, AuditEntry)>>;
    /// How many lines there are, in all or about one thing.
    async fn audit_count(&mut self, subject: Option<Uuid>) -> StorageResult<u64>;
}

/// Writing the log.
#[async_trait]
pub trait AuditWrites {
    /// Adds a line.
    async fn audit(&mut self, entry: &AuditEntry) -> StorageResult<()>;
}
