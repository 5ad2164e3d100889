//! Files of requests from other systems.

use std::path::Path;

use crate::app::AppState;
use crate::error::Result;

/// Imports a file and writes what became of each line to `report`. Answers what to print.
///
/// # Errors
/// When the file cannot be read as what `preset` says; then nothing was changed.
pub async fn run_file(_app: &AppState, _file: &Path, _preset: &str, _report: &Path) -> Result<String> {
    Ok(String::new())
}
