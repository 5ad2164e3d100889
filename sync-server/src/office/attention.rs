//! What waits for a person: tasks that rules opened, and operations that the server holds or keeps in quarantine.

use kuitti_shared::api::attention::{Attention, StuckOperation, TaskRow};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::unit::WallTime;

use super::operation_views;
use super::order_views::order_ref;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, ReadTx, WriteTx};

/// Rows of each kind, at most.
const MOST: u32 = 200;

/// Everything that waits.
pub(super) async fn list(tx: &mut dyn ReadTx, now: WallTime) -> Result<Attention> {
    let mut tasks = Vec::new();
    for task in tx.open_tasks(MOST).await? {
        tasks.push(TaskRow {
            id: task.id,
            code: task.code,
            order: order_ref(tx, task.order).await?,
            opened_at: task.opened_at,
        });
    }
    let mut operations = Vec::new();
    for outcome in [ReceiptOutcome::Quarantined, ReceiptOutcome::Held] {
        for record in tx.operations_with(outcome, MOST).await? {
            operations.push(StuckOperation {
                order: order_ref(tx, record.order).await?,
                body: record.body.clone(),
                operation: operation_views::of_record(tx, record).await?,
            });
        }
    }
    operations.sort_by_key(|stuck| (stuck.operation.received_at, stuck.operation.op));
    Ok(Attention {
        tasks,
        operations,
        as_of: now,
    })
}

/// Somebody is done with a task.
///
/// # Errors
/// When there is no such open task.
pub(super) async fn settle(tx: &mut dyn WriteTx, task: i64, act: &Act) -> Result<()> {
    if !tx.settle_task(task, act.now).await? {
        return Err(Error::not_found(
            "task_unknown",
            "There is no such open task. Somebody else may be done with it.",
        ));
    }
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "task.settled".to_owned(),
        subject: "task".to_owned(),
        subject_id: None,
        detail: serde_json::json!({ "task": task }),
    })
    .await?;
    tx.poke(Poke::Tasks);
    Ok(())
}
