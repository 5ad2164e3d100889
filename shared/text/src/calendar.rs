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

    /// When the day began in which an instant lies.
    pub fn start_of_day(&self, time: WallTime) -> WallTime {
        let local = self.local(time);
        let seconds = local.second_of_day();
        let guess = time - Millis::from_seconds(seconds);
        // Clocks may have changed since: then it was not midnight there, but an hour before or after it.
        let changed = self.zone.offset_seconds(time) - self.zone.offset_seconds(guess);
        let began = guess + Millis::from_seconds(changed.into());
        WallTime(began.0 - began.0.rem_euclid(1000))
    }

    /// An instant as machines and support write it: `2026-11-21 11:05:12`.
    pub fn plain(&self, time: WallTime) -> String {
        let local = self.local(time);
        let (hour, minute, second) = (local.hour(), local.minute(), local.second());
        format!("{} {hour:02}:{minute:02}:{second:02}", plain_date(local.date()))
    }

    /// The same to the minute, as a part of a file's name: `2026-11-21-1105`.
    pub fn file_name(&self, time: WallTime) -> String {
        let local = self.local(time);
        let (hour, minute) = (local.hour(), local.minute());
        format!("{}-{hour:02}{minute:02}", plain_date(local.date()))
    }
}

fn plain_date(date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}")
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
}
