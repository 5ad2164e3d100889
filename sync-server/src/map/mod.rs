//! The base map.

use axum::Router;

use crate::app::AppState;

/// The addresses of the base map.
pub fn router() -> Router<AppState> {
    Router::new()
}
