//! A worker made something safe and says what is left: that becomes the next order, for the same requests.

use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{OrderAggregate, OrderStatus};
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::rules::routing::RoutingReason;

use super::crews::Crews;
use super::limits;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::orders::{self, NewOrder};
use crate::storage::{ReadTx, WriteTx};

/// The order that continues `order`, with the reason for its assignee. None when an open one does already: a finish that was taken
/// back and made again wants no second one.
///
/// # Errors
/// When the order's category is gone or the storage fails.
pub async fn follow_up(
    tx: &mut dyn ReadTx,
    order: &OrderAggregate,
    what: &str,
    act: &Act,
) -> Result<Option<(NewOrder, RoutingReason)>> {
    let before = &order.order;
    let requests = tx.requests_of_order(before.id).await?;
    if !open_successors(tx, before.id, &requests).await?.is_empty() {
        return Ok(None);
    }
    let category = tx.category(&before.category).await?;
    let category = category.ok_or_else(|| Error::Internal("an order's category is gone".to_owned()))?;
    let new = NewOrder {
        title: Some(title(what, &before.title)),
        description: [what.trim(), before.description.trim()]
            .join("\n\n")
            .trim()
            .to_owned(),
        priority: before.priority,
        place: before.place.clone(),
        contact: before.contact.clone(),
        follows: Some(before.id),
        requests,
        ..NewOrder::of(before.category.clone())
    };
    let (assignee, routing) = Crews::at(tx, act.now).await?.route(&category, &new);
    Ok(Some((NewOrder { assignee, ..new }, routing)))
}

/// What is left, as far as it fits into one line.
fn title(what: &str, before: &str) -> String {
    let line = what.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(limits::TITLE).collect();
    if line.is_empty() { before.to_owned() } else { line }
}

/// Calls off the orders that continue `order` and that nobody has begun: its finish was taken back.
///
/// # Errors
/// When the storage fails.
pub async fn withdraw(tx: &mut dyn WriteTx, order: OrderId, act: &Act) -> Result<()> {
    let requests = tx.requests_of_order(order).await?;
    for successor in open_successors(tx, order, &requests).await? {
        let untouched = matches!(successor.order.status, OrderStatus::New | OrderStatus::Assigned);
        if untouched && successor.visits.is_empty() {
            orders::change(tx, successor.order.id, &Decision::Cancel, act).await?;
        }
    }
    Ok(())
}

/// Orders that continue `order` and are not over. They serve the same requests, so that any of these leads to them.
async fn open_successors(
    tx: &mut dyn ReadTx,
    order: OrderId,
    requests: &[RequestId],
) -> Result<Vec<OrderAggregate>> {
    let Some(request) = requests.first() else {
        return Ok(Vec::new());
    };
    let mut orders = tx.orders_of_request(*request).await?;
    orders.retain(|other| other.order.follows == Some(order) && !other.order.status.is_terminal());
    Ok(orders)
}
