//! `kuitti-simulation --seed N` plays one seed and tells every event; `--seeds N [--from N]` plays many.

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use kuitti_simulation::run::{Ended, play};
use kuitti_simulation::trace::Voice;

/// Who waits for many seeds hears so often how many were played.
const TOLD_EVERY: u64 = 25;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)?.parse::<u64>().ok()
    };
    match (number("--seed"), number("--seeds")) {
        (Some(seed), None) => one(seed),
        (None, Some(seeds)) => many(number("--from").unwrap_or(1), seeds, number("--stop-after")),
        _ => {
            eprintln!("kuitti-simulation --seed N | --seeds N [--from N] [--stop-after VIOLATIONS]");
            ExitCode::FAILURE
        }
    }
}

fn one(seed: u64) -> ExitCode {
    let ended = play(seed, Voice::Aloud);
    tell(&ended);
    finish(1, u64::from(ended.violation.is_some()))
}

/// Plays seeds side by side; each is alone in its thread.
fn many(from: u64, seeds: u64, stop_after: Option<u64>) -> ExitCode {
    let next = AtomicU64::new(from);
    let (played, violations) = (AtomicU64::new(0), Mutex::new(0));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    let is_enough = violations
                        .lock()
                        .is_ok_and(|found| stop_after.is_some_and(|most| *found >= most));
                    if seed >= from + seeds || is_enough {
                        return;
                    }
                    let ended = play(seed, Voice::Silent);
                    let so_far = played.fetch_add(1, Ordering::Relaxed) + 1;
                    if so_far.is_multiple_of(TOLD_EVERY) {
                        println!("  {so_far} of {seeds} seeds played");
                    }
                    if ended.violation.is_some()
                        && let Ok(mut found) = violations.lock()
                    {
                        *found += 1;
                        tell(&ended);
                    }
                }
            });
        }
    });
    finish(played.into_inner(), violations.into_inner().unwrap_or(u64::MAX))
}

fn tell(ended: &Ended) {
    if let Some(violation) = &ended.violation {
        println!("seed {} broke a promise: {violation}", ended.seed);
        println!("  play it again: cargo xtask soak --seed {}", ended.seed);
    }
}

/// The last line is what other programs read.
fn finish(seeds: u64, violations: u64) -> ExitCode {
    println!("{seeds} seeds, {violations} violations");
    if violations == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
