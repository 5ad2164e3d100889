//! The OpenAPI document: put together from the handlers' own annotations, so that it cannot drift from them.

use std::sync::Arc;

use axum::response::IntoResponse;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::AppState;

#[derive(OpenApi)]
#[openapi(info(
    title = "Kuitti",
    description = "Requests, orders, devices and notices of a town. Errors are RFC 9457 problem+json with a stable `code`.",
    license(name = "Apache-2.0", identifier = "Apache-2.0")
))]
struct Document;

/// The empty document that areas add their addresses to.
#[must_use]
pub fn document() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(Document::openapi())
}

pub(super) async fn serve(document: Arc<utoipa::openapi::OpenApi>) -> impl IntoResponse {
    super::json::Json(document)
}
