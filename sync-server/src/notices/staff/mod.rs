//! Messages to people of the town: urgent work that a phone has not fetched, what somebody watches, and deadlines.
//!
//! ```text
//!  a change of an order --> plan: rows as `rules::staff_news` says   } one transaction
//!  every minute ----------> deadlines: rows for warnings and breaches
//!  a sync ----------------> fetched: the phone has it, nothing needs to be said
//!  the courier's lanes ---> book: is it still so? -> leased -> sent
//! ```
//! - [`reach`]: who is told, and where; [`desk`]: what each chooses

mod book;
mod deadlines;
mod desk;
mod fetched;
mod plan;
mod reach;
mod text;

#[cfg(test)]
mod tests;

pub(super) use book::Colleagues;
pub(super) use deadlines::run;
pub(super) use desk::router;
pub(crate) use fetched::{fetched, take_back_fetched};
pub(crate) use plan::tell;
