//! What was done in the field, as the office sees it: when it happened, when it arrived, what became of it.

use std::collections::BTreeMap;

use kuitti_shared::api::orders::OperationRow;
use kuitti_shared::clock::{Occurred, Possible, Quality, occurred};
use kuitti_shared::id::{DeviceId, OrderId};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::unit::WallTime;

use crate::error::Result;
use crate::storage::{OperationRecord, ReadTx};

/// The operations on an order, in the sequence of their arrival.
pub(super) async fn of_order(tx: &mut dyn ReadTx, order: OrderId) -> Result<Vec<OperationRow>> {
    let records = tx.operations_on(order).await?;
    let mut enrolled: BTreeMap<DeviceId, WallTime> = BTreeMap::new();
    for record in &records {
        if !enrolled.contains_key(&record.device)
            && let Some(device) = tx.device(record.device).await?
        {
            enrolled.insert(device.id, device.enrolled_at);
        }
    }
    let row = |record: OperationRecord| {
        let enrolled_at = enrolled.get(&record.device).copied().unwrap_or_default();
        row(enrolled_at, record)
    };
    Ok(records.into_iter().map(row).collect())
}

/// One operation by itself.
pub(super) async fn of_record(tx: &mut dyn ReadTx, record: OperationRecord) -> Result<OperationRow> {
    let device = tx.device(record.device).await?;
    let enrolled_at = device.map(|device| device.enrolled_at).unwrap_or_default();
    Ok(row(enrolled_at, record))
}

fn row(enrolled_at: WallTime, record: OperationRecord) -> OperationRow {
    OperationRow {
        occurred: when(enrolled_at, &record),
        op: record.op,
        worker: record.worker,
        device: record.device,
        received_at: record.pushed.received,
        outcome: record.outcome,
        kind: record.kind,
        code: record.code,
    }
}

/// One that cannot be read happened before it arrived; that is all there is to know.
fn when(enrolled_at: WallTime, record: &OperationRecord) -> Occurred {
    let possible = Possible {
        from: enrolled_at,
        until: record.pushed.received,
    };
    match serde_json::from_str::<WireOperation>(&record.body) {
        Ok(operation) => occurred(operation.at, record.pushed.clock, possible),
        Err(_) => Occurred {
            at: possible.until,
            quality: Quality::C,
        },
    }
}
