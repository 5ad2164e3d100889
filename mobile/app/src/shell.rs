//! The web platform: what the engine and the screens need from a browser.
//!
//! ```text
//! page (screens) --postMessage--> dedicated worker (engine, SQLite on OPFS, HTTP)
//! ```

pub mod error;
pub mod locks;
pub mod store;
