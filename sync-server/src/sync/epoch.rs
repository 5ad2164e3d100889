//! The epoch of a scope as devices know it: the scope's own, and the town's, which is drawn by lot whenever a copy is opened
//! (SYNC.md rule 11). Counting on from the copy would not do: the same backup restored twice would give out the same
//! epochs twice, and a scope that the backup does not know yet would begin where it began before.

use crate::error::Result;
use crate::storage::{EPOCH_SETTING, ReadTx};

/// What is added to the epoch of every scope.
///
/// # Errors
/// When the storage fails.
pub async fn of_town(tx: &mut dyn ReadTx) -> Result<u64> {
    let drawn = tx.setting(EPOCH_SETTING).await?;
    Ok(drawn.and_then(|drawn| drawn.as_u64()).unwrap_or_default())
}
