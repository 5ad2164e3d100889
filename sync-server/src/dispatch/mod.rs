//! Who gets which order: requests become orders, orders are routed and decided about.
//!
//! - [`make`]: requests become orders, by a dispatcher's selection or by themselves
//! - [`draft`]: what a new order says, from the requests that it serves
//! - [`crews`]: the town as routing sees it
//! - [`follow_up`]: work that is left becomes the next order
//! - [`decide`]: the office's decisions, one at a time or many; [`limits`]: how much at once
//!
//! Orders are stored through [`crate::orders`] alone.

mod assignee;
mod crews;
mod decide;
mod draft;
mod follow_up;
mod limits;
mod make;

pub use decide::{assign, decide, merge, task_for};
pub use follow_up::{follow_up, withdraw};
pub use make::{assign_itself, make};
