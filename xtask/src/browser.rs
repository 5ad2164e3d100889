//! The tools of the browser tests: Chromium of the system, and the npm packages in `tests/browser`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{find, run};
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

/// Installs exactly what the lock file names, unless that is there already.
pub(crate) fn install_drivers(workspace: &Workspace) -> Result<()> {
    let directory = workspace.browser_tests();
    let lock = std::fs::read(directory.join("package-lock.json")).context("tests/browser has a lock file")?;
    let stamp = directory.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(&directory))
    .context("npm could not fetch the browser drivers: is the network there?")?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

fn chromium() -> Result<PathBuf> {
    PROGRAMS
        .iter()
        .find_map(|program| find(program))
        .context("no Chromium is installed")
}
