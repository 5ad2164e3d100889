//! `cargo xtask soak`: simulated towns by the hundred and kills of real processes, one seed told event by event, the proof that
//! deliberate bugs are caught, or messages by the thousand from a server that is killed meanwhile.

mod mutations;

use std::process::{Command, ExitCode};

use anyhow::{Result, ensure};

use crate::arguments::Arguments;
use crate::faults;
use crate::process::{cargo, run_reading};
use crate::setup;
use crate::workspace::Workspace;

/// The tests of kills have so many on both engines together; they can be asked for multiples.
const KILLS: u64 = 10;

/// Runs what was asked for; the last line is the sum.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<ExitCode> {
    if arguments.flag("notices") {
        return tell(workspace, arguments);
    }
    if arguments.flag("--mutations") {
        arguments.finish()?;
        let (caught, missed) = mutations::prove(workspace)?;
        println!("mutations: {caught} caught, {missed} missed");
        return Ok(code(missed == 0));
    }
    let (seed, seeds) = (arguments.value("--seed")?, arguments.value("--seeds")?);
    let (from, kills) = (arguments.value("--from")?, arguments.value("--kills")?);
    arguments.finish()?;
    if let Some(seed) = seed {
        let told = run_reading(&mut towns(workspace, &[("--seed", &Some(seed))]), |_| ())?;
        return Ok(code(told.success()));
    }
    ensure!(
        seeds.is_some() || kills.is_some(),
        "say how much: --seeds N, --kills N or both, or --seed N, or --mutations"
    );
    let mut sum = Sum::default();
    if seeds.is_some() {
        sum.play(towns(workspace, &[("--seeds", &seeds), ("--from", &from)]))?;
    }
    if let Some(kills) = kills {
        sum.kill(workspace, kills.parse()?)?;
    }
    println!(
        "soak: {} seeds, {} kills, {} violations",
        sum.seeds, sum.kills, sum.violations
    );
    Ok(code(sum.violations == 0))
}

/// Completions of which citizens are told, straight and through Kannel, while the server is killed. What became of them stands in
/// the lines before the last.
fn tell(workspace: &Workspace, mut arguments: Arguments) -> Result<ExitCode> {
    let (count, kills) = (arguments.value("--count")?, arguments.value("--kills")?);
    arguments.finish()?;
    setup::for_messages(workspace)?;
    let mut messages = faults::times(workspace, 1, Some("messages"));
    for (name, value) in [("TOWN_MESSAGES", &count), ("TOWN_KILLS", &kills)] {
        messages.envs(value.as_ref().map(|value| (name, value)));
    }
    let mut sum = Sum::default();
    sum.count_kills(&mut messages)?;
    println!("soak: {} kills, {} violations", sum.kills, sum.violations);
    Ok(code(sum.violations == 0))
}

pub(crate) fn towns(workspace: &Workspace, options: &[(&str, &Option<String>)]) -> Command {
    let mut command = cargo(workspace, &["run", "--quiet", "-p=kuitti-simulation", "--"]);
    for (name, value) in options {
        if let Some(value) = value {
            command.args([name, value.as_str()]);
        }
    }
    command
}

/// What was played and what broke.
#[derive(Default)]
struct Sum {
    seeds: u64,
    kills: u64,
    violations: u64,
}

impl Sum {
    /// Reads the last line, `N seeds, N violations`.
    fn play(&mut self, mut towns: Command) -> Result<()> {
        let mut numbers = Vec::new();
        let ended = run_reading(&mut towns, |line| {
            numbers = line.split(' ').filter_map(|word| word.parse().ok()).collect();
        })?;
        let (seeds, violations) = match numbers.as_slice() {
            [seeds, violations] => (*seeds, *violations),
            _ => (0, 1),
        };
        ensure!(
            ended.success() == (violations == 0),
            "the simulation ended with {ended}"
        );
        self.seeds += seeds;
        self.violations += violations;
        Ok(())
    }

    /// Kills real servers, phones and databases, in tens, and counts what the tests say that they have killed.
    fn kill(&mut self, workspace: &Workspace, kills: u64) -> Result<()> {
        let tens = kills.div_ceil(KILLS);
        self.count_kills(&mut faults::times(workspace, tens, Some("kills")))
    }

    fn count_kills(&mut self, tests: &mut Command) -> Result<()> {
        let ended = run_reading(tests, |line| {
            let count = line
                .strip_prefix("kills: ")
                .and_then(|rest| rest.split(' ').next());
            self.kills += count.and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
        })?;
        self.violations += u64::from(!ended.success());
        Ok(())
    }
}

fn code(is_content: bool) -> ExitCode {
    if is_content {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
