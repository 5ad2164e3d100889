//! A worker found something on the way.

use kuitti_shared::domain::Language;
use kuitti_shared::id::{Sha256Hex, WorkerId};
use kuitti_shared::operation::Report;

use super::{NewRequest, Origin, TypedContact, receive};
use crate::act::Act;
use crate::error::Result;
use crate::storage::WriteTx;

/// A worker found a problem on the way (`report@1`, `report@2`): makes a request with the id that the device gave it. The same
/// report again changes nothing.
///
/// # Errors
/// [`crate::error::Error::Fields`] when the report makes no sense (unknown category, no place).
pub async fn report_from_field(
    tx: &mut dyn WriteTx,
    report: &Report,
    photos: &[Sha256Hex],
    worker: WorkerId,
    act: &Act,
) -> Result<()> {
    if tx.request(report.request).await?.is_some() {
        return Ok(());
    }
    let new = NewRequest {
        origin: Origin::Field {
            worker,
            request: report.request,
        },
        category: report.category.clone(),
        description: report.description.clone(),
        place: report.place.clone(),
        contact: TypedContact::default(),
        language: Language::default(),
        photos: photos.to_vec(),
    };
    receive(tx, new, act).await?;
    Ok(())
}
