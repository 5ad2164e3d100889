//! Gateways that speak HTTP. What one wants to hear, and how it answers, is described by settings alone: a new provider is a
//! few lines of a file and no release.
//!
//! ```text
//! send:     templates -> request -> answer -> rules: taken (under which id), refused, later, or nobody knows
//! look up:  by our own id, before a message of which nobody knows is sent again
//! webhooks: fields -> receipt, or a text that somebody wrote
//! ```
//! - [`settings`]: the description, checked before anything is sent
//! - `template`: requests from it; `find`: what stands where in an answer
//! - `call`: one request; `gateway`: what its answer means
//! - [`webhook`]: what the provider brings
//! - `hook`: messages to a program of the town's own

mod call;
mod find;
mod gateway;
mod hook;
pub mod settings;
mod template;
pub mod webhook;

pub use find::{Find, Rule};
pub use gateway::{Gateway, LookedUp, is_strong};
pub use hook::Webhook;
pub use settings::Settings;
