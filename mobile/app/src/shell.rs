//! The web platform: what the engine and the screens need from a browser.
//!
//! ```text
//! page (screens) --message--> engine's worker (SQLite on OPFS, HTTP) --message--> photo worker (decoding)
//! ```
//! Page and workers are separate wasm instances that share nothing but messages.

pub mod error;
pub mod message;
pub mod page;
pub mod worker;
