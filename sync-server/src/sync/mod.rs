//! Devices push operations and pull changes; SYNC.md is the specification, one file a step.

pub mod housekeeping;
mod presence;

use kuitti_shared::id::OrderId;
use utoipa_axum::router::OpenApiRouter;

use crate::act::Act;
use crate::app::AppState;
use crate::error::Result;
use crate::storage::WriteTx;

pub use presence::{Presence, Seen};

/// `/sync/v1` and its parts.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
}

/// Replays operations that waited for an order that is here now (SYNC.md rule 2).
///
/// # Errors
/// When the storage fails.
pub async fn replay_held(_tx: &mut dyn WriteTx, _order: OrderId, _act: &Act) -> Result<()> {
    Ok(())
}
