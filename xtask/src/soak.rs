//! `cargo xtask soak`: simulated towns by the hundred, one seed told event by event, or the proof that deliberate bugs are
//! caught.

mod mutations;

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::process::{cargo, run_reading};
use crate::workspace::Workspace;

/// Runs what was asked for; the last line is the sum.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<ExitCode> {
    if arguments.flag("--mutations") {
        arguments.finish()?;
        let (caught, missed) = mutations::prove(workspace)?;
        println!("mutations: {caught} caught, {missed} missed");
        return Ok(code(missed == 0));
    }
    let mut wanted = Vec::new();
    for name in ["--seed", "--seeds", "--from"] {
        if let Some(value) = arguments.value(name)? {
            wanted.extend([name.to_owned(), value]);
        }
    }
    arguments.finish()?;
    let mut command = cargo(workspace, &["run", "--quiet", "-p=kuitti-simulation", "--"]);
    let status = run_reading(command.args(wanted), |_| ())?;
    Ok(code(status.success()))
}

fn code(is_content: bool) -> ExitCode {
    if is_content {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
