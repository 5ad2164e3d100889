//! Files of requests from other systems: looked through once, then taken in line by line, with a verdict on each.
//!
//! ```text
//! file -> survey (whole, nothing written) -> lines -> drafts -> intake, some hundred lines a transaction -> report
//! ```
//! - [`preset`]: how another system writes; [`la311`]: one of them
//! - [`file`]: the file as a whole; [`line`]: one line; [`finding`]: what is said about it
//! - [`service`]: the import; [`report`]: its result as CSV; [`desk`]: the addresses
//!
//! The four verdicts add up to the lines of the file. A line that came in before is known by its number there, so that the
//! same file adds nothing twice.

mod categories;
mod desk;
pub mod file;
pub mod finding;
pub mod la311;
pub mod line;
pub mod preset;
pub mod report;
pub mod service;

#[cfg(test)]
mod tests;

pub use desk::router;
pub use file::FileProblem;
pub use service::{Source, import};

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use kuitti_shared::domain::Language;
use kuitti_text::Text;

use crate::act::Actor;
use crate::app::AppState;
use crate::error::Result;

/// Imports a file and writes what became of each line to `report`. Answers what to print.
///
/// # Errors
/// When the file cannot be read as what `preset` says; then nothing was changed.
pub async fn run_file(app: &AppState, file: &Path, preset: &str, report: &Path) -> Result<String> {
    let source = Source {
        preset: preset::named(preset)?,
        path: file.to_owned(),
        name: file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    };
    let summary = import(&*app.storage, source, &app.act(Actor::Server)).await?;
    let text = Text::new(Language::En);
    let sink = BufWriter::new(File::create(report)?);
    report::write(&*app.storage, summary.id, text, sink).await?;
    Ok(report::in_one_line(&summary, text))
}
