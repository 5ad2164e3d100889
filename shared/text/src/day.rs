//! The calendar that a language lives by: Persian counts days by the sun from spring to spring (Solar Hijri), the others as
//! the town's clock does.
//!
//! The Persian year begins at the spring equinox in Iran. The leap years of today's calendar follow a rule of 33 years (eight of
//! them leap), which agrees with astronomy from 1178 to 1501 of that calendar (1799 to 2123); Kuitti's dates lie within.
use std::ops::RangeInclusive;

use crate::{Date, Language};

/// A day as a calendar counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i64,
    /// From 1.
    pub month: i64,
    /// From 1.
    pub day: i64,
}

/// The years for which the rule of 33 holds.
const YEARS: RangeInclusive<i64> = 1178..=1501;

/// A known first day of a year, from which the others are counted: 1 Farvardin 1399.
const KNOWN_YEAR: i64 = 1399;
/// 20 March 2020.
const KNOWN_DAY: Date = Date::of_days(18_341);

impl Day {
    /// A date in the calendar that a language lives by.
    pub fn in_calendar_of(language: Language, date: Date) -> Self {
        match language {
            Language::Fa => persian(date),
            Language::En | Language::Fi | Language::Tr | Language::It => Self {
                year: date.year(),
                month: date.month(),
                day: date.day(),
            },
        }
    }

    /// A day as forms write it, `1405-9-1`, whether it exists or not: 0 stands for what is not known yet.
    pub fn from_plain(written: &str) -> Option<Self> {
        let mut parts = written.splitn(3, '-').map(str::parse::<i64>);
        let mut next = || parts.next()?.ok();
        let (year, month, day) = (next()?, next()?, next()?);
        Some(Self { year, month, day })
    }

