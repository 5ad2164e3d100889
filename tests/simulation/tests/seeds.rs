//! A share of the simulated towns that is small enough for every run. `cargo xtask soak --seeds N` plays more.
#![cfg(test)]

use kuitti_simulation::run::play;
use kuitti_simulation::trace::Voice;

/// Seeds in each of the four tests, which run side by side.
const SHARE: u64 = 10;

#[track_caller]
fn check(from: u64) {
    for seed in from..from + SHARE {
        let ended = play(seed, Voice::Silent);
        if let Some(violation) = ended.violation {
            let trace = ended.trace.join("\n");
            panic!(
                "{trace}\nseed {seed} broke a promise: {violation}\nplay it again: cargo xtask soak --seed {seed}"
            );
        }
    }
}

#[test]
fn the_first_towns_keep_every_promise() {
    check(1);
}

#[test]
fn the_second_towns_keep_every_promise() {
    check(1 + SHARE);
}

#[test]
fn the_third_towns_keep_every_promise() {
    check(1 + 2 * SHARE);
}

#[test]
fn the_fourth_towns_keep_every_promise() {
    check(1 + 3 * SHARE);
}

#[test]
fn the_same_seed_plays_the_same_town() {
    assert_eq!(play(17, Voice::Silent).trace, play(17, Voice::Silent).trace);
}
