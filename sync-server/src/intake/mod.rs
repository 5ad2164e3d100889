//! How requests come in: one service for the web form, the contact centre, imports and reports from the field.
//!
//! - [`receive`]: the service; request, contact, first message and audit line are one transaction
//! - [`check`]: what a request must have, every mistake with its field
//! - [`field`]: what workers report on the way
//! - [`reach`]: phone numbers and e-mail addresses as people type them
//! - [`feedback`]: what citizens say about the end of their case; [`forget`]: when who reported is forgotten
//! - [`own_data`]: everything about a person, to be handed out
//! - [`code`]: tracking codes; [`confirm`]: codes that prove a number or an address
//! - [`limits`]: how long texts may be

pub mod check;
pub mod code;
pub mod confirm;
pub mod feedback;
mod field;
pub mod forget;
pub mod limits;
pub mod own_data;
pub mod reach;
mod receive;

#[cfg(test)]
mod tests;

pub use check::TypedContact;
pub use field::report_from_field;
pub use receive::{NewRequest, Origin, Received, receive, take};
