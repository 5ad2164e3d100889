//! A request's stage follows from all its orders; this writes it again after one of them changed.

use kuitti_shared::domain::{OrderAggregate, RequestStage};
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::rules::request_truth::Truth;
use kuitti_shared::unit::WallTime;

use crate::error::Result;
use crate::pokes::Poke;
use crate::storage::{RequestRecord, StageMark, WriteTx};

/// A request whose stage moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageChange {
    /// Which.
    pub request: RequestId,
    /// How often it has been reopened.
    pub occurrence: u32,
    /// From.
    pub from: RequestStage,
    /// To.
    pub to: RequestStage,
}

/// Writes the stages of all requests that `order` serves; says which moved.
pub(super) async fn refresh(tx: &mut dyn WriteTx, order: OrderId, now: WallTime) -> Result<Vec<StageChange>> {
    let mut moved = Vec::new();
    for request in tx.requests_of_order(order).await? {
        moved.extend(refresh_request(tx, request, now).await?);
    }
    Ok(moved)
}

/// Writes the stage of one request; says whether it moved.
///
/// # Errors
/// When the storage fails.
pub async fn refresh_request(
    tx: &mut dyn WriteTx,
    request: RequestId,
    now: WallTime,
) -> Result<Option<StageChange>> {
    let Some(mut record) = tx.request(request).await? else {
        return Ok(None);
    };
    let orders = tx.orders_of_request(request).await?;
    let (from, to) = (record.stage, truth(&record, &orders).stage);
    if from == to {
        return Ok(None);
    }
    record.stage = to;
    record.history.push(StageMark { stage: to, at: now });
    record.updated_at = now;
    tx.put_request(&record).await?;
    tx.poke(Poke::Request { request });
    Ok(Some(StageChange {
        request,
        occurrence: record.occurrence,
        from,
        to,
    }))
}

/// What is true of a request; one that ended in another system is what it was there until it gets an order here.
#[must_use]
pub fn truth(request: &RequestRecord, orders: &[OrderAggregate]) -> Truth {
    match request.ended_elsewhere {
        Some(stage) if orders.is_empty() => Truth { stage, claimed: None },
        _ => Truth::of(orders, request.occurrence),
    }
}
