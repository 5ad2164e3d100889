//! The web platform: what the engine and the screens need from a browser.
//!
//! ```text
//! page (screens) --message--> engine's worker (SQLite on OPFS, HTTP) --message--> photo worker (developing)
//! ```
//! Page and workers are separate wasm instances that share nothing but messages.

pub mod error;
pub mod message;
#[cfg(feature = "screens")]
pub mod page;
#[cfg(feature = "worker")]
pub mod worker;

use web_sys::{Worker, WorkerOptions, WorkerType};

use self::error::ShellError;

/// The name by which a worker knows that it runs the engine.
pub const ENGINE: &str = "engine";
/// The name by which a worker knows that it develops photos.
pub const PHOTO_LAB: &str = "photo-lab";

/// Starts a worker from the workers' script; by its `name` it knows what it is for.
fn start_worker(script: &str, name: &str) -> Result<Worker, ShellError> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    Worker::new_with_options(script, &options).map_err(ShellError::refused("a worker"))
}
