//! `cargo xtask window`: the field app as a program of its own, in a window.

use std::process::Command;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::process::{cargo, run};
use crate::workspace::Workspace;
use crate::{browser, setup};

/// What cargo builds. Named alone, so that its features stay its own.
pub(crate) const PROGRAM: &[&str] = &["-p=kuitti-app", "--bin=kuitti-app"];

/// Shows it. The street map's library is fetched before: the program takes along what is there when it is built.
pub(crate) fn show(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let mut program = cargo(workspace, &["run"]);
    program.args(PROGRAM).arg("--");
    for option in ["--data", "--enrol"] {
        if let Some(value) = arguments.value(option)? {
            program.args([option, &value]);
        }
    }
    arguments.finish()?;
    setup::for_window(workspace)?;
    run(&mut program)
}

/// Its test, which starts it under Xvfb; builds it first.
pub(crate) fn script(workspace: &Workspace) -> Result<Command> {
    run(cargo(workspace, &["build"]).args(PROGRAM))?;
    let mut script = browser::script(workspace, "window.mjs")?;
    script.env("FIELD_WINDOW", workspace.window_binary());
    Ok(script)
}
