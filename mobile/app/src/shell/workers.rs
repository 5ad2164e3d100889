//! Starting the browser's workers: the page starts the engine's, which starts those that develop photos.

use web_sys::{Worker, WorkerOptions, WorkerType};

use super::error::ShellError;

/// The name by which a worker knows that it runs the engine.
#[cfg(feature = "screens")]
pub(super) const ENGINE: &str = "engine";
/// The name by which a worker knows that it develops photos.
#[cfg(feature = "worker")]
pub(super) const PHOTO_LAB: &str = "photo-lab";

/// Starts a worker from the workers' script; by its `name` it knows what it is for.
pub(super) fn start_worker(script: &str, name: &str) -> Result<Worker, ShellError> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    Worker::new_with_options(script, &options).map_err(ShellError::refused("a worker"))
}
