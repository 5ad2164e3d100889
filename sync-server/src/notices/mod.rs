//! Messages to citizens: told once, told the truth (DESIGN.md section 6, SYNC.md "Notices").

use axum::Router;

use crate::act::Act;
use crate::app::AppState;
use crate::error::Result;
use crate::orders::OrderChange;
use crate::storage::WriteTx;

/// Follows a change of an order, in its transaction: writes the rows of messages it causes, cancels what it
/// contradicts, and judges the gates of those that wait for it (a photo that arrived, a conflict that was settled).
///
/// # Errors
/// When the storage fails.
pub async fn on_order_changed(_tx: &mut dyn WriteTx, _change: OrderChange<'_>, _act: &Act) -> Result<()> {
    Ok(())
}

/// `/inbox`: the demo inbox, when the configuration has one.
pub fn inbox_router() -> Router<AppState> {
    Router::new()
}

/// Sends what is due until the server stops.
pub async fn run(app: AppState) {
    app.stopped().await;
}
