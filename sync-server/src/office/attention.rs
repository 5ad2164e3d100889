//! What waits for a person: tasks that rules opened, and operations that the server holds or keeps in quarantine.

use kuitti_shared::api::attention::{Attention, StuckOperation, TaskRow, UnreadAnswers, WaitingConflict};
use kuitti_shared::rules::conflict;
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::unit::WallTime;

use super::operation_views;
use super::order_views::order_ref;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::orders::{CONFIRM_TASK, CONFLICT_TASK};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, OfficeTask, ReadTx, RequestRecord, WriteTx};

/// Rows of each kind, at most.
const MOST: u32 = 200;

/// Everything that waits.
pub(super) async fn list(tx: &mut dyn ReadTx, now: WallTime) -> Result<Attention> {
    let open = tx.open_tasks(MOST).await?;
    let conflicts = conflicts(tx, &open).await?;
    let is_shown = |task: &OfficeTask| {
        let same = |known: &WaitingConflict| {
            task.order == Some(known.order.id)
                && (task.code == known.conflict.code || task.code == CONFIRM_TASK)
        };
        task.code == CONFLICT_TASK || conflicts.iter().any(same)
    };
    let mut tasks = Vec::new();
    for task in open.into_iter().filter(|task| !is_shown(task)) {
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
    let unread = tx.requests_unread(MOST).await?.into_iter();
    Ok(Attention {
        answers: unread.map(unread_of).collect(),
        conflicts,
        tasks,
        operations,
        as_of: now,
    })
}

fn unread_of(request: RequestRecord) -> UnreadAnswers {
    let answers = request.answers.into_iter();
    UnreadAnswers {
        request: request.id,
        number: request.number,
        address: request.place.address,
        answers: answers.filter(|answer| answer.read_at.is_none()).collect(),
    }
}

/// Conflicts that wait, each with both sides.
async fn conflicts(tx: &mut dyn ReadTx, open: &[OfficeTask]) -> Result<Vec<WaitingConflict>> {
    let mut waiting = Vec::new();
    for task in open.iter().filter(|task| task.code == CONFLICT_TASK) {
        let (Some(order), Some(op)) = (task.order, task.operation) else {
            continue;
        };
        let Some(aggregate) = tx.order(order).await? else {
            continue;
        };
        let found = conflict::waiting(&aggregate).find(|conflict| conflict.id.0 == op.0);
        waiting.extend(found.map(|conflict| WaitingConflict::of(&aggregate, conflict)));
    }
    Ok(waiting)
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
