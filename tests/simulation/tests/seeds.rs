//! A share of the simulated towns that is small enough for every run. `cargo xtask soak --seeds N` plays more.
#![cfg(test)]

use std::sync::atomic::{AtomicBool, Ordering};
use std::{hint, thread};

use kuitti_simulation::run::play;
use kuitti_simulation::trace::Voice;

/// Seeds in each of the four tests, which run side by side.
const SHARE: u64 = 10;
/// Threads that do nothing but want a processor.
const OTHERS: usize = 8;

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

/// Plays a seed while other threads want the processors, so that answers come sooner or later than they would.
fn play_beside_others(seed: u64) -> Vec<String> {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..OTHERS {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            });
        }
        let ended = play(seed, Voice::Silent);
        is_over.store(true, Ordering::Relaxed);
        ended.trace
    })
}

#[test]
fn the_same_seed_plays_the_same_town_whatever_else_the_machine_does() {
    // In all but the first a phone sends several photos at once.
    for seed in [17, 1_423, 1_425, 1_432] {
        let alone = play(seed, Voice::Silent).trace;
        assert_eq!(play_beside_others(seed), alone, "seed {seed}");
    }
}
