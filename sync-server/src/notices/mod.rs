//! Messages to citizens: told once, told the truth.
//!
//! ```text
//!  a change of an order ---> follow: stage of the request, rows as `rules::notice_plan` says   } one transaction
//!                            gate: each row that waits, by `rules::notice_gate`                }
//!  after the commit -------> courier: lease (committed) -> sender -> what came of it
//! ```
//! - [`follow`]: the hook that order changes and citizens' wishes go through
//! - [`gate`]: the facts of the gate from the storage, and its verdict on a row
//! - [`quiet`]: the hours in which nobody is woken
//! - [`text`]: what a message says; how large that is as text message, says the crate `kuitti-sms`
//! - [`courier`]: the loop that sends; [`sender`]: e-mail by SMTP, the demo inbox
//! - [`mod@desk`]: what the office sees and decides; [`inbox`]: the demo inbox as a page

pub mod courier;
mod desk;
mod follow;
mod gate;
mod inbox;
pub mod quiet;
pub mod sender;
pub mod text;

#[cfg(test)]
pub(crate) mod tests;

pub use courier::run;
pub use desk::router;
pub(crate) use desk::row;
pub use follow::{ask_to_confirm, follow_request, tell_received};
pub(crate) use follow::{follow, on_order_changed};
pub(crate) use gate::Case;
pub use inbox::router as inbox_router;
