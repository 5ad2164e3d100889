//! What citizens see: start, report, receipt, tracking. Rendered here, readable on any phone, without any script.
//!
//! - [`page`]: the frame, the visitor's language, headers
//! - [`templates`], [`icons`]: how pages are written; everything printed is escaped
//! - [`form`]: the report form as it arrives and as it is shown again
//! - [`report`], [`receipt`], [`track`]: the pages; [`case`]: what a tracking page tells
//!
//! A tracking code stands in no log: routes are logged, never paths, and the receipt comes by a cookie.

pub(crate) mod case;
mod form;
mod icons;
pub mod page;
mod photos;
mod receipt;
mod report;
mod start;
pub mod templates;
mod track;

#[cfg(test)]
pub(crate) mod tests;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{get, post};

use crate::app::AppState;
use crate::intake::limits;

/// Words and three photos, with room for the form around them.
const FORM_BYTES: usize = limits::PHOTOS * limits::PHOTO_BYTES + 256 * 1024;

/// The citizens' addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/", get(start::show))
        .route(
            "/report",
            get(report::show)
                .post(report::send)
                .layer(DefaultBodyLimit::max(FORM_BYTES)),
        )
        .route("/report/sent", get(receipt::show))
        .route("/report/locate.js", get(locate))
        .route("/track", get(track::form).post(track::find))
        .route("/t/{code}", get(track::show))
        .route("/t/{code}/quiet", post(track::stop_messages))
        .route("/t/{code}/photos/{sha256}", get(photos::show))
}

/// "Use my position": the only script of these pages, and they work without it.
async fn locate() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "max-age=86400"),
    ];
    (headers, include_str!("../../../assets/citizen/locate.js"))
}
