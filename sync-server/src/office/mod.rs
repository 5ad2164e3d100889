//! The office's API under `/api`: what the console does, and what any other program may.
//!
//! - [`handlers`]: the addresses; each checks the permission of the role
//! - [`request_views`], [`order_views`], [`operation_views`], [`device_views`], [`town_view`], [`history`]: what is shown
//! - [`satisfaction`]: what citizens thought of it
//! - [`calls`]: the contact centre; [`attention`]: what waits for a person
//! - [`categories`], [`enrolment`], [`devices`]: what is changed
//! - [`events`]: live updates; [`export`]: files to be handed on
//! - [`page`], [`privacy`]: pages of lists, and what is left out for whom
//!
//! Orders are made and decided about in [`crate::dispatch`]; requests come in through [`crate::intake`].

mod attention;
mod calls;
mod categories;
mod device_views;
mod devices;
mod enrolment;
mod events;
mod export;
mod handlers;
mod history;
mod operation_views;
mod order_views;
mod page;
mod privacy;
mod request_views;
mod satisfaction;
mod town_view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::AppState;
use handlers::{attention as attention_desk, calls as calls_desk, orders, people, requests, town};

pub use enrolment::issue as issue_enrolment;
pub use export::{Exported, export};

/// The addresses of the office.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(requests::list_requests, calls_desk::take_request))
        .routes(routes!(requests::read_request))
        .routes(routes!(requests::read_photo))
        .routes(routes!(requests::hand_out_data))
        .routes(routes!(requests::decide_reopening))
        .routes(routes!(requests::read_answers))
        .routes(routes!(requests::read_satisfaction))
        .routes(routes!(orders::list_orders, orders::make_orders))
        .routes(routes!(orders::assign_orders))
        .routes(routes!(orders::read_order))
        .routes(routes!(orders::decide))
        .routes(routes!(orders::merge))
        .routes(routes!(attention_desk::list_attention))
        .routes(routes!(attention_desk::settle_task))
        .routes(routes!(calls_desk::find_caller))
        .routes(routes!(town::read_town))
        .routes(routes!(town::change_category))
        .routes(routes!(town::read_audit))
        .routes(routes!(town::listen))
        .routes(routes!(people::issue_enrolment))
        .routes(routes!(people::list_devices))
        .routes(routes!(people::revoke_device))
        .routes(routes!(people::drain_device))
}
