//! Whole tables, for moving a town from one engine to the other.

use async_trait::async_trait;
use futures_util::stream::BoxStream;

use super::StorageResult;
pub use super::sql::Cell;

/// Every table of a town; one that another refers to comes first.
pub(super) const TABLES: [&str; 38] = [
    "setting",
    "counter",
    "category",
    "article",
    "zone",
    "crew",
    "worker",
    "worker_crew",
    "shift",
    "staff",
    "session",
    "reach",
    "watch",
    "staff_notice",
    "office_task",
    "audit",
    "service_request",
    "contact",
    "import_run",
    "import_row",
    "work_order",
    "request_order",
    "routing",
    "device",
    "incarnation",
    "enrolment",
    "operation",
    "numbering",
    "scope",
    "feed",
    "blob",
    "photo",
    "upload",
    "notice",
    "notice_part",
    "opt_out",
    "inbox",
    "notice_text",
];

/// Looking at tables.
#[async_trait]
pub trait TableReads {
    /// The columns of a table, in their sequence.
    async fn columns(&mut self, table: &str) -> StorageResult<Vec<String>>;
    /// All rows of a table, in no particular sequence.
    fn rows(&mut self, table: &str, columns: &[String]) -> BoxStream<'_, StorageResult<Vec<Cell>>>;
}

/// Filling tables.
#[async_trait]
pub trait TableWrites {
    /// Adds rows as they were read.
    async fn add_rows(&mut self, table: &str, columns: &[String], rows: Vec<Vec<Cell>>) -> StorageResult<()>;
    /// Lets rows that the engine numbers by itself go on after those that were added.
    async fn continue_numbers(&mut self) -> StorageResult<()>;
}
