//! When the office works: the business calendar, in the town's own time.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use kuitti_shared::unit::{Millis, Minutes, WallTime};

use crate::config::{Config, StaffConfig};
use crate::local_hours::LocalHours;

/// No office is closed for longer.
const LOOKAHEAD: i32 = 60;
const MINUTES_A_DAY: u32 = 24 * 60;
/// Days in which a span of work must end.
const LONGEST: i32 = 3 * 366;

/// The hours of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHours {
    days: Vec<Weekday>,
    holidays: Vec<Date>,
    hours: LocalHours,
}

impl OfficeHours {
    /// The hours of a town; nothing as in [`OfficeHours::read`].
    #[must_use]
    pub fn of(config: &Config) -> Option<Self> {
        Self::read(&config.staff, &config.town.time_zone)
    }

    /// The hours of a configuration, in an IANA zone. Nothing when a part cannot be read: then every hour is one.
    #[must_use]
    pub fn read(config: &StaffConfig, zone: &str) -> Option<Self> {
        let days = config.office_days.iter().map(|day| weekday(day));
        let holidays = config.holidays.iter().map(|day| day.parse().ok());
        Some(Self {
            days: days.collect::<Option<_>>()?,
            holidays: holidays.collect::<Option<_>>()?,
            hours: LocalHours::read(&config.office_from, &config.office_until, zone)?,
        })
    }

    /// When the office opens next; nothing when it is open at `now`.
    #[must_use]
    pub fn opens_after(&self, now: WallTime) -> Option<WallTime> {
        let local = self.hours.local(now)?;
        let (today, time) = (local.date(), local.time());
        if self.works_on(today) && time >= self.hours.from && time < self.hours.until {
            return None;
        }
        let first = i32::from(time >= self.hours.from);
        let days = (first..=LOOKAHEAD).filter_map(|days| today.checked_add(days.days()).ok());
        let day = days.into_iter().find(|day| self.works_on(*day))?;
        self.hours.moment(day, self.hours.from)
    }

    /// When the office has worked for `span` after `since`; nothing when it will not within three years.
    #[must_use]
    pub fn worked_after(&self, since: WallTime, span: Millis) -> Option<WallTime> {
        let first = self.hours.local(since)?.date();
        let days = (0..LONGEST).filter_map(|days| first.checked_add(days.days()).ok());
        let mut left = span;
        for day in days.filter(|day| self.works_on(*day)) {
            let opens = self.hours.moment(day, self.hours.from)?.max(since);
            let closes = self.hours.moment(day, self.hours.until)?;
            let works = Millis((closes - opens).0.max(0));
            if left <= works {
                return Some(opens + left);
            }
            left = left - works;
        }
        None
    }

    /// How long the office works in a time that people gave: a day of theirs is a day of the office, and no part of one is longer.
    #[must_use]
    pub fn worked_in(&self, given: Minutes) -> Millis {
        let Ok(day) = self
            .hours
            .from
            .duration_until(self.hours.until)
            .as_millis()
            .try_into()
        else {
            return Millis(0);
        };
        let (days, rest) = (given.0 / MINUTES_A_DAY, given.0 % MINUTES_A_DAY);
        let rest = Millis::from(Minutes(rest)).0.min(day);
        Millis(i64::from(days) * day + rest)
    }

    fn works_on(&self, day: Date) -> bool {
        self.days.contains(&day.weekday()) && !self.holidays.contains(&day)
    }
}

fn weekday(code: &str) -> Option<Weekday> {
    Some(match code {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> WallTime {
        let zoned: jiff::Zoned = format!("{text}[Europe/Helsinki]").parse().unwrap();
        WallTime(zoned.timestamp().as_millisecond())
    }

    #[track_caller]
    fn check(now: &str, opens: Option<&str>) {
        let config = StaffConfig {
            holidays: vec!["2026-12-25".to_owned()],
            ..StaffConfig::default()
        };
        let hours = OfficeHours::read(&config, "Europe/Helsinki").unwrap();
        assert_eq!(hours.opens_after(at(now)), opens.map(at));
    }

    #[test]
    fn an_office_opens_in_the_morning_of_its_next_day() {
        check("2026-11-20T07:59", Some("2026-11-20T08:00"));
        check("2026-11-20T08:00", None);
        check("2026-11-20T16:00", Some("2026-11-23T08:00"));
        check("2026-11-22T12:00", Some("2026-11-23T08:00"));
        check("2026-12-24T17:00", Some("2026-12-28T08:00"));
    }

    #[track_caller]
    fn check_worked(since: &str, minutes: u32, until: &str) {
        let config = StaffConfig {
            holidays: vec!["2026-12-25".to_owned()],
            ..StaffConfig::default()
        };
        let hours = OfficeHours::read(&config, "Europe/Helsinki").unwrap();
        let worked = hours.worked_after(at(since), Millis::from(Minutes(minutes)));
        assert_eq!(worked, Some(at(until)));
    }

    #[test]
    fn only_hours_of_the_office_are_worked() {
        check_worked("2026-11-20T10:00", 90, "2026-11-20T11:30");
        check_worked("2026-11-20T10:00", 6 * 60, "2026-11-20T16:00");
        check_worked("2026-11-20T15:00", 90, "2026-11-23T08:30");
        check_worked("2026-11-21T12:00", 60, "2026-11-23T09:00");
        check_worked("2026-11-20T06:00", 2 * 8 * 60, "2026-11-23T16:00");
        check_worked("2026-12-24T15:30", 60, "2026-12-28T08:30");
    }

    #[test]
    fn a_day_of_people_is_a_day_of_the_office() {
        let hours = OfficeHours::read(&StaffConfig::default(), "Europe/Helsinki").unwrap();
        let hour = 3_600_000;
        for (given, hours_of_work) in [
            (60, 1),
            (12 * 60, 8),
            (24 * 60, 8),
            (30 * 60, 14),
            (5 * 24 * 60, 40),
        ] {
            assert_eq!(hours.worked_in(Minutes(given)), Millis(hours_of_work * hour));
        }
    }

    #[test]
    fn a_night_that_loses_an_hour_costs_the_office_none() {
        check_worked("2026-03-27T15:00", 120, "2026-03-30T09:00");
    }

    #[test]
    fn an_office_that_never_opens_holds_nothing_back() {
        let config = StaffConfig {
            office_days: Vec::new(),
            ..StaffConfig::default()
        };
        let never = OfficeHours::read(&config, "Europe/Helsinki").unwrap();
        assert_eq!(never.opens_after(at("2026-11-20T12:00")), None);
        assert_eq!(never.worked_after(at("2026-11-20T12:00"), Millis(1)), None);
        let unreadable = StaffConfig {
            office_from: "early".to_owned(),
            ..StaffConfig::default()
        };
        assert_eq!(OfficeHours::read(&unreadable, "Europe/Helsinki"), None);
    }
}
