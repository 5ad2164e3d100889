//! Packages of other languages that tests use: exactly those that a file of the folder names, fetched once.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::run;

/// What `package-lock.json` names.
pub(crate) fn npm(directory: &Path) -> Result<()> {
    once(directory, "package-lock.json", "node_modules", || {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]);
        npm
    })
}

/// What `requirements.txt` names, into a folder of its own: the system's packages stay as they are.
pub(crate) fn pip(directory: &Path) -> Result<()> {
    once(directory, "requirements.txt", "python", || {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--upgrade"]);
        pip.args(["--target", "python", "--requirement", "requirements.txt"]);
        pip
    })
}

fn once(directory: &Path, list: &str, place: &str, fetch: impl FnOnce() -> Command) -> Result<()> {
    let wanted = std::fs::read(directory.join(list)).with_context(|| format!("there is no {list}"))?;
    let stamp = directory.join(place).join(".installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(fetch().current_dir(directory)).context("packages could not be fetched: is the network there?")?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}
