//! `cargo xtask soak`: simulated towns by the hundred, or one seed told event by event.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::process::{cargo, run_reading};
use crate::workspace::Workspace;

/// Runs what was asked for; the last line is the sum.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<ExitCode> {
    let mut wanted = Vec::new();
    for name in ["--seed", "--seeds", "--from"] {
        if let Some(value) = arguments.value(name)? {
            wanted.extend([name.to_owned(), value]);
        }
    }
    arguments.finish()?;
    let mut command = cargo(workspace, &["run", "--quiet", "-p=kuitti-simulation", "--"]);
    let status = run_reading(command.args(wanted), |_| ())?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
