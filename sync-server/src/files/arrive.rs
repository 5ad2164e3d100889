//! A photo's content is here: every order that waits for it hears of it, in one transaction, and so do its notices.

use kuitti_shared::apply::photo_arrived;
use kuitti_shared::id::Sha256Hex;

use super::kind::kind_of_whole;
use super::store::in_background;
use crate::act::Act;
use crate::app::App;
use crate::error::Result;
use crate::hash;
use crate::orders;
use crate::storage::{BlobRecord, PhotoRow, WriteTx};

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

/// What became of a photo that came in one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was not here.
    New,
    /// It was.
    Known,
    /// It is not what was announced, or nothing at all.
    Refused,
}

/// Keeps a photo that came in one piece, and lets its orders know.
///
/// # Errors
/// When storage or disk fail.
pub async fn keep(app: &App, announced: &Sha256Hex, bytes: &[u8], act: &Act) -> Result<Kept> {
    if bytes.is_empty() || hash::sha256(bytes) != *announced {
        return Ok(Kept::Refused);
    }
    let known = app.storage.look().await?.blob(announced).await?;
    let known = known.filter(|_| app.files.blob_path(announced).exists());
    let is_known = known.is_some();
    let blob = match known {
        Some(blob) => BlobRecord {
            touched_at: act.now,
            ..blob
        },
        None => taken_in(app, announced, bytes.to_vec(), act).await?,
    };
    let mut tx = app.storage.write().await?;
    tx.put_blob(&blob).await?;
    arrive(&mut *tx, announced, act).await?;
    tx.commit().await?;
    if is_known {
        return Ok(Kept::Known);
    }
    metrics::counter!("kuitti_photos_arrived_total").increment(1);
    Ok(Kept::New)
}

/// Writes what was not here yet to disk, looked at once.
async fn taken_in(app: &App, sha256: &Sha256Hex, bytes: Vec<u8>, act: &Act) -> Result<BlobRecord> {
    let size = bytes.len() as u64;
    let looked_at = bytes.clone();
    let media_type = in_background(move || Ok(kind_of_whole(&looked_at))).await?;
    app.files.put(bytes).await?;
    Ok(BlobRecord {
        sha256: sha256.clone(),
        size,
        media_type: media_type.to_owned(),
        touched_at: act.now,
    })
}