    /// The way back of [`Self::from_plain`].
    pub fn plain(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// How many days a month has in that calendar, of whatever year is meant.
    pub fn last_of_month(language: Language, year: i64, month: i64) -> i64 {
        let exists = |day: &i64| {
            Self {
                year,
                month,
                day: *day,
            }
            .date_by_calendar_of(language)
            .is_some()
        };
        (1..=31).rev().find(exists).unwrap_or(31)
    }

    /// The way back; none where that calendar has no such day.
    pub fn date_by_calendar_of(self, language: Language) -> Option<Date> {
        match language {
            Language::Fa => self.date_by_persian(),
            Language::En | Language::Fi | Language::Tr | Language::It => {
                Date::from_civil((self.year, self.month, self.day))
            }
        }
    }

    fn date_by_persian(self) -> Option<Date> {
        let Self { year, month, day } = self;
        if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let days_of_years = if year < KNOWN_YEAR {
            -(year..KNOWN_YEAR).map(days_of_year).sum::<i64>()
        } else {
            (KNOWN_YEAR..year).map(days_of_year).sum()
        };
        let day_of_year = days_before_month(month) + day - 1;
        let date = Date::of_days(KNOWN_DAY.days() + days_of_years + day_of_year);
        Some(date).filter(|date| persian(*date) == self)
    }
}

fn persian(date: Date) -> Day {
    let mut year = KNOWN_YEAR;
    let mut rest = date.days() - KNOWN_DAY.days();
    while rest < 0 {
        year -= 1;
        rest += days_of_year(year);
    }
    while rest >= days_of_year(year) {
        rest -= days_of_year(year);
        year += 1;
    }
    let (month, day) = month_and_day(rest);
    Day { year, month, day }
}

/// Six months of 31 days, then months of 30; in a leap year the twelfth too.
const fn month_and_day(day_of_year: i64) -> (i64, i64) {
    if day_of_year < 6 * 31 {
        return (day_of_year / 31 + 1, day_of_year % 31 + 1);
    }
    let rest = day_of_year - 6 * 31;
    (7 + rest / 30, rest % 30 + 1)
}

/// The way back of [`month_and_day`], for a first day.
const fn days_before_month(month: i64) -> i64 {
    if month <= 7 {
        return (month - 1) * 31;
    }
    6 * 31 + (month - 7) * 30
}

const fn days_of_year(year: i64) -> i64 {
    // 1399, 1403, 1408, 1412 ...: the leap years by their place in the round of 33.
    match year.rem_euclid(33) {
        1 | 5 | 9 | 13 | 17 | 22 | 26 | 30 => 366,
        _ => 365,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    fn ours(date: civil::Date) -> Date {
        Date::of_days((date - civil::date(1970, 1, 1)).get_days().into())
    }

    fn check(date: civil::Date, year: i64, month: i64, day: i64) {
        assert_eq!(persian(ours(date)), Day { year, month, day }, "{date}");
    }

    #[test]
    fn known_days_of_the_persian_calendar() {
        // The revolution's victory day, the epoch of Unix, a new year each, and days in both halves of the year.
        check(civil::date(1979, 2, 11), 1357, 11, 22);
        check(civil::date(1970, 1, 1), 1348, 10, 11);
        check(civil::date(2000, 1, 1), 1378, 10, 11);
        check(civil::date(2020, 3, 20), 1399, 1, 1);
        check(civil::date(2021, 3, 21), 1400, 1, 1);
        check(civil::date(2024, 3, 20), 1403, 1, 1);
        check(civil::date(2025, 3, 21), 1404, 1, 1);
        check(civil::date(2026, 3, 21), 1405, 1, 1);
        check(civil::date(2026, 9, 22), 1405, 6, 31);
        check(civil::date(2026, 9, 23), 1405, 7, 1);
        check(civil::date(2026, 11, 22), 1405, 9, 1);
        check(civil::date(2029, 3, 20), 1408, 1, 1);
        check(civil::date(2030, 3, 21), 1409, 1, 1);
    }

    #[test]
    fn a_leap_year_has_a_thirtieth_of_esfand() {
        for (year, last_day) in [
            (1399, civil::date(2021, 3, 20)),
            (1403, civil::date(2025, 3, 20)),
            (1408, civil::date(2030, 3, 20)),
        ] {
            assert_eq!(days_of_year(year), 366);
            check(last_day, year, 12, 30);
        }
        assert_eq!(days_of_year(1404), 365);
        check(civil::date(2026, 3, 20), 1404, 12, 29);
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut date = civil::date(1964, 3, 21);
        let mut before = persian(ours(date));
        check(date, 1343, 1, 1);
        while date < civil::date(2123, 3, 19) {
            date = date.tomorrow().unwrap();
            let day = persian(ours(date));
            let same_month = Day {
                day: before.day + 1,
                ..before
            };
            let next_month = Day {
                day: 1,
                month: before.month + 1,
                ..before
            };
            let next_year = Day {
                year: before.year + 1,
                month: 1,
                day: 1,
            };
            assert!(
                [same_month, next_month, next_year].contains(&day),
                "{date}: {day:?} after {before:?}"
            );
            assert_eq!(day.date_by_calendar_of(Language::Fa), Some(ours(date)), "{date}");
            before = day;
        }
    }

    #[test]
    fn what_a_calendar_does_not_have_is_no_day() {
        let day = |year, month, day| Day { year, month, day };
        for none in [
            day(1404, 12, 30),
            day(1405, 7, 31),
            day(1405, 1, 0),
            day(1405, 1, 32),
            day(1405, 0, 1),
            day(1405, 13, 1),
            day(1177, 1, 1),
            day(1502, 1, 1),
            day(i64::MAX, 1, 1),
        ] {
            assert_eq!(none.date_by_calendar_of(Language::Fa), None, "{none:?}");
        }
        let leap = day(2028, 2, 29);
        let date = leap.date_by_calendar_of(Language::En).unwrap();
        assert_eq!(Day::in_calendar_of(Language::En, date), leap);
        assert_eq!(day(2027, 2, 29).date_by_calendar_of(Language::En), None);
        assert_eq!(day(2027, 2, i64::MAX).date_by_calendar_of(Language::En), None);
    }
}
