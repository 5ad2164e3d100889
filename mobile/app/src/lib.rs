//! The field app: the screens, and the shell that joins them to the engine.
//!
//! Everything that knows about a platform lies in [`shell`]; it is the only module here that may be `unsafe`.

#[cfg(target_arch = "wasm32")]
pub mod shell;
