//! `cargo xtask screens`: every screen of the field app, the console and the citizens' pages as pictures, or measured.

use std::process::Command;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::process::{cargo, run};
use crate::workspace::Workspace;
use crate::{browser, setup, web};

/// What is wanted of the screens.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Measured instead of painted.
    check: bool,
    /// Codes of languages joined by commas; all without.
    languages: Option<String>,
}

impl Options {
    pub(crate) fn from_arguments(mut arguments: Arguments) -> Result<Self> {
        let options = Self {
            check: arguments.flag("--check"),
            languages: arguments.value("--languages")?,
        };
        arguments.finish()?;
        Ok(options)
    }
}

/// How many screens are measured.
#[derive(Clone, Copy)]
pub(crate) enum Share {
    /// One of each kind, in light colours.
    Some,
    /// Every one, in both themes.
    All,
}

/// Builds what the screens need, and shows or measures them.
pub(crate) fn show(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_browser_tests(workspace)?;
    web::build(workspace)?;
    run(&mut cargo(workspace, &["build", "-p=kuitti-server"]))?;
    if options.check {
        return run(&mut measured(workspace, Share::All)?);
    }
    let mut command = browser::script(workspace, "screens.mjs")?;
    command.arg("--pictures").arg(workspace.screen_pictures());
    if let Some(languages) = &options.languages {
        command.args(["--languages", languages]);
    }
    run(&mut command)
}

/// The measuring itself, when everything is built.
pub(crate) fn measured(workspace: &Workspace, share: Share) -> Result<Command> {
    let mut command = browser::script(workspace, "screens.mjs")?;
    if matches!(share, Share::All) {
        command.arg("--all");
    }
    Ok(command)
}
