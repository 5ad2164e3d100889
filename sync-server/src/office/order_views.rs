//! Orders as the office sees them: the list, and one with its requests, operations, history and the devices that hold it.

use kuitti_shared::api::Page;
use kuitti_shared::api::attention::OrderRef;
use kuitti_shared::api::orders::{LinkedRequest, OrderDetail, OrderFilter, OrderRow};
use kuitti_shared::domain::{Assignee, OrderStatus, Place};
use kuitti_shared::id::{CategoryCode, OrderId};
use kuitti_shared::rules::routing::RoutingReason;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::WallTime;

use super::privacy::Contacts;
use super::{device_views, history, operation_views, page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::storage::{self, AuditFilter, ReadTx};

/// Lines of an order's history, at most.
const HISTORY: u32 = 200;

/// A page of orders, newest first.
///
/// # Errors
/// When the filter cannot be understood.
pub(super) async fn list(tx: &mut dyn ReadTx, filter: &OrderFilter, now: WallTime) -> Result<Page<OrderRow>> {
    let wanted = storage::OrderFilter {
        statuses: page::codes(filter.status.as_deref(), OrderStatus::from_code)?,
        category: filter.category.as_deref().map(CategoryCode::from),
        assignee: filter.assignee.as_deref().map(assignee).transpose()?,
        text: filter.text.clone(),
        in_review: filter.review.unwrap_or(false),
        after: page::after(filter.after.as_deref())?,
        limit: page::limit(filter.limit),
    };
    let (rows, total) = tx.order_list(&wanted).await?;
    let last = rows.last().map(|last| (last.created_at, last.id.0));
    Ok(Page {
        next: page::next(rows.len(), wanted.limit, last),
        rows: rows.into_iter().map(row).collect(),
        total,
        as_of: now,
    })
}

/// `crew:ID` or `worker:ID`: written like the stream of changes of whom it names.
fn assignee(text: &str) -> Result<Assignee> {
    match text.parse() {
        Ok(Scope::Crew(crew)) => Ok(Assignee::Crew(crew)),
        Ok(Scope::Worker(worker)) => Ok(Assignee::Worker(worker)),
        Err(_) => Err(page::unknown_filter(text)),
    }
}

fn row(row: storage::OrderRow) -> OrderRow {
    OrderRow {
        id: row.id,
        number: row.number,
        title: row.title,
        category: row.category,
        status: row.status,
        priority: row.priority,
        place: Place {
            address: row.address,
            position: row.position,
            detail: String::new(),
        },
        assignee: row.assignee,
        due_at: row.due_at,
        appointment: row.appointment,
        photos_arrived: row.photos_arrived,
        photos: row.photos,
        review: row.in_review,
        updated_at: row.updated_at,
    }
}

/// One order with everything. The caller's number is left out for those who may not see it.
///
/// # Errors
/// When there is no such order.
pub(super) async fn detail(
    app: &App,
    tx: &mut dyn ReadTx,
    id: OrderId,
    contacts: Contacts,
    now: WallTime,
) -> Result<OrderDetail> {
    let mut aggregate = tx.order(id).await?.ok_or_else(unknown)?;
    if contacts == Contacts::Hidden {
        aggregate.order.contact = None;
    }
    let about = AuditFilter {
        subject_id: Some(id.0),
        before: None,
        limit: HISTORY,
    };
    // "By hand" is what happens without a reason.
    let routing = tx
        .routing(id)
        .await?
        .filter(|reason| *reason != RoutingReason::ByHand);
    Ok(OrderDetail {
        requests: linked(tx, id).await?,
        merged_into: order_ref(tx, aggregate.order.merged_into).await?,
        routing,
        operations: operation_views::of_order(tx, id).await?,
        history: history::lines(tx, &about).await?.0,
        devices: device_views::knowledge(app, tx, &aggregate).await?,
        as_of: now,
        aggregate,
    })
}

/// An order by its number, for a link.
pub(super) async fn order_ref(tx: &mut dyn ReadTx, id: Option<OrderId>) -> Result<Option<OrderRef>> {
    let Some(id) = id else { return Ok(None) };
    let found = tx.order(id).await?.map(|found| found.order);
    Ok(found.map(|order| OrderRef {
        id,
        number: order.number,
        title: order.title,
    }))
}

async fn linked(tx: &mut dyn ReadTx, id: OrderId) -> Result<Vec<LinkedRequest>> {
    let mut linked = Vec::new();
    for request in tx.requests_of_order(id).await? {
        if let Some(record) = tx.request(request).await? {
            linked.push(LinkedRequest {
                id: record.id,
                number: record.number,
                summary: page::one_line(&record.description),
                stage: record.stage,
                answers: record.answers,
            });
        }
    }
    Ok(linked)
}

fn unknown() -> Error {
    Error::not_found("order_unknown", "There is no such order. Load the list again.")
}
