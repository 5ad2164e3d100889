//! `cargo xtask story`: the main job played with real clicks, the network cut and the server killed on the way.

use std::process::Command;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::process::{cargo, run};
use crate::workspace::Workspace;
use crate::{browser, setup, web};

/// What becomes of the screenshots.
pub(crate) enum Pictures {
    /// None are taken.
    None,
    /// They stay in `target/story/`.
    Keep,
}

impl Pictures {
    pub(crate) fn from_arguments(mut arguments: Arguments) -> Result<Self> {
        let pictures = if arguments.flag("--keep") {
            Self::Keep
        } else {
            Self::None
        };
        arguments.finish()?;
        Ok(pictures)
    }
}

/// Builds what the story needs and plays it.
pub(crate) fn play(workspace: &Workspace, pictures: &Pictures) -> Result<()> {
    setup::for_browser_tests(workspace)?;
    web::build(workspace)?;
    run(&mut cargo(workspace, &["build", "-p=kuitti-server"]))?;
    run(&mut script(workspace, pictures)?)
}

/// The story itself, when everything is built.
pub(crate) fn script(workspace: &Workspace, pictures: &Pictures) -> Result<Command> {
    let mut command = browser::script(workspace, "story.mjs")?;
    if matches!(pictures, Pictures::Keep) {
        command.arg("--pictures").arg(workspace.story_pictures());
    }
    Ok(command)
}
