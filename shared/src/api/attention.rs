//! What waits for a person in the office: `GET /api/attention`, `DELETE /api/attention/{task}` when somebody is done with it.

use serde::{Deserialize, Serialize};

use super::orders::OperationRow;
use crate::id::{OrderId, OrderNumber};
use crate::unit::WallTime;

/// Everything that waits for a person, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attention {
    /// Something to look at.
    pub tasks: Vec<TaskRow>,
    /// Operations that wait or that nobody but a person can make sense of, as they were sent.
    pub operations: Vec<StuckOperation>,
    /// The server's clock.
    pub as_of: WallTime,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskRow {
    /// Its number.
    pub id: i64,
    /// Stable code of what it is about; front ends translate it as Fluent message `task-CODE` (with `-` for `_`).
    pub code: String,
    /// At which order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderRef>,
    /// Since when.
    pub opened_at: WallTime,
}

/// An order by its id and number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderRef {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// What to do.
    pub title: String,
}

/// An operation that is held or in quarantine. It is kept until somebody has dealt with it, and never lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StuckOperation {
    /// The operation.
    pub operation: OperationRow,
    /// At which order, when that is known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderRef>,
    /// The bytes as they were sent.
    pub body: String,
}
