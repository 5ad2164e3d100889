//! `cargo xtask bench`: how fast sync, messages to citizens and the field app are; beside ceilings measured in the same run where
//! there are some.

use std::process::Command;

use anyhow::{Result, bail};

use crate::arguments::Arguments;
use crate::process::{cargo, run};
use crate::workspace::Workspace;
use crate::{browser, setup, web};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Topic {
    Sync,
    Notices,
    App,
}

/// What is measured, and where the figures go.
pub(crate) struct Options {
    topic: Topic,
    engine: Option<String>,
    json: Option<String>,
    only: Option<String>,
}

impl Options {
    pub(crate) fn from_arguments(mut arguments: Arguments) -> Result<Self> {
        let topic = match arguments.command().as_deref() {
            Some("sync") => Topic::Sync,
            Some("notices") => Topic::Notices,
            Some("app") => Topic::App,
            other => bail!(
                "there is no bench {}; there are `cargo xtask bench sync`, `bench notices` and `bench app`",
                other.unwrap_or("without a name")
            ),
        };
        let options = Self {
            topic,
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
    match options.topic {
        Topic::Sync => setup::for_bench()?,
        Topic::Notices => setup::for_messages(workspace)?,
        Topic::App => setup::for_browser_tests(workspace)?,
    }
    run(&mut cargo(
        workspace,
        &["build", "--release", "-p=kuitti-server", "-p=kuitti-bench"],
    ))?;
    let mut bench = match options.topic {
        Topic::Sync => program(workspace, options.only.as_deref()),
        Topic::Notices => program(workspace, Some("notices")),
        Topic::App => app(workspace)?,
    };
    for (name, value) in [("--engine", &options.engine), ("--json", &options.json)] {
        if let Some(value) = value {
            bench.args([name, value]);
        }
    }
    run(&mut bench)
}

fn program(workspace: &Workspace, only: Option<&str>) -> Command {
    let mut bench = Command::new(workspace.release_binary("kuitti-bench"));
    bench
        .arg("--server")
        .arg(workspace.release_binary("kuitti-server"));
    if let Some(only) = only {
        bench.args(["--only", only]);
    }
    bench
}

/// The app in a browser, served as a town serves it.
fn app(workspace: &Workspace) -> Result<Command> {
    web::build(workspace)?;
    let mut bench = browser::script(workspace, "bench.mjs")?;
    bench
        .env("KUITTI_SERVER", workspace.release_binary("kuitti-server"))
        .env("KUITTI_BENCH", workspace.release_binary("kuitti-bench"));
    Ok(bench)
}
