//! Requests become orders: those that a dispatcher selected, or one that assigns itself as it comes in.

use std::collections::BTreeSet;

use kuitti_shared::api::orders::{Grouping, MadeOrder, MadeOrders, MakeOrders};
use kuitti_shared::domain::{Assignee, Category};
use kuitti_shared::id::{CategoryCode, RequestId};
use kuitti_shared::rules::routing::RoutingReason;

use super::crews::Crews;
use super::{assignee, draft, limits};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::orders::{self, NewOrder};
use crate::storage::{ReadTx, RequestRecord, WriteTx};

/// Makes orders from selected requests: all of them, or none when one of them cannot become an order.
///
/// # Errors
/// When nothing or too much is selected, a request is not there or has an open order already, or the assignee is nobody.
pub async fn make(tx: &mut dyn WriteTx, wanted: &MakeOrders, act: &Act) -> Result<MadeOrders> {
    let reports = selected(tx, &wanted.requests).await?;
    limits::check_title(wanted.title.as_deref())?;
    assignee::check(tx, wanted.assignee).await?;
    refuse_planned(tx, &reports).await?;
    let size = match wanted.grouping {
        Grouping::OneEach => 1,
        Grouping::OneForAll => reports.len(),
    };
    let mut crews = Crews::at(tx, act.now).await?;
    let mut made = Vec::new();
    for group in reports.chunks(size) {
        let Some(earliest) = group.first() else { continue };
        let new = NewOrder {
            title: wanted.title.as_ref().map(|title| title.trim().to_owned()),
            priority: wanted.priority,
            ..draft::of_reports(earliest, group)
        };
        let routed = match wanted.assignee {
            Some(assignee) => (Some(assignee), RoutingReason::ByHand),
            None => crews.route(&category(tx, &new.category).await?, &new),
        };
        made.push(create(tx, new, routed, act).await?);
    }
    Ok(MadeOrders { orders: made })
}

/// Makes the order of a request whose category assigns itself. Intake calls this for each new request, after its contact is stored.
///
/// Where nobody is on shift the order is made all the same and waits, with the reason, for a dispatcher.
///
/// # Errors
/// When the storage fails.
pub async fn assign_itself(
    tx: &mut dyn WriteTx,
    request: &RequestRecord,
    act: &Act,
) -> Result<Option<MadeOrder>> {
    let category = tx.category(&request.category).await?;
    let Some(category) = category.filter(|category| category.assigns_itself) else {
        return Ok(None);
    };
    let new = draft::of_reports(request, std::slice::from_ref(request));
    let routed = Crews::at(tx, act.now).await?.route(&category, &new);
    create(tx, new, routed, act).await.map(Some)
}

/// Stores the order, with the reason why it goes where it goes.
async fn create(
    tx: &mut dyn WriteTx,
    new: NewOrder,
    (assignee, routing): (Option<Assignee>, RoutingReason),
    act: &Act,
) -> Result<MadeOrder> {
    let order = orders::create(tx, NewOrder { assignee, ..new }, act).await?.order;
    tx.put_routing(order.id, &routing).await?;
    Ok(MadeOrder {
        id: order.id,
        number: order.number,
        assignee,
        routing,
    })
}

/// The selected requests, the earliest first; one that was selected twice counts once.
async fn selected(tx: &mut dyn ReadTx, ids: &[RequestId]) -> Result<Vec<RequestRecord>> {
    let ids: BTreeSet<RequestId> = ids.iter().copied().collect();
    limits::check_selection(ids.len())?;
    let mut reports = Vec::with_capacity(ids.len());
    for id in ids {
        reports.push(tx.request(id).await?.ok_or_else(unknown_request)?);
    }
    reports.sort_by_key(|report| (report.received_at, report.id));
    Ok(reports)
}

fn unknown_request() -> Error {
    Error::not_found(
        "request_unknown",
        "There is no such request. Load the list again.",
    )
}

/// Somebody else may have been faster: a problem must not get two orders because two dispatchers saw it.
async fn refuse_planned(tx: &mut dyn ReadTx, reports: &[RequestRecord]) -> Result<()> {
    for request in reports {
        let orders = tx.orders_of_request(request.id).await?;
        if let Some(open) = orders.iter().find(|order| !order.order.status.is_terminal()) {
            let detail = format!(
                "Request {} already has the open order {}. Take it out of the selection.",
                request.number, open.order.number
            );
            return Err(Error::conflict("already_planned", detail));
        }
    }
    Ok(())
}

async fn category(tx: &mut dyn ReadTx, code: &CategoryCode) -> Result<Category> {
    let category = tx.category(code).await?;
    category.ok_or_else(|| Error::invalid("category_unknown", "The town has no such category."))
}
