//! Remarks, white space and long names are for those who read the sources: what a phone loads does without, by esbuild.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};

use crate::workspace::Workspace;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A script that others import, and whose names nobody else sees.
    Module,
    /// A script whose names all others see.
    Script,
    /// A style sheet.
    Styles,
}

/// The program that does it, a package of the field app's.
pub(super) struct Narrow(PathBuf);

impl Narrow {
    pub(super) fn of(workspace: &Workspace) -> Self {
        Self(workspace.field_app_web().join("node_modules/.bin/esbuild"))
    }

    /// The text in fewer characters. It does the same.
    pub(super) fn narrowed(&self, kind: Kind, text: &str) -> Result<String> {
        let options: &[&str] = match kind {
            Kind::Module => &["--loader=js", "--format=esm"],
            Kind::Script => &["--loader=js"],
            Kind::Styles => &["--loader=css"],
        };
        let mut esbuild = Command::new(&self.0)
            .args(["--minify", "--charset=utf8", "--log-level=warning"])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", self.0.display()))?;
        let mut input = esbuild.stdin.take().context("esbuild reads nothing")?;
        // It reads everything before it writes anything.
        input.write_all(text.as_bytes())?;
        drop(input);
        let output = esbuild.wait_with_output()?;
        ensure!(output.status.success(), "esbuild refuses what it was given");
        Ok(String::from_utf8(output.stdout)?)
    }
}
