//! What happens when the town comes back from the past (SYNC.md rule 11).
//!
//! A copy is marked. Opening a marked one means that devices know more than the server, so that every scope begins a new
//! epoch (they pull snapshots and send again what the server forgot), and a message that waited when the copy was made may
//! have left since, so that a person decides about it.

use kuitti_shared::domain::NoticeState;
use serde_json::Value;

use super::{EPOCH_SETTING, Storage, StorageResult};
use crate::ports::{Entropy as _, SystemEntropy};

/// The setting that marks a copy.
pub(super) const MARK: &str = "copy";

/// Looks whether this database is a copy that is opened for the first time.
pub(super) async fn welcome(storage: &dyn Storage) -> StorageResult<()> {
    if storage.look().await?.setting(MARK).await? == Some(Value::Bool(true)) {
        tracing::warn!("this is a restored copy: devices will send again what came after it");
        renew(storage).await?;
    }
    Ok(())
}

/// Begins anew with every device, and gives what waited to be sent to a person. Says how many messages.
///
/// # Errors
/// When the storage fails.
pub async fn renew(storage: &dyn Storage) -> StorageResult<usize> {
    let mut tx = storage.write().await?;
    tx.put_setting(MARK, &Value::Bool(false)).await?;
    tx.renew_epochs().await?;
    tx.put_setting(EPOCH_SETTING, &drawn().into()).await?;
    let waiting = tx.notices_in(&["waiting", "leased"], u32::MAX).await?;
    for notice in &waiting {
        let mut notice = notice.clone();
        notice.state = NoticeState::Uncertain;
        notice.due_at = None;
        notice.leased_until = None;
        tx.put_notice(&notice).await?;
    }
    tx.commit().await?;
    Ok(waiting.len())
}

/// By lot, whatever the copy says: no two restorations may agree. Below the bits with which a cursor says more.
fn drawn() -> u64 {
    let mut bytes = [0; 8];
    SystemEntropy.fill(&mut bytes);
    u64::from_le_bytes(bytes) >> 26
}
