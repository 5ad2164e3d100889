//! One window at a time has the store. A lock lets a second one wait, say why, and go on when the first is closed.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::super::directory;

/// Nobody reads or writes it.
const LOCK: &str = "lock";

/// The directory of the store, made if need be.
pub(super) async fn directory() -> Result<PathBuf, String> {
    let directory = directory::of_data().await;
    let directory = directory.ok_or("this system has no place for an app's data")?;
    std::fs::create_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    Ok(directory)
}

/// Waits until nobody else has the store; `elsewhere` is called when that is not at once. It is held until the file is dropped.
pub(super) async fn hold(directory: &Path, elsewhere: impl FnOnce()) -> Result<File, String> {
    let said = |error: std::io::Error| format!("the store's lock: {error}");
    let file = File::create(directory.join(LOCK)).map_err(said)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => elsewhere(),
        Err(TryLockError::Error(error)) => return Err(said(error)),
    }
    let waited = tokio::task::spawn_blocking(move || file.lock().map(|()| file)).await;
    waited.map_err(std::io::Error::from).flatten().map_err(said)
}
