//! Quiet hours: when people sleep, in the town's own time.

use jiff::ToSpan as _;
use kuitti_shared::unit::WallTime;

use crate::local_hours::LocalHours;

/// The hours in which nobody is woken. They may pass midnight; equal ends mean none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuietHours(LocalHours);

impl QuietHours {
    /// Quiet from one local time (`HH:MM`) to another, in an IANA zone. Nothing when a part cannot be read.
    #[must_use]
    pub fn read(from: &str, until: &str, zone: &str) -> Option<Self> {
        LocalHours::read(from, until, zone).map(Self)
    }

    /// When the present quiet ends; nothing when people are awake at `now`.
    #[must_use]
    pub fn ends_after(&self, now: WallTime) -> Option<WallTime> {
        let LocalHours { from, until, .. } = self.0;
        let local = self.0.local(now)?;
        let (today, time) = (local.date(), local.time());
        let passes_midnight = from > until;
        let quiet = if passes_midnight {
            time >= from || time < until
        } else {
            time >= from && time < until
        };
        if !quiet {
            return None;
        }
        let ends_tomorrow = passes_midnight && time >= from;
        let day = if ends_tomorrow {
            today.checked_add(1.day()).ok()?
        } else {
            today
        };
        self.0.moment(day, until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> WallTime {
        let zoned: jiff::Zoned = format!("{text}[Europe/Helsinki]").parse().unwrap();
        WallTime(zoned.timestamp().as_millisecond())
    }

    #[track_caller]
    fn check(from: &str, until: &str, now: &str, expected: Option<&str>) {
        let hours = QuietHours::read(from, until, "Europe/Helsinki").unwrap();
        assert_eq!(hours.ends_after(at(now)), expected.map(at));
    }

    #[test]
    fn a_night_passes_midnight() {
        check("21:00", "07:00", "2026-11-21T20:59", None);
        check("21:00", "07:00", "2026-11-21T21:00", Some("2026-11-22T07:00"));
        check("21:00", "07:00", "2026-11-22T06:59", Some("2026-11-22T07:00"));
        check("21:00", "07:00", "2026-11-22T07:00", None);
    }

    #[test]
    fn a_pause_at_noon_stays_in_its_day_and_equal_ends_mean_none() {
        check("12:00", "13:00", "2026-11-21T12:30", Some("2026-11-21T13:00"));
        check("12:00", "13:00", "2026-11-21T23:00", None);
        check("00:00", "00:00", "2026-11-21T00:00", None);
    }

    #[test]
    fn the_clock_change_does_not_move_the_morning() {
        check("21:00", "07:00", "2026-10-25T00:30", Some("2026-10-25T07:00"));
    }

    #[test]
    fn hours_that_cannot_be_read_are_no_hours() {
        assert_eq!(QuietHours::read("late", "07:00", "Europe/Helsinki"), None);
        assert_eq!(QuietHours::read("21:00", "07:00", "Nowhere"), None);
    }
}
