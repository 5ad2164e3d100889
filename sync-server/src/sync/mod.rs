//! Devices push operations and pull changes in one stateless request. docs/SYNC.md is the specification; the steps:
//!
//! ```text
//! envelope -> numbering (rule 1) -> apply (rules 2, 6, 7, 8) -> ledger      one write transaction, when there is news
//!                                                 |-> held, quarantined
//!          -> glance: nothing new                                              one statement, and the answer
//!          -> glance -> page (rules 4, 5, 9, 10, 14) + town card + wanted photos       one read transaction
//! ```
//!
//! - [`handlers`]: the addresses; [`admission`]: how many at once
//! - [`body`]: JSON, or JSON packed with words that both sides know
//! - [`envelope`]: reads a request so that one bad operation costs only itself
//! - [`push`]: everything that goes up; [`numbering`], [`sender`], [`apply`], [`report`], [`ledger`] are its steps
//! - [`held`]: operations that wait for their order or for a newer server
//! - [`glance`]: has a device anything to hear at all?
//! - [`pull`]: everything that comes down; [`page`], [`epoch`], [`town_card`] are its steps
//! - [`wait`]: a request that is held open until something changes
//! - [`enrol`]: a one-time code becomes a device
//! - [`rescue`]: what a phone could not send comes in as a file
//! - [`housekeeping`]: what becomes due with time
//! - [`presence`]: when each device was last heard

mod admission;
mod apply;
mod body;
mod enrol;
mod envelope;
pub mod epoch;
mod glance;
mod handlers;
mod held;
pub mod housekeeping;
mod ledger;
mod numbering;
mod page;
mod presence;
mod pull;
mod push;
mod report;
mod rescue;
mod rescue_desk;
mod sender;
mod told;
mod town_card;
mod wait;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::AppState;

pub use admission::Admission;
pub use held::replay_held;
pub use presence::{Presence, Seen};

/// `/sync/v1` and its parts.
#[must_use]
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handlers::sync))
        .routes(routes!(handlers::wait))
        .routes(routes!(handlers::enrol))
        .layer(axum::extract::DefaultBodyLimit::max(envelope::BODY))
        .merge(rescue_desk::router())
}

#[cfg(test)]
mod tests;
