//! The start page: report, or follow.

use axum::extract::State;
use axum::response::Response;
use minijinja::context;

use super::page::Visitor;
use crate::app::AppState;

pub(super) async fn show(State(app): State<AppState>, visitor: Visitor) -> Response {
    let town = &app.config.town;
    let page = visitor.page(town, "start", "start.html", context! {});
    page.unwrap_or_else(|error| visitor.trouble(town, &error))
}
