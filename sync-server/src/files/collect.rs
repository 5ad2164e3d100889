//! Files that nobody names are thrown away after a month (SYNC.md rule 13). Until then a device may still announce what it
//! brought, or offer it again; both touch the row.

use kuitti_shared::unit::Millis;

use crate::act::Actor;
use crate::app::App;
use crate::error::Result;
use crate::storage::{BlobRecord, WriteTx};

/// How long a file that nobody names is kept.
const KEPT: Millis = Millis::from_days(30);
/// How many are looked at in one transaction.
const AT_ONCE: u32 = 200;

/// What became of files that were not touched for long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Collected {
    /// How many were looked at; none: there are no more.
    pub all: usize,
    /// How many of them went.
    pub removed: usize,
}

/// Throws away some of what nobody names. What somebody names is looked at again after a month.
///
/// # Errors
/// When the storage or the file system fails.
pub async fn collect(app: &App) -> Result<Collected> {
    let act = app.act(Actor::Server);
    let before = act.now - KEPT;
    let untouched = app.storage.look().await?.untouched_blobs(before, AT_ONCE).await?;
    if untouched.is_empty() {
        return Ok(Collected::default());
    }
    let mut tx = app.storage.write().await?;
    let mut locked = Vec::new();
    for sha256 in &untouched {
        // Whoever offers it again waits for this lock, or has touched it before.
        locked.extend(tx.blob(sha256).await?.filter(|blob| blob.touched_at < before));
    }
    let named = tx.named_among(&untouched).await?;
    let mut removed = 0;
    for blob in locked {
        if named.contains(&blob.sha256) {
            let touched_at = act.now;
            tx.put_blob(&BlobRecord { touched_at, ..blob }).await?;
        } else {
            forget(app, &mut *tx, &blob).await?;
            removed += 1;
        }
    }
    tx.commit().await?;
    let all = untouched.len();
    Ok(Collected { all, removed })
}

/// The file goes under the lock: a moment later somebody may have brought it again.
async fn forget(app: &App, tx: &mut dyn WriteTx, blob: &BlobRecord) -> Result<()> {
    app.files.remove(&blob.sha256).await?;
    tx.delete_blob(&blob.sha256).await?;
    metrics::counter!("kuitti_files_collected_total").increment(1);
    Ok(())
}
