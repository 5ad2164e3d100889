//! `cargo xtask bench sync`: how fast sync is, beside ceilings measured in the same run.

use anyhow::{Result, bail};

use crate::arguments::Arguments;
use crate::process::{cargo, run};
use crate::setup;
use crate::workspace::Workspace;

/// What is measured, and where the figures go.
pub(crate) struct Options {
    engine: Option<String>,
    json: Option<String>,
    only: Option<String>,
}

impl Options {
    pub(crate) fn from_arguments(mut arguments: Arguments) -> Result<Self> {
        match arguments.command().as_deref() {
            Some("sync") => {}
            other => bail!(
                "there is no bench {}; there is `cargo xtask bench sync`",
                other.unwrap_or("without a name")
            ),
        }
        let options = Self {
            engine: arguments.value("--engine")?,
            json: arguments.value("--json")?,
            only: arguments.value("--only")?,
        };
        arguments.finish()?;
        Ok(options)
    }
}

/// Builds for release and measures.
pub(crate) fn measure(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_bench()?;
    run(&mut cargo(
        workspace,
        &["build", "--release", "-p=kuitti-server", "-p=kuitti-bench"],
    ))?;
    let mut bench = std::process::Command::new(workspace.release_binary("kuitti-bench"));
    bench
        .arg("--server")
        .arg(workspace.release_binary("kuitti-server"));
    let options = [
        ("--engine", &options.engine),
        ("--json", &options.json),
        ("--only", &options.only),
    ];
    for (name, value) in options {
        if let Some(value) = value {
            bench.args([name, value]);
        }
    }
    run(&mut bench)
}
