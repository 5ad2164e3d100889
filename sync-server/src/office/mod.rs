//! The office's JSON interface: thin handlers over the services.

use utoipa_axum::router::OpenApiRouter;

use crate::app::AppState;

/// The addresses of the office, `/api/...`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
}
