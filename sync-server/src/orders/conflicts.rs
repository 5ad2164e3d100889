//! The list of what waits for the office: one open task for each conflict of an order that a person has to decide.

use std::collections::BTreeSet;

use kuitti_shared::domain::{OrderAggregate, OrderStatus};
use kuitti_shared::id::{ConflictId, OpId};
use kuitti_shared::rules::conflict;

use crate::act::Act;
use crate::error::Result;
use crate::storage::{OfficeTask, WriteTx};

/// The code of the task about a conflict.
pub(crate) const CONFLICT_TASK: &str = "conflict";
/// The code of the task about a completion that nobody confirms.
pub(crate) const CONFIRM_TASK: &str = "completion_unconfirmed";

/// Opens the tasks of conflicts that wait now, and settles what does not wait any more. Most changes cost nothing here.
pub(super) async fn follow(
    tx: &mut dyn WriteTx,
    before: Option<&OrderAggregate>,
    after: &OrderAggregate,
    act: &Act,
) -> Result<()> {
    let order = after.order.id;
    let (was, is) = (before.map(waiting).unwrap_or_default(), waiting(after));
    if was != is {
        tx.settle_tasks(order, CONFLICT_TASK, act.now).await?;
        for conflict in conflict::waiting(after) {
            tx.open_task(&OfficeTask {
                id: 0,
                code: CONFLICT_TASK.to_owned(),
                order: Some(order),
                operation: Some(OpId(conflict.id.0)),
                opened_at: conflict.opened_at,
                settled_at: None,
            })
            .await?;
        }
        for code in codes(before, &was).difference(&codes(Some(after), &is)) {
            tx.settle_tasks(order, code, act.now).await?;
        }
    }
    let unconfirmed = |order: &OrderAggregate| order.order.status == OrderStatus::FinishedUnconfirmed;
    if before.is_some_and(unconfirmed) && !unconfirmed(after) {
        tx.settle_tasks(order, CONFIRM_TASK, act.now).await?;
    }
    Ok(())
}

fn waiting(order: &OrderAggregate) -> BTreeSet<ConflictId> {
    conflict::waiting(order).map(|conflict| conflict.id).collect()
}

/// The reasons of these conflicts: each has opened a task of its own where a person has to decide.
fn codes<'a>(order: Option<&'a OrderAggregate>, ids: &BTreeSet<ConflictId>) -> BTreeSet<&'a str> {
    let conflicts = order.into_iter().flat_map(|order| &order.conflicts);
    conflicts
        .filter(|conflict| ids.contains(&conflict.id))
        .map(|conflict| conflict.code.as_str())
        .collect()
}
