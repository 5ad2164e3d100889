//! The device without its screens: store, outbox, sync client, photos, navigation.
//!
//! Screens speak [`protocol`] and see nothing else; with the feature `engine` off, this crate is only that. A shell gives
//! the engine its [`ports`] (clock, timer, randomness, files, HTTP) and drives it: a thread natively ([`native`]), a
//! dedicated worker in a browser.
//!
//! - [`Engine`]: the actor, one request and one reply; one worker's
//! - [`Installation`]: the workers of a device, an engine each
//! - `store`: base, pending operations and view, in one SQLite database
//! - [`sync`]: push and pull
//! - `files`: uploads of photos
//! - `map`: the street map, kept for places without network
//! - [`photo`]: what becomes of a camera's picture (its own crate, shared with the server)
//! - [`navigation`], [`route`]: distance and direction, the order of visits
//! - [`track`]: a recorded way, to be played instead of a receiver's positions
//! - `screens`: what the screens show, read from the store

#[cfg(feature = "engine")]
mod bell;
#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "engine")]
mod error;
#[cfg(feature = "engine")]
mod files;
#[cfg(feature = "engine")]
mod installation;
#[cfg(feature = "engine")]
mod map;
#[cfg(all(feature = "engine", not(target_arch = "wasm32")))]
pub mod native;
#[cfg(feature = "engine")]
pub mod navigation;
#[cfg(feature = "engine")]
pub mod ports;
pub mod protocol;
#[cfg(feature = "engine")]
pub mod route;
#[cfg(feature = "engine")]
mod screens;
#[cfg(feature = "engine")]
mod store;
#[cfg(feature = "engine")]
pub mod sync;
#[cfg(feature = "engine")]
pub mod track;

#[cfg(feature = "engine")]
pub use engine::{Answer, Engine};
#[cfg(feature = "engine")]
pub use error::EngineError;
#[cfg(feature = "engine")]
pub use installation::Installation;
#[cfg(feature = "engine")]
pub use kuitti_photo as photo;
