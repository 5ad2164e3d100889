//! How requests come in: the public form, the contact centre, workers in the field. One service for all of them.

use kuitti_shared::id::WorkerId;
use kuitti_shared::operation::Report;

use crate::act::Act;
use crate::error::Result;
use crate::storage::WriteTx;

/// A worker found a problem on the way (`report@1`): makes a request with the id that the device gave it. The same
/// report again changes nothing.
///
/// # Errors
/// 422 when the report makes no sense (unknown category, no place); the operation is then quarantined with this code.
pub async fn report_from_field(
    _tx: &mut dyn WriteTx,
    _report: &Report,
    _worker: WorkerId,
    _act: &Act,
) -> Result<()> {
    Ok(())
}
