//! The calendar that a language lives by: Persian counts days by the sun from spring to spring (Solar Hijri), the others as
//! the town's clock does.
//!
//! The Persian year begins at the spring equinox in Iran. The leap years of today's calendar follow a rule of 33 years (eight of
//! them leap), which agrees with astronomy from 1178 to 1501 of that calendar (1799 to 2123); Kuitti's dates lie within.
use crate::{Date, Language};

/// A day as a calendar counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: i64,
    /// From 1.
    pub(crate) month: i64,
    /// From 1.
    pub(crate) day: i64,
}

/// A known first day of a year, from which the others are counted: 1 Farvardin 1399.
const KNOWN_YEAR: i64 = 1399;
/// 20 March 2020.
const KNOWN_DAY: Date = Date::of_days(18_341);

impl Day {
    pub(crate) fn in_calendar_of(language: Language, date: Date) -> Self {
        match language {
            Language::Fa => persian(date),
            Language::En | Language::Fi | Language::Tr | Language::It => Self {
                year: date.year(),
                month: date.month(),
                day: date.day(),
            },
        }
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
            before = day;
        }
    }
}
