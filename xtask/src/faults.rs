//! The tests that kill, cut and fill up real processes, in numbers.

use std::process::Command;

use crate::process::cargo;
use crate::workspace::Workspace;

/// So many times as often as usual, all of them or those whose name contains `which`. All crates are named, because a build of
/// one alone has other features and would begin anew.
pub(crate) fn times(workspace: &Workspace, factor: u64, which: Option<&str>) -> Command {
    let mut command = cargo(workspace, &["test", "--test=faults"]);
    // What the tests count is printed.
    command.args(["--", "--nocapture"]).args(which);
    command.env("TOWN_FAULTS", factor.to_string());
    command
}
