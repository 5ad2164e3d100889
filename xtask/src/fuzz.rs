//! The decoders, fuzzed for a bounded number of runs. `cargo-fuzz` needs a nightly compiler; where either is missing, it is said
//! and nothing is checked.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::{ask, find};
use crate::workspace::Workspace;

/// Everything that decodes foreign bytes, and in how many runs.
const TARGETS: [(&str, u32); 5] = [
    ("operations", 50_000),
    ("photo", 2_000),
    ("sync_request", 2_000),
    ("tus_headers", 50_000),
    ("import_file", 5_000),
];

/// Seconds after which a run that is slow on this machine is enough.
const AT_MOST: &str = "-max_total_time=60";

/// The commands, or none when this machine cannot fuzz.
pub(crate) fn commands(workspace: &Workspace) -> Result<Vec<Command>> {
    if let Some(missing) = missing() {
        println!("NOT RUN: fuzzing, because {missing}");
        return Ok(Vec::new());
    }
    let commands = TARGETS
        .iter()
        .map(|(target, runs)| command(workspace, target, *runs));
    commands.collect()
}

fn missing() -> Option<&'static str> {
    let toolchains = ask("rustup", &["toolchain", "list"]).unwrap_or_default();
    if !toolchains.lines().any(|line| line.starts_with("nightly")) {
        Some("there is no nightly compiler (rustup toolchain install nightly)")
    } else if find("cargo-fuzz").is_none() {
        Some("cargo-fuzz is not installed (cargo install cargo-fuzz)")
    } else {
        None
    }
}

fn command(workspace: &Workspace, target: &str, runs: u32) -> Result<Command> {
    let seeds = workspace.root().join("fuzz/seeds").join(target);
    // What the fuzzer finds out is kept here, so that the next run begins where this one ends.
    let corpus: PathBuf = workspace.fuzz_corpus().join(target);
    std::fs::create_dir_all(&corpus)?;
    let mut command = Command::new("rustup");
    command.args(["run", "nightly", "cargo", "fuzz", "run", target]);
    // There is no unsafe code of ours that a sanitizer could watch, and it would double the time to build.
    command
        .args(["--sanitizer", "none", "--target-dir"])
        .arg(workspace.fuzz_target());
    command.arg(corpus).arg(seeds).arg("--");
    command.args([AT_MOST, "-rss_limit_mb=2048", "-timeout=20"]);
    command.arg(format!("-runs={runs}")).current_dir(workspace.root());
    // They would bring the pinned compiler back.
    for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC", "CARGO_TARGET_DIR"] {
        command.env_remove(name);
    }
    Ok(command)
}
