//! The only door through which an order is made or changed.
//!
//! Rules decide in `kuitti_shared::apply`; what follows from a change is the same whoever made it, and happens in the
//! same transaction:
//!
//! ```text
//! decide / apply --> store: document -> follow-up orders, office tasks -> stages of its requests
//!                           -> notices -> feeds of its scopes -> pokes
//! ```
//! Lock order: device, orders by id, requests, notices, scopes by id. On SQLite the one writer makes it moot.

mod cases;
mod change;
mod conflicts;
mod create;
mod effects;
mod feeds;
mod join;
mod merge;
mod stages;
mod store;

pub(crate) use cases::Cases;
pub use change::{Changed, change};
pub(crate) use conflicts::{CONFIRM_TASK, CONFLICT_TASK};
pub use create::{NewOrder, create};
pub(crate) use feeds::leave;
pub use join::join;
pub use merge::merge;
pub(crate) use merge::{Found, survivor};
pub(crate) use stages::refresh_one;
pub use stages::{refresh_request, truth};
pub(crate) use store::store_all;
pub use store::{Change, store};

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use serde_json::Value;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::storage::{AuditEntry, ReadTx};

/// Loads an order.
///
/// # Errors
/// 404 `order_unknown`.
pub async fn load(tx: &mut dyn ReadTx, order: OrderId) -> Result<OrderAggregate> {
    tx.order(order)
        .await?
        .ok_or_else(|| Error::not_found("order_unknown", "There is no such order."))
}

/// A line of the audit log about an order.
fn entry(action: &str, order: OrderId, detail: Value, act: &Act) -> AuditEntry {
    AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "order".to_owned(),
        subject_id: Some(order.0),
        detail,
    }
}
