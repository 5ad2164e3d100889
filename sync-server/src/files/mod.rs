//! Photos: uploaded resumably (tus 1.0.0), kept by content, served to staff.
//!
//! - [`store`]: files on disk, named by their content
//! - [`tus`]: the addresses of uploads; [`headers`]: what clients say there; [`upload`]: what they do; [`busy`]: one writer an
//!   upload
//! - [`arrive`]: a photo's content is here: its order hears of it
//! - [`collect`]: files that nobody names go after a month
//! - [`kind`]: what a file is; what cannot be opened as a picture is kept as a file
//! - [`picture`]: a worker's photo for staff, whole or small; [`answer`]: any file as an answer

mod answer;
mod arrive;
mod busy;
mod collect;
pub mod headers;
mod kind;
mod picture;
mod store;
mod tus;
mod upload;

use axum::Router;
use axum::middleware::map_response;
use axum::routing::post;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::AppState;

pub use answer::{answer, is_picture};
pub use arrive::{Kept, arrive, keep};
pub use collect::collect;
pub use store::{FileStore, Stored};
pub use upload::forget_expired;

/// `/api/photos/{photo}`.
#[must_use]
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(picture::photo))
}

/// `/files/v1`: tus has its own documentation.
pub fn tus_router() -> Router<AppState> {
    Router::new()
        .route("/files/v1", post(tus::create).options(tus::options))
        .route(
            "/files/v1/{upload}",
            axum::routing::head(tus::offset)
                .patch(tus::append)
                .delete(tus::terminate)
                .post(tus::instead)
                .options(tus::options),
        )
        .layer(map_response(tus::with_version))
}

#[cfg(test)]
mod tests;
