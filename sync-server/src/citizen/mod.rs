//! What citizens see: start, report, receipt, tracking. Rendered here, readable on any phone, without any script.
//!
//! - [`page`]: the frame, the visitor's language, headers
//! - [`templates`], [`icons`]: how pages are written; everything printed is escaped
//! - [`form`]: the report form as it arrives and as it is shown again
//! - [`own`]: one's own data, to read, take away and delete
//! - [`place`]: where it is, on a map without a script
//! - [`near`]: is it one of these? [`problems`]: what is open, for everybody
//! - [`report`], [`receipt`], [`track`]: the pages; [`case`]: what a tracking page tells; [`feedback`],
//!   [`confirm`]: what is said on it
//!
//! A tracking code stands in no log: routes are logged, never paths, and the receipt comes by a cookie.

pub(crate) mod case;
mod confirm;
mod feedback;
mod form;
mod icons;
mod near;
mod own;
pub mod page;
mod photos;
mod place;
mod problems;
mod receipt;
mod report;
mod start;
pub mod templates;
mod track;

#[cfg(test)]
mod abuse_tests;
#[cfg(test)]
mod confirm_tests;
#[cfg(test)]
mod feedback_tests;
#[cfg(test)]
mod near_tests;
#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod place_tests;
#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use self::page::Visitor;
use crate::app::AppState;
use crate::auth::{Attempt, Caller};
use crate::http::problem::no_such_address;
use crate::intake::limits;
use crate::map;

/// Words and three photos, with room for the form around them.
const FORM_BYTES: usize = limits::PHOTOS * limits::PHOTO_BYTES + 256 * 1024;

/// The citizens' addresses.
pub fn router(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/", get(start::show))
        .route(
            "/report",
            get(report::show)
                .post(report::send)
                .layer(DefaultBodyLimit::max(FORM_BYTES)),
        )
        .route(
            "/report/place",
            post(place::choose).layer(DefaultBodyLimit::max(FORM_BYTES)),
        )
        .route("/report/sent", get(receipt::show))
        .route("/report/locate.js", get(locate))
        .route("/problems", get(problems::show))
        .route("/map/picture.svg", get(map::picture))
        .route("/track", get(track::form).post(track::find))
        .route("/t/{code}", get(track::show))
        .route("/t/{code}/rating", post(feedback::take_rating))
        .route(
            "/t/{code}/reopen",
            post(feedback::take_doubt).layer(DefaultBodyLimit::max(FORM_BYTES)),
        )
        .route("/t/{code}/wishes", post(feedback::take_wishes))
        .route("/t/{code}/data", get(own::show))
        .route("/t/{code}/data.json", get(own::download))
        .route("/t/{code}/forget", post(own::take_wish_to_be_forgotten))
        .route("/t/{code}/confirm", post(confirm::take_code))
        .route("/t/{code}/confirm/again", post(confirm::send_again))
        .route("/t/{code}/quiet", post(track::stop_messages).get(track::show))
        .route("/t/{code}/photo", get(photos::show_after))
        .route("/t/{code}/photos/{sha256}", get(photos::show))
        .route_layer(from_fn_with_state(Arc::clone(state), unless_too_often))
}

/// Whoever looks too often waits, before anything is read for them.
async fn unless_too_often(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    request: Request,
    next: Next,
) -> Response {
    match app.limits.take(Attempt::Look, &peer.to_string(), app.clock.now()) {
        Ok(()) => next.run(request).await,
        Err(busy) => visitor.trouble(&app.config.town, &busy),
    }
}

/// "Use my position": the only script of these pages but the demo inbox's, and they work without it.
async fn locate() -> impl IntoResponse {
    script(include_str!("../../../assets/citizen/locate.js"))
}

/// A script of these pages.
pub fn script(source: &'static str) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "max-age=86400"),
    ];
    (headers, source)
}

/// An address that nobody serves: a page for people, a problem for programs.
pub async fn no_such_page(State(app): State<AppState>, visitor: Visitor, headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    if !accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        return no_such_address().await.into_response();
    }
    let town = &app.config.town;
    visitor.message(town, StatusCode::NOT_FOUND, "citizen-gone-title", "citizen-gone")
}
