//! The field app as a program of its own, in a window.

use std::process::Command;

use anyhow::Result;

use crate::browser;
use crate::process::{cargo, run};
use crate::workspace::Workspace;

/// What cargo builds. Named alone, so that its features stay its own.
pub(crate) const PROGRAM: &[&str] = &["-p=kuitti-app", "--bin=kuitti-app"];

/// Its test, which starts it under Xvfb; builds it first.
pub(crate) fn script(workspace: &Workspace) -> Result<Command> {
    run(cargo(workspace, &["build"]).args(PROGRAM))?;
    let mut script = browser::script(workspace, "window.mjs")?;
    script.env("FIELD_WINDOW", workspace.window_binary());
    Ok(script)
}
