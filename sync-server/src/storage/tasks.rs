//! What waits for a person in the office.

use async_trait::async_trait;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::unit::WallTime;

use super::StorageResult;

/// Something that a person in the office has to look at. Unique by code, order and operation while it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeTask {
    /// Number, given by the storage; 0 for a new one.
    pub id: i64,
    /// Stable code of what it is about.
    pub code: String,
    /// At which order.
    pub order: Option<OrderId>,
    /// About which operation.
    pub operation: Option<OpId>,
    /// Since when.
    pub opened_at: WallTime,
    /// When somebody was done with it.
    pub settled_at: Option<WallTime>,
}

/// Looking at tasks.
#[async_trait]
pub trait TaskReads {
    /// Open tasks, oldest first.
    async fn open_tasks(&mut self, limit: u32) -> StorageResult<Vec<OfficeTask>>;
}

/// Changing tasks.
#[async_trait]
pub trait TaskWrites {
    /// Opens a task unless the same is open already.
    async fn open_task(&mut self, task: &OfficeTask) -> StorageResult<()>;
    /// Settles the open tasks of an order with this code.
    async fn settle_tasks(&mut self, order: OrderId, code: &str, now: WallTime) -> StorageResult<u64>;
    /// Settles one task.
    async fn settle_task(&mut self, id: i64, now: WallTime) -> StorageResult<bool>;
}
