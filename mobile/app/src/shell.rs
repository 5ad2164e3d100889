//! The platform: what the engine and the screens need from a browser, or from a window of our own.
//!
//! ```text
//! browser: page (screens) --message--> engine's worker (SQLite on OPFS, HTTP) --message--> photo worker (developing)
//! window:  window (screens, drawn by a web view) --channel--> engine's thread (SQLite in a file, HTTP)
//! ```
//! In a browser, page and workers are separate wasm instances that share nothing but messages. Natively everything is one
//! process; the web view draws, and does what only a web page can (`native/page.js`). Screens name [`page`] and nothing else.

#[cfg(any(target_arch = "wasm32", test))]
mod by_name;
#[cfg(target_arch = "wasm32")]
pub mod error;
#[cfg(target_arch = "wasm32")]
pub mod message;
#[cfg(feature = "screens")]
mod news;
#[cfg(feature = "screens")]
mod on_map;
#[cfg(all(feature = "screens", target_arch = "wasm32"))]
pub mod page;
#[cfg(feature = "screens")]
pub mod platform;
#[cfg(feature = "screens")]
pub mod whereabouts;
#[cfg(all(feature = "screens", not(target_arch = "wasm32")))]
pub mod window;
#[cfg(all(feature = "worker", target_arch = "wasm32"))]
pub mod worker;
#[cfg(target_arch = "wasm32")]
mod workers;

#[cfg(all(feature = "screens", not(target_arch = "wasm32")))]
pub use window as page;
