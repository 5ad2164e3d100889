//! The command line, read by hand: a parser crate would double the time until the first word is said.

use std::collections::VecDeque;

use anyhow::{Context, Result, ensure};

/// What is left of the command line; each reader takes out what it knows.
pub(crate) struct Arguments(VecDeque<String>);

impl Arguments {
    pub(crate) fn from_command_line() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    pub(crate) fn command(&mut self) -> Option<String> {
        self.0.pop_front()
    }

    /// Whether `name` (as in `--keep`) was given.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|argument| argument != name);
        self.0.len() < before
    }

    /// The value after `name` (as in `--data DIR`), if it was given.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(position) = self.0.iter().position(|argument| argument == name) else {
            return Ok(None);
        };
        self.0.remove(position);
        let value = self
            .0
            .remove(position)
            .with_context(|| format!("{name} needs a value"))?;
        Ok(Some(value))
    }

    /// Refuses what nobody asked for, so that a misspelt option is not silently ignored.
    pub(crate) fn finish(self) -> Result<()> {
        let rest: Vec<String> = self.0.into();
        ensure!(rest.is_empty(), "not understood: {}", rest.join(" "));
        Ok(())
    }
}
