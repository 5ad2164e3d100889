//! A request's stage follows from all its orders; this writes it again after one of them changed.

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::rules::request_truth::{Past, Truth};
use kuitti_shared::unit::WallTime;

use super::cases::Cases;
use crate::error::Result;
use crate::storage::{RequestRecord, StageMark, WriteTx};

/// Brings the stages of all requests that `order` serves to what is true now; says which moved.
pub(super) fn refresh(cases: &mut Cases, order: OrderId, now: WallTime) -> Vec<RequestId> {
    let requests = cases.requests_of(order).into_iter();
    requests
        .filter(|request| refresh_one(cases, *request, now))
        .collect()
}

/// Writes the stage of one request.
///
/// # Errors
/// When the storage fails.
pub async fn refresh_request(tx: &mut dyn WriteTx, request: RequestId, now: WallTime) -> Result<()> {
    let mut cases = Cases::of_request(tx, request).await?;
    refresh_one(&mut cases, request, now);
    cases.store(tx).await
}

/// Brings the stage of one request to what is true now; says whether it moved.
pub(crate) fn refresh_one(cases: &mut Cases, request: RequestId, now: WallTime) -> bool {
    let Some(record) = cases.request(request) else {
        return false;
    };
    let stage = truth(record, cases.orders_of(request)).stage;
    if stage == record.stage {
        return false;
    }
    let mut record = record.clone();
    record.stage = stage;
    record.history.push(StageMark { stage, at: now });
    record.updated_at = now;
    cases.put_request(record);
    true
}

/// What is true of a request; one that ended in another system is what it was there until it gets an order here.
#[must_use]
pub fn truth<'a>(
    request: &RequestRecord,
    orders: impl IntoIterator<Item = &'a OrderAggregate> + Clone,
) -> Truth {
    match request.ended_elsewhere {
        Some(stage) if orders.clone().into_iter().next().is_none() => Truth::plain(stage),
        _ => Truth::of(
            orders,
            Past {
                occurrence: request.occurrence,
                said: &request.feedback,
            },
        ),
    }
}
