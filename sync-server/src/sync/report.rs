//! `report@1`, and `report@2` with photos: a worker found a new problem on the way; it becomes a request like any other.

use kuitti_shared::id::{Sha256Hex, WorkerId};
use kuitti_shared::operation::Report;
use kuitti_shared::sync::{ReceiptOutcome, code};

use super::ledger::Verdict;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::intake;
use crate::storage::WriteTx;

/// Takes a report in. One that makes no sense is kept for the office instead.
pub(super) async fn take(
    tx: &mut dyn WriteTx,
    report: &Report,
    photos: &[Sha256Hex],
    worker: WorkerId,
    act: &Act,
) -> Result<Verdict> {
    match intake::report_from_field(tx, report, photos, worker, act).await {
        Ok(()) => Ok(Verdict::new(ReceiptOutcome::Applied, code::APPLIED)),
        Err(Error::Refused { .. } | Error::Fields(_)) => Ok(Verdict::quarantined(code::MALFORMED)),
        Err(error) => Err(error),
    }
}
