//! The office decides about orders. A decision made on an old screen is refused, so that nothing is overwritten unseen.

use kuitti_shared::api::orders::{AssignOrders, Decide, Decisions, MergeOrder, RefusedOrder};
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::rules::permission::Task;
use kuitti_shared::rules::routing::RoutingReason;
use kuitti_shared::unit::Version;

use super::{assignee, limits};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::orders::{self, Changed};
use crate::storage::WriteTx;

/// What a decision needs: changing the plan, or judging what came from the field.
#[must_use]
pub const fn task_for(decision: &Decision) -> Task {
    match decision {
        Decision::Assign { .. }
        | Decision::Cancel
        | Decision::Close
        | Decision::Reopen
        | Decision::Edit(_) => Task::Dispatch,
        Decision::Confirm { .. }
        | Decision::Reject { .. }
        | Decision::Settle { .. }
        | Decision::Take { .. } => Task::Decide,
    }
}

/// Carries out one decision.
///
/// # Errors
/// `changed_meanwhile` when the order is newer than the screen; otherwise when the order's state does not allow it.
pub async fn decide(tx: &mut dyn WriteTx, id: OrderId, wanted: &Decide, act: &Act) -> Result<OrderAggregate> {
    let order = orders::load(tx, id).await?;
    check_seen(wanted.version, &order)?;
    carry_out(tx, id, &wanted.decision, act).await
}

/// Merges an order into another about the same problem; the survivor is the answer.
///
/// # Errors
/// `changed_meanwhile` when the order is newer than the screen; otherwise when the state of either does not allow it.
pub async fn merge(
    tx: &mut dyn WriteTx,
    id: OrderId,
    wanted: &MergeOrder,
    act: &Act,
) -> Result<OrderAggregate> {
    if wanted.version.is_some() {
        // Both are locked in the sequence of their ids, whichever is looked at first.
        orders::load(tx, id.min(wanted.into)).await?;
        check_seen(wanted.version, &orders::load(tx, id).await?)?;
    }
    orders::merge(tx, id, wanted.into, act).await
}

fn check_seen(seen: Option<Version>, order: &OrderAggregate) -> Result<()> {
    if seen.is_some_and(|seen| seen != order.order.version) {
        return Err(Error::conflict(
            "changed_meanwhile",
            "The order changed after it was shown to you. Look at it again, then decide.",
        ));
    }
    Ok(())
}

/// Gives several orders to somebody. An order that is refused is named and does not stop the others.
///
/// # Errors
/// When the assignee is nobody, or nothing or too much is selected.
pub async fn assign(tx: &mut dyn WriteTx, wanted: &AssignOrders, act: &Act) -> Result<Decisions> {
    limits::check_selection(wanted.orders.len())?;
    let decision = Decision::Assign {
        assignee: wanted.assignee,
    };
    assignee::check(tx, wanted.assignee).await?;
    let mut decisions = Decisions {
        changed: Vec::new(),
        refused: Vec::new(),
    };
    for order in &wanted.orders {
        tx.begin_step().await?;
        match carry_out(tx, *order, &decision, act).await {
            Ok(_) => {
                tx.keep_step().await?;
                decisions.changed.push(*order);
            }
            Err(Error::Refused { code, .. }) => {
                tx.undo_step().await?;
                decisions.refused.push(RefusedOrder {
                    order: *order,
                    code: code.to_owned(),
                });
            }
            Err(broken) => return Err(broken),
        }
    }
    Ok(decisions)
}

async fn carry_out(
    tx: &mut dyn WriteTx,
    id: OrderId,
    decision: &Decision,
    act: &Act,
) -> Result<OrderAggregate> {
    match decision {
        Decision::Assign { assignee } => assignee::check(tx, *assignee).await?,
        Decision::Edit(edit) => limits::check_edit(edit)?,
        _ => {}
    }
    let changed = orders::change(tx, id, decision, act).await?;
    if matches!(
        (&changed, decision),
        (Changed::Changed(_), Decision::Assign { .. })
    ) {
        tx.put_routing(id, &RoutingReason::ByHand).await?;
    }
    Ok(changed.into_order())
}
