//! A photo's content is here: every order that waits for it hears of it, in one transaction, and so do its notices.

use kuitti_shared::apply::photo_arrived;
use kuitti_shared::id::Sha256Hex;

use crate::act::Act;
use crate::error::Result;
use crate::orders;
use crate::storage::{PhotoRow, WriteTx};

/// Marks all photos with this content as arrived.
///
/// # Errors
/// When the storage fails.
pub async fn arrive(tx: &mut dyn WriteTx, sha256: &Sha256Hex, act: &Act) -> Result<()> {
    for row in tx.photos_awaiting(sha256).await? {
        tx.put_photo(&PhotoRow {
            arrived: true,
            ..row.clone()
        })
        .await?;
        let Some(found) = orders::survivor(tx, row.order).await? else {
            continue;
        };
        let before = found.order;
        if let Some(after) = photo_arrived(&before, sha256) {
            orders::store(tx, Some(&before), &after, &[], act).await?;
        }
    }
    Ok(())
}
