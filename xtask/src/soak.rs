//! `cargo xtask soak`: simulated towns by the hundred and kills of real processes, one seed told event by event, or the proof
//! that deliberate bugs are caught.

mod mutations;

use std::process::{Command, ExitCode};

use anyhow::{Result, ensure};

use crate::arguments::Arguments;
use crate::faults;
use crate::process::{cargo, run_reading};
use crate::workspace::Workspace;

/// The tests of kills have so many on both engines together; they can be asked for multiples.
const KILLS: u64 = 10;

/// Runs what was asked for; the last line is the sum.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<ExitCode> {
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
        let mut kills = faults::times(workspace, tens, Some("kills"));
        let ended = run_reading(&mut kills, |line| {
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
