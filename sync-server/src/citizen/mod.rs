//! What citizens see: server-rendered pages that work without any script.

use axum::Router;

use crate::app::AppState;

/// `/`, `/report`, `/t/{code}`, `/track`.
pub fn router() -> Router<AppState> {
    Router::new()
}
