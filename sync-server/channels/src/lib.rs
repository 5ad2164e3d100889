//! Ways to a phone, as plain as they can be: a number and a text go in, what became of them comes out. Nothing here knows of
//! orders, citizens or the storage; whoever uses it decides what is sent, and what a receipt or an answer means.
//!
//! - [`report`]: what a provider says, whichever way it is spoken to
//! - [`smpp`]: a session with a message centre (SMPP 3.4)
//! - [`http`]: gateways that speak HTTP, each described by settings alone
//! - `dial`: sockets to both

mod dial;
pub mod http;
pub mod report;
pub mod smpp;

pub use report::{Incoming, NotTaken, Outcome, Receipt, Receiver, Submission, TextMessage};
