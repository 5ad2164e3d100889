//! Proves that the oracles bite: each patch in `tests/simulation/mutations` is a deliberate bug, put into a copy of the
//! tree, and has to be caught within [`SEEDS`] seeds. The copies share the target directory, so that only what the bug
//! touches is built again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::{cargo, run};
use crate::workspace::Workspace;

const SEEDS: &str = "500";

/// Tries every mutation. Says how many were caught and how many were not.
pub(crate) fn prove(workspace: &Workspace) -> Result<(usize, usize)> {
    let (mut caught, mut missed) = (0, 0);
    for patch in patches(workspace)? {
        let name = patch.file_stem().unwrap_or_default().to_string_lossy();
        if is_caught(workspace, &patch)? {
            caught += 1;
            println!("mutation {name}: caught");
        } else {
            missed += 1;
            println!("mutation {name}: NOT caught in {SEEDS} seeds");
        }
    }
    Ok((caught, missed))
}

fn patches(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let folder = workspace.root().join("tests/simulation/mutations");
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut patches: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    patches.retain(|path| path.extension().is_some_and(|ending| ending == "patch"));
    patches.sort();
    Ok(patches)
}

/// Builds a copy of the tree with the bug and plays seeds until one breaks a promise.
fn is_caught(workspace: &Workspace, patch: &Path) -> Result<bool> {
    let tree = workspace.mutated();
    copy_tree(workspace.root(), &tree)?;
    let target = tree.parent().context("the copy lies in the target directory")?;
    let mut apply = Command::new("git");
    // Inside a repository git would look for the files at its root.
    apply.env("GIT_CEILING_DIRECTORIES", target);
    run(apply.arg("apply").arg(patch).current_dir(&tree))?;
    let mut build = cargo(workspace, &["build", "--quiet", "--package=kuitti-simulation"]);
    run(build.current_dir(&tree).env("CARGO_TARGET_DIR", target))?;
    let mut play = Command::new(target.join("debug/kuitti-simulation"));
    let status = play.args(["--seeds", SEEDS, "--stop-after", "1"]).status()?;
    Ok(!status.success())
}

/// The files that belong to the project, as they are now. What did not change keeps its time, so that it is not built again.
fn copy_tree(root: &Path, to: &Path) -> Result<()> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()?;
    ensure!(
        listed.status.success(),
        "git cannot list the files of the project"
    );
    for name in String::from_utf8(listed.stdout)?.lines() {
        let (from, target) = (root.join(name), to.join(name));
        let Ok(content) = fs::read(&from) else {
            continue;
        };
        if fs::read(&target).is_ok_and(|there| there == content) {
            continue;
        }
        fs::create_dir_all(target.parent().context("a file lies in a folder")?)?;
        fs::write(target, content)?;
    }
    Ok(())
}
