//! When did it happen, if the phone's clock cannot be trusted? (SYNC.md rule 8)
//!
//! A device writes down two clocks with every operation: the wall clock, which people set wrong, and the time
//! since boot, which cannot be set. Sending the same pair again at push time lets the server count back from its
//! own clock. Order and outcome of operations never depend on the result; it is shown to people, with its quality.

use serde::{Deserialize, Serialize};

use crate::unit::{Millis, WallTime};

/// Wall and boot differences may differ by this much and still confirm each other.
pub const AGREEMENT: Millis = Millis::from_seconds(5);

/// Counts the starts of a device's boot clock: two boot readings compare only within one epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct BootEpoch(pub u64);

/// One reading of a device's clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stamp {
    /// The wall clock, as set by whomever.
    pub wall: WallTime,
    /// Milliseconds since the boot clock started.
    pub boot: Millis,
    /// Which start of the boot clock.
    pub epoch: BootEpoch,
}

/// The clocks at the moment of sending, with what the platform promises about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushClock {
    /// The reading.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Does the boot clock run while the device sleeps? A browser's does not.
    #[serde(default)]
    pub runs_in_sleep: bool,
}

/// How far an estimated time can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Quality {
    /// Counted back on a clock that cannot be set.
    A,
    /// Counted back on the wall clock: right unless it was set in between.
    B,
    /// Impossible as reported and therefore clamped; shown with "~".
    C,
}

/// A server-side time for something that happened on a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Occurred {
    /// On the server's clock.
    pub at: WallTime,
    /// How it was found.
    pub quality: Quality,
}

/// The span in which an operation can have happened at all, on the server's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible {
    /// Nothing happened on a device before it was enrolled.
    pub from: WallTime,
    /// Nothing that arrived has yet to happen.
    pub until: WallTime,
}

/// Estimates when an operation happened from its `stamp`, the `push` clocks and what is possible.
///
/// `possible.until` is the time of receipt, from which is counted back.
#[must_use]
pub fn occurred(stamp: Stamp, push: PushClock, possible: Possible) -> Occurred {
    let by_wall = push.stamp.wall - stamp.wall;
    let by_boot = push.stamp.boot - stamp.boot;
    let same_boot = push.stamp.epoch == stamp.epoch;
    let agree = (by_wall - by_boot).abs() <= AGREEMENT;
    let (ago, quality) = if same_boot && (push.runs_in_sleep || agree) {
        (by_boot, Quality::A)
    } else {
        (by_wall, Quality::B)
    };
    clamp(possible.until - ago, quality, possible)
}

fn clamp(at: WallTime, quality: Quality, possible: Possible) -> Occurred {
    if at > possible.until {
        Occurred {
            at: possible.until,
            quality: Quality::C,
        }
    } else if at < possible.from {
        Occurred {
            at: possible.from.min(possible.until),
            quality: Quality::C,
        }
    } else {
        Occurred { at, quality }
    }
}

/// How far the device's wall clock is ahead of the server's (negative: behind), for the sentence on the screen.
#[must_use]
pub fn clock_error(device_wall: WallTime, server_time: WallTime) -> Millis {
    device_wall - server_time
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const RECEIVED: i64 = 1_000 * HOUR;

    fn stamp(wall: i64, boot: i64, epoch: u64) -> Stamp {
        Stamp {
            wall: WallTime(wall),
            boot: Millis(boot),
            epoch: BootEpoch(epoch),
        }
    }

    #[track_caller]
    fn check(operation: Stamp, push: Stamp, runs_in_sleep: bool, expected_hours: f64, quality: Quality) {
        let possible = Possible {
            from: WallTime(RECEIVED - 720 * HOUR),
            until: WallTime(RECEIVED),
        };
        let found = occurred(
            operation,
            PushClock {
                stamp: push,
                runs_in_sleep,
            },
            possible,
        );
        let hours = (found.at.0 - RECEIVED) as f64 / HOUR as f64;
        assert_eq!((hours, found.quality), (expected_hours, quality));
    }

    #[test]
    fn rule_8_a_wall_clock_that_is_years_off_does_not_matter_within_one_boot() {
        let years = 5 * 365 * 24 * HOUR;
        check(
            stamp(years, HOUR, 7),
            stamp(years + 3 * HOUR, 4 * HOUR, 7),
            false,
            -3.0,
            Quality::A,
        );
    }

    #[test]
    fn rule_8_a_certified_boot_clock_wins_over_a_wall_clock_that_was_set() {
        check(
            stamp(0, HOUR, 7),
            stamp(50 * HOUR, 3 * HOUR, 7),
            true,
            -2.0,
            Quality::A,
        );
    }

    #[test]
    fn rule_8_a_boot_clock_that_slept_gives_way_to_the_wall_clock() {
        check(
            stamp(0, HOUR, 7),
            stamp(9 * HOUR, 2 * HOUR, 7),
            false,
            -9.0,
            Quality::B,
        );
    }

    #[test]
    fn rule_8_after_a_restart_only_the_wall_difference_is_left() {
        check(
            stamp(10 * HOUR, 40 * HOUR, 7),
            stamp(12 * HOUR, 0, 8),
            true,
            -2.0,
            Quality::B,
        );
    }

    #[test]
    fn rule_8_what_is_impossible_is_clamped_and_says_so() {
        check(
            stamp(50 * HOUR, 0, 1),
            stamp(10 * HOUR, 0, 2),
            false,
            0.0,
            Quality::C,
        );
        check(
            stamp(0, 0, 1),
            stamp(9_000 * HOUR, 0, 2),
            false,
            -720.0,
            Quality::C,
        );
        check(
            stamp(i64::MIN, 0, 1),
            stamp(i64::MAX, 0, 2),
            false,
            -720.0,
            Quality::C,
        );
    }
}
