//! Photos: kept by content, uploaded resumably (tus 1.0.0), served to staff.

mod answer;
mod store;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::app::AppState;

pub use answer::answer;
pub use store::{FileStore, Stored};

/// `/api/photos/{photo}`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
}

/// `/files/v1`: tus has its own documentation.
pub fn tus_router() -> Router<AppState> {
    Router::new()
}
