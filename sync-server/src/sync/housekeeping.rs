//! What becomes due with time: held operations, aged orders, forgotten rows, photos that never came.

use crate::app::AppState;

/// Looks after the town until the server stops.
pub async fn run(app: AppState) {
    app.stopped().await;
}
