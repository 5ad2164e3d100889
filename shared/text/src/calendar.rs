//! The town's time zone: instants of the domain become the dates and times that people in that town read.
use kuitti_shared::unit::{Millis, WallTime};

use crate::zone::Zone;
use crate::{Date, LocalTime};

/// Turns instants into local time. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    zone: Zone,
}

impl Calendar {
    /// The calendar of an IANA zone such as `Europe/Helsinki`; a zone that nobody knows reads as UTC.
    pub fn of_zone(name: &str) -> Self {
        Self {
            zone: Zone::of_name(name),
        }
    }

    /// The local time of an instant.
    pub fn local(&self, time: WallTime) -> LocalTime {
        LocalTime::at(time, self.zone.offset_seconds(time))
    }

    /// The instant at which clocks show a day and so many minutes after midnight. Where they skip that time, it is as long after
    /// the skip; where they show it twice, the first of both.
    pub fn instant(&self, date: Date, minute_of_day: i64) -> WallTime {
        let shown = WallTime(0) + Millis::from_seconds(date.days() * 86_400 + minute_of_day * 60);
        let [before, after] = [-1, 1].map(|days| self.zone.offset_seconds(shown + Millis::from_days(days)));
        let by = |offset: i32| shown - Millis::from_seconds(offset.into());
        let is_shown = |offset: i32| self.zone.offset_seconds(by(offset)) == offset;
        if is_shown(before) || !is_shown(after) {
            by(before)
        } else {
            by(after)
        }
    }

    /// When the day began in which an instant lies.
    pub fn start_of_day(&self, time: WallTime) -> WallTime {
        self.instant(self.local(time).date(), 0)
    }

    /// An instant as machines and support write it: `2026-11-21 11:05:12`.
    pub fn plain(&self, time: WallTime) -> String {
        let local = self.local(time);
        let (hour, minute, second) = (local.hour(), local.minute(), local.second());
        format!("{} {hour:02}:{minute:02}:{second:02}", local.date().plain())
    }

    /// The same to the minute, as a part of a file's name: `2026-11-21-1105`.
    pub fn file_name(&self, time: WallTime) -> String {
        let local = self.local(time);
        let (hour, minute) = (local.hour(), local.minute());
        format!("{}-{hour:02}{minute:02}", local.date().plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_read_in_the_town() {
        let helsinki = Calendar::of_zone("Europe/Helsinki");
        let instant = WallTime(1_795_251_912_000);
        assert_eq!(helsinki.plain(instant), "2026-11-21 11:05:12");
        assert_eq!(helsinki.file_name(instant), "2026-11-21-1105");
        assert_eq!(Calendar::of_zone("Nowhere/At_All"), Calendar::default());
        assert_eq!(helsinki.local(WallTime(i64::MAX)).date().year(), 9999);
    }

    #[test]
    fn a_day_begins_at_midnight_also_when_clocks_change_in_it() {
        let helsinki = Calendar::of_zone("Europe/Helsinki");
        for (instant, midnight) in [
            ("2026-11-21T09:05:12.345Z", "2026-11-20T22:00:00Z"),
            ("2026-03-29T09:00:00Z", "2026-03-28T22:00:00Z"),
            ("2026-10-25T09:00:00Z", "2026-10-24T21:00:00Z"),
        ] {
            let at = |text: &str| WallTime(text.parse::<jiff::Timestamp>().unwrap().as_millisecond());
            assert_eq!(helsinki.start_of_day(at(instant)), at(midnight), "{instant}");
        }
    }

    #[test]
    fn what_clocks_show_is_an_instant_also_when_they_skip_it_or_show_it_twice() {
        let helsinki = Calendar::of_zone("Europe/Helsinki");
        for (day, minute, instant) in [
            ("2026-11-24", 14 * 60 + 30, "2026-11-24T12:30:00Z"),
            ("2026-07-01", 0, "2026-06-30T21:00:00Z"),
            ("2026-03-29", 2 * 60 + 59, "2026-03-29T00:59:00Z"),
            ("2026-03-29", 3 * 60 + 30, "2026-03-29T01:30:00Z"),
            ("2026-03-29", 4 * 60, "2026-03-29T01:00:00Z"),
            ("2026-10-25", 3 * 60 + 30, "2026-10-25T00:30:00Z"),
            ("2026-10-25", 4 * 60, "2026-10-25T02:00:00Z"),
        ] {
            let date = Date::from_plain(day).unwrap();
            let expected = WallTime(instant.parse::<jiff::Timestamp>().unwrap().as_millisecond());
            assert_eq!(helsinki.instant(date, minute), expected, "{day} {minute}");
        }
    }
}
