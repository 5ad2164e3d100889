//! What must hold, one file for each promise.

pub mod acknowledged;
pub mod convergence;
pub mod effects;
pub mod liveness;
pub mod photos;
pub mod saved;
pub mod told_once;
pub mod told_true;

use std::fmt;

use crate::town::Town;

/// A promise that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which promise.
    pub oracle: &'static str,
    /// What was found.
    pub what: String,
}

impl Violation {
    /// A broken promise.
    pub(crate) const fn of(oracle: &'static str, what: String) -> Self {
        Self { oracle, what }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.oracle, self.what)
    }
}

/// What holds at every moment.
pub(crate) fn after_each_event(town: &Town) -> Result<(), Violation> {
    told_once::check(town)?;
    told_true::check(town)
}

/// What holds at every moment and costs more to look at.
pub(crate) async fn now_and_then(town: &Town) -> Result<(), Violation> {
    photos::check_here(town).await
}

/// What holds when everything has been handed in.
pub(crate) async fn at_the_end(town: &Town) -> Result<(), Violation> {
    saved::check(town).await?;
    acknowledged::check(town).await?;
    effects::check(town).await?;
    photos::check(town).await?;
    convergence::check(town).await?;
    after_each_event(town)
}
