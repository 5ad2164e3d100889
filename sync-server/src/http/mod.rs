//! The edge: problem+json, headers, static files, health and metrics. Nothing here knows a rule of the field.

mod assets;
pub mod extract;
mod headers;
mod health;
pub mod json;
pub mod openapi;
pub mod problem;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::decompression::RequestDecompressionLayer;
use utoipa::openapi::OpenApi;

use crate::app::AppState;

/// Addresses that belong to no area: health, metrics, the OpenAPI document, bundles and styles.
pub fn router(state: &AppState, document: OpenApi) -> Router<AppState> {
    let document = Arc::new(document);
    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/metrics", get(health::metrics))
        .route(
            "/api/openapi.json",
            get(move || openapi::serve(Arc::clone(&document))),
        )
        .merge(assets::router(state.web.as_deref()))
}

/// What every answer passes through, outermost last.
pub fn with_layers(router: Router<AppState>, state: &AppState) -> Router<AppState> {
    router
        .fallback(crate::citizen::no_such_page)
        .layer(axum::middleware::from_fn(headers::secure))
        .layer(axum::middleware::from_fn_with_state(
            Arc::clone(state),
            crate::auth::check_origin,
        ))
        .layer(CompressionLayer::new().gzip(true).compress_when(not_packed_yet()))
        .layer(RequestDecompressionLayer::new().gzip(true))
        .layer(axum::middleware::from_fn(health::observe))
}

/// What a phone reads without the network's help is packed already.
fn not_packed_yet() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new(kuitti_packed::MEDIA_TYPE))
}

#[cfg(test)]
mod tests;
