//! The browser tests: Chromium of the system, and the scripts in `tests/browser`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::find;
use crate::workspace::Workspace;

/// Names under which systems know the browser.
pub(crate) const PROGRAMS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// A script of `tests/browser`, told where the products are.
pub(crate) fn script(workspace: &Workspace, name: &str) -> Result<Command> {
    let mut command = Command::new("node");
    command
        .arg(name)
        .current_dir(workspace.browser_tests())
        .env("KUITTI_CHROMIUM", chromium()?)
        .env("KUITTI_SERVER", workspace.server_binary())
        .env("KUITTI_WEB", workspace.web());
    Ok(command)
}

fn chromium() -> Result<PathBuf> {
    PROGRAMS
        .iter()
        .find_map(|program| find(program))
        .context("no Chromium is installed")
}
