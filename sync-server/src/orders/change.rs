//! The office decides about an order.

use kuitti_shared::apply::office::{Decision, Edit, Refusal, decide};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::rules::feedback::speaks;
use serde_json::{Value, json};

use super::{entry, load, store};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::storage::WriteTx;

/// An order after a decision.
#[derive(Debug, Clone, PartialEq)]
pub enum Changed {
    /// It changed.
    Changed(OrderAggregate),
    /// The decision was so already; nothing was written.
    Unchanged(OrderAggregate),
}

impl Changed {
    /// The order, changed or not.
    #[must_use]
    pub fn into_order(self) -> OrderAggregate {
        match self {
            Self::Changed(order) | Self::Unchanged(order) => order,
        }
    }
}

/// Carries out `decision` on an order, with everything that follows.
///
/// # Errors
/// 404 `order_unknown`; 409 `order_is_over`, `order_merged`, `nothing_to_reopen`, `not_part_of_order`; or when the storage
/// fails.
pub async fn change(tx: &mut dyn WriteTx, order: OrderId, decision: &Decision, act: &Act) -> Result<Changed> {
    let before = load(tx, order).await?;
    let decided = decide(&before, decision, act.now).map_err(refused)?;
    if decided.aggregate == before {
        return Ok(Changed::Unchanged(before));
    }
    if *decision == Decision::Reopen {
        count_reopening(tx, &before, act).await?;
    }
    store(tx, Some(&before), &decided.aggregate, &decided.effects, act).await?;
    let (action, detail) = describe(decision);
    tx.audit(&entry(action, order, detail, act)).await?;
    Ok(Changed::Changed(decided.aggregate))
}

pub(super) fn refused(refusal: Refusal) -> Error {
    let code = match refusal {
        Refusal::Merged => "order_merged",
        Refusal::SameOrder => "merge_into_itself",
        Refusal::AwaitsConfirmation => "awaits_confirmation",
        Refusal::OrderIsOver => "order_is_over",
        Refusal::NothingToReopen => "nothing_to_reopen",
        Refusal::NotFound => "not_part_of_order",
    };
    Error::conflict(code, refusal.to_string())
}

/// What is finished again after a reopening may be told again: notices are unique per occurrence. A citizen who took the end
/// back began the next occurrence by that.
async fn count_reopening(tx: &mut dyn WriteTx, before: &OrderAggregate, act: &Act) -> Result<()> {
    for request in tx.requests_of_order(before.order.id).await? {
        let found = tx.request(request).await?;
        if let Some(mut record) = found.filter(|record| speaks(before, &record.feedback)) {
            record.occurrence += 1;
            record.updated_at = act.now;
            tx.put_request(&record).await?;
        }
    }
    Ok(())
}

/// The decision without what people wrote: the log holds ids and codes only.
fn describe(decision: &Decision) -> (&'static str, Value) {
    match decision {
        Decision::Assign { assignee } => ("order.assigned", json!({ "assignee": assignee })),
        Decision::Cancel => ("order.cancelled", json!({})),
        Decision::Close => ("order.closed", json!({})),
        Decision::Reopen => ("order.reopened", json!({})),
        Decision::Edit(edit) => ("order.edited", json!({ "fields": fields(edit) })),
        Decision::Confirm { visit } => ("order.confirmed", json!({ "visit": visit })),
        Decision::Reject { visit } => ("order.rejected", json!({ "visit": visit })),
        Decision::Settle { conflict } => ("order.settled", json!({ "conflict": conflict })),
        Decision::Take { conflict, value } => {
            ("order.taken", json!({ "conflict": conflict, "value": value }))
        }
    }
}

fn fields(edit: &Edit) -> Vec<&'static str> {
    let named = [
        ("title", edit.title.is_some()),
        ("description", edit.description.is_some()),
        ("priority", edit.priority.is_some()),
        ("place", edit.place.is_some()),
        ("due_at", edit.due_at.is_some()),
        ("appointment", edit.appointment.is_some()),
    ];
    named
        .into_iter()
        .filter(|(_, changed)| *changed)
        .map(|(name, _)| name)
        .collect()
}
