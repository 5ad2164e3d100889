//! Every operation is written down with its verdict, whatever the verdict is.

use kuitti_shared::id::{ConflictId, OpId};
use kuitti_shared::sync::{Receipt, ReceiptOutcome, code};
use kuitti_shared::unit::Seq;

use super::envelope::Incoming;
use super::sender::Sender;
use crate::act::Act;
use crate::error::Result;
use crate::pokes::Poke;
use crate::storage::{OfficeTask, OperationRecord, PushedAt, WriteTx};

/// A verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) outcome: ReceiptOutcome,
    pub(super) code: &'static str,
    pub(super) conflict: Option<ConflictId>,
}

impl Verdict {
    pub(super) const fn new(outcome: ReceiptOutcome, code: &'static str) -> Self {
        Self {
            outcome,
            code,
            conflict: None,
        }
    }

    /// The office has it, as it was sent.
    pub(super) const fn quarantined(code: &'static str) -> Self {
        Self::new(ReceiptOutcome::Quarantined, code)
    }

    /// It waits until the server can understand or place it.
    pub(super) const fn held(code: &'static str) -> Self {
        Self::new(ReceiptOutcome::Held, code)
    }

    /// The receipt for the device.
    pub(super) fn receipt(self, seq: Seq, op: OpId) -> Receipt {
        Receipt {
            seq,
            op_id: op,
            outcome: self.outcome,
            code: self.code.to_owned(),
            conflict: self.conflict,
        }
    }
}

/// The receipt of a stored operation.
pub(super) fn receipt_of(seq: Seq, known: &OperationRecord) -> Receipt {
    Receipt {
        seq,
        op_id: known.op,
        outcome: known.outcome,
        code: known.code.clone(),
        conflict: known.conflict,
    }
}

/// A new operation with its verdict.
pub(super) fn entry(
    sender: &Sender,
    incoming: &Incoming,
    pushed: PushedAt,
    verdict: Verdict,
) -> OperationRecord {
    OperationRecord {
        op: incoming.op,
        device: sender.device,
        worker: sender.hand.worker,
        seq: incoming.seq,
        order: incoming.order,
        kind: incoming.kind.clone(),
        body: incoming.body.clone(),
        pushed,
        outcome: verdict.outcome,
        code: verdict.code.to_owned(),
        conflict: verdict.conflict,
        settled_at: None,
    }
}

/// Writes operations down; the office hears of what was quarantined.
pub(super) async fn write(tx: &mut dyn WriteTx, entries: &[OperationRecord], act: &Act) -> Result<()> {
    tx.put_operations(entries).await?;
    for entry in entries {
        tell_office(tx, entry, act).await?;
    }
    Ok(())
}

/// Replaces a verdict that had waited.
pub(super) async fn settle(
    tx: &mut dyn WriteTx,
    known: &OperationRecord,
    verdict: Verdict,
    act: &Act,
) -> Result<()> {
    let record = OperationRecord {
        outcome: verdict.outcome,
        code: verdict.code.to_owned(),
        conflict: verdict.conflict,
        settled_at: Some(act.now),
        ..known.clone()
    };
    write(tx, &[record], act).await
}

async fn tell_office(tx: &mut dyn WriteTx, record: &OperationRecord, act: &Act) -> Result<()> {
    let waits = record.outcome == ReceiptOutcome::Held && record.code != code::AFTER_HELD;
    if waits || record.outcome == ReceiptOutcome::Quarantined {
        tx.open_task(&OfficeTask {
            id: 0,
            code: record.code.clone(),
            order: record.order,
            operation: Some(record.op),
            opened_at: act.now,
            settled_at: None,
        })
        .await?;
    }
    tx.poke(Poke::Device {
        device: record.device,
    });
    Ok(())
}
