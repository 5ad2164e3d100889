//! The device without its screens: store, outbox, sync client, photos, navigation.
//!
//! Screens speak [`protocol`] and see nothing else; with the feature `engine` off, this crate is only that. A shell gives
//! the engine its [`ports`] (clock, timer, randomness, files, HTTP) and drives it: a thread natively, a dedicated worker
//! in a browser.

#[cfg(feature = "engine")]
pub mod photo;
#[cfg(feature = "engine")]
pub mod ports;
pub mod protocol;
