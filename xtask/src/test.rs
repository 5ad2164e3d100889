//! `cargo xtask test`: every check of the project, one after the other, and one sum at the end.
//!
//! A failing part does not stop the others, so that one run tells everything.

mod tally;

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;

use self::tally::Tally;
use crate::arguments::Arguments;
use crate::process::{cargo, find, run_reading};
use crate::screens::{self, Share};
use crate::story::{self, Pictures};
use crate::workspace::Workspace;
use crate::{android, browser, faults, fuzz, setup, soak, web, window};

/// A named part of the whole and what it takes to check it.
type Part<'a> = (&'a str, Box<dyn Fn() -> Result<Tally> + 'a>);

/// How much is played of what could go on for ever.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// A share that fits into every run.
    Usual,
    /// As much as a release should have seen.
    All,
}

impl Depth {
    pub(crate) fn from_arguments(mut arguments: Arguments) -> Result<Self> {
        let depth = if arguments.flag("--all") {
            Self::All
        } else {
            Self::Usual
        };
        arguments.finish()?;
        Ok(depth)
    }
}

/// Runs all parts; the last line is the sum, as a test runner prints it.
pub(crate) fn run(workspace: &Workspace, depth: &Depth) -> Result<ExitCode> {
    setup::everything(workspace)?;
    let mut parts = parts(workspace);
    if *depth == Depth::All {
        parts.extend(more(workspace));
    }
    let mut sum = Tally::default();
    let mut failed_parts = Vec::new();
    for (index, (name, check)) in parts.iter().enumerate() {
        println!("\n[{}/{}] {name}", index + 1, parts.len());
        let start = Instant::now();
        let tally = check().unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::one_failed()
        });
        println!(
            "[{}/{}] {name}: {tally} in {:.0?}",
            index + 1,
            parts.len(),
            start.elapsed()
        );
        if tally.has_failures() {
            failed_parts.push(*name);
        }
        sum += tally;
    }
    println!();
    for name in &failed_parts {
        println!("failed: {name}");
    }
    println!("{sum}");
    Ok(if sum.has_failures() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn parts(workspace: &Workspace) -> Vec<Part<'_>> {
    vec![
        (
            "format",
            Box::new(|| checked(cargo(workspace, &["fmt", "--all", "--check"]))),
        ),
        ("lints", Box::new(|| lints(workspace))),
        (
            "lints of the browser crates",
            Box::new(|| browser_lints(workspace)),
        ),
        ("tests", Box::new(|| counted(unit_tests(workspace)))),
        (
            "tests of the server on PostgreSQL",
            Box::new(|| counted(server_tests_on_postgres(workspace))),
        ),
        (
            "browser bundles",
            Box::new(|| web::build(workspace).map(|_| Tally::one_passed())),
        ),
        (
            "server",
            Box::new(|| checked(cargo(workspace, &["build", "-p=kuitti-server"]))),
        ),
        (
            "platform checks in the browser",
            Box::new(|| counted(browser::script(workspace, "platform.mjs")?)),
        ),
        (
            "a worker's day in the browser",
            Box::new(|| counted(browser::script(workspace, "field.mjs")?)),
        ),
        (
            "screens that everybody can read",
            Box::new(|| counted(screens::measured(workspace, Share::Some)?)),
        ),
        (
            "story",
            Box::new(|| counted(story::script(workspace, &Pictures::None)?)),
        ),
        (
            "lints and tests of the desktop window",
            Box::new(|| with_window(|| window_checks(workspace))),
        ),
        (
            "the desktop window",
            Box::new(|| with_window(|| counted(window::script(workspace)?))),
        ),
        (
            "types of the whole app for Android",
            Box::new(|| types_for_android(workspace)),
        ),
    ]
}

/// What takes long.
fn more(workspace: &Workspace) -> Vec<Part<'_>> {
    vec![
        (
            "faults, five times as many",
            Box::new(|| counted(faults::times(workspace, 5, None))),
        ),
        (
            "every screen that everybody can read",
            Box::new(|| counted(screens::measured(workspace, Share::All)?)),
        ),
        ("fuzzed decoders", Box::new(|| fuzzed(workspace))),
        (
            "500 simulated towns",
            Box::new(|| checked(soak::towns(workspace, &[("--seeds", &Some("500".to_owned()))]))),
        ),
    ]
}

fn fuzzed(workspace: &Workspace) -> Result<Tally> {
    let mut tally = Tally::default();
    for command in fuzz::commands(workspace)? {
        tally += checked(command)?;
    }
    Ok(tally)
}

fn lints(workspace: &Workspace) -> Result<Tally> {
    checked(cargo(workspace, &["clippy", "--all-targets", "--", "-Dwarnings"]))
}

fn browser_lints(workspace: &Workspace) -> Result<Tally> {
    let mut tally = Tally::default();
    for program in web::PROGRAMS {
        let mut command = cargo(workspace, &["clippy", web::WASM]);
        command.args(program).args(["--", "-Dwarnings"]);
        tally += checked(command)?;
    }
    Ok(tally)
}

/// Without its libraries, which only root can install, the window is not checked, and nobody is told that it was.
fn with_window(check: impl Fn() -> Result<Tally>) -> Result<Tally> {
    if setup::has_window() {
        return check();
    }
    println!("not run: the libraries of the desktop window, or Xvfb, are not installed");
    Ok(Tally::default())
}

fn types_for_android(workspace: &Workspace) -> Result<Tally> {
    if setup::has_phone() {
        return checked(android::check(workspace));
    }
    println!("not run: the Rust target for Android, clang or its headers are not installed");
    Ok(Tally::default())
}

fn window_checks(workspace: &Workspace) -> Result<Tally> {
    let mut tally = checked(cargo(
        workspace,
        &["clippy", "-p=kuitti-app", "--all-targets", "--", "-Dwarnings"],
    ))?;
    tally += counted(cargo(workspace, &["test", "-p=kuitti-app"]))?;
    Ok(tally)
}

/// nextest runs the crates side by side; where it is not installed, building it would cost more than it saves.
fn unit_tests(workspace: &Workspace) -> Command {
    match find("cargo-nextest") {
        Some(_) => cargo(workspace, &["nextest", "run", "--no-fail-fast"]),
        None => cargo(workspace, &["test", "--no-fail-fast"]),
    }
}

/// The storage's own tests ran on both engines already. All crates are named as before, because a build of one alone has
/// other features and would begin anew.
fn server_tests_on_postgres(workspace: &Workspace) -> Command {
    const SERVER: &str = "-E=package(kuitti-server) & kind(lib) & not test(/^storage::/)";
    let mut command = match find("cargo-nextest") {
        Some(_) => cargo(workspace, &["nextest", "run", "--no-fail-fast", SERVER]),
        None => cargo(
            workspace,
            &["test", "--no-fail-fast", "--lib", "--", "--skip=storage::"],
        ),
    };
    command.env("KUITTI_TEST_ENGINE", "postgres");
    command
}

/// A command that either is content or is not.
fn checked(mut command: Command) -> Result<Tally> {
    let status = run_reading(&mut command, |_| ())?;
    Ok(if status.success() {
        Tally::one_passed()
    } else {
        Tally::one_failed()
    })
}

/// A command that says how many checks passed and failed.
fn counted(mut command: Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = run_reading(&mut command, |line| tally += Tally::from_line(line))?;
    if !status.success() && !tally.has_failures() {
        // It did not come as far as counting.
        tally += Tally::one_failed();
    }
    Ok(tally)
}
