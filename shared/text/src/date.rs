//! Days and times of day, counted as clocks and machines do. A table of time zones knows more than this, and is not needed for
//! saying what it is told: a phone shall not load it.
use kuitti_shared::unit::WallTime;

use crate::Day;

const DAY_SECONDS: i64 = 86_400;
/// The calendar repeats itself after so many years and days.
const ROUND_YEARS: i64 = 400;
const ROUND_DAYS: i64 = 146_097;
/// From 1 March of the year 0, where a round begins, to 1 January 1970.
const FIRST_ROUND_TO_1970: i64 = 719_468;
/// First and last second of the years 1 to 9999, since 1970.
const SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Days since 1 January 1970.
    days: i64,
}

/// A day and a time of day, somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// Seconds since 1970 as a clock there counts them.
    seconds: i64,
}

impl LocalTime {
    /// What a clock shows that is so many seconds before that of UTC; beyond the years 1 to 9999 (a broken clock) it stops.
    pub(crate) fn at(time: WallTime, offset_seconds: i32) -> Self {
        let seconds = time.0.div_euclid(1000).saturating_add(offset_seconds.into());
        Self {
            seconds: seconds.clamp(*SECONDS.start(), *SECONDS.end()),
        }
    }

    /// The day.
    pub const fn date(self) -> Date {
        Date {
            days: self.seconds.div_euclid(DAY_SECONDS),
        }
    }

    /// 0 to 23.
    pub const fn hour(self) -> i64 {
        self.second_of_day() / 3_600
    }

    /// 0 to 59.
    pub const fn minute(self) -> i64 {
        self.second_of_day() / 60 % 60
    }

    /// 0 to 59.
    pub const fn second(self) -> i64 {
        self.second_of_day() % 60
    }

    const fn second_of_day(self) -> i64 {
        self.seconds.rem_euclid(DAY_SECONDS)
    }
}

impl Date {
    /// So many days after 1 January 1970.
    pub(crate) const fn of_days(days: i64) -> Self {
        Self { days }
    }

    /// A day as forms keep it, `2026-11-21`; none where there is no such day.
    pub fn from_plain(written: &str) -> Option<Self> {
        let Day { year, month, day } = Day::from_plain(written)?;
        Self::from_civil((year, month, day))
    }

    /// Year (1 to 9999), month and day; none where there is no such day.
    pub(crate) fn from_civil(civil: (i64, i64, i64)) -> Option<Self> {
        let (year, month, day) = civil;
        ((1..=9_999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
            .then(|| Self::of_civil(civil))
            .filter(|date| date.civil() == civil)
    }

    /// The way back of [`Self::from_plain`].
    pub fn plain(self) -> String {
        let (year, month, day) = self.civil();
        Day { year, month, day }.plain()
    }

    /// Days since 1 January 1970.
    pub(crate) const fn days(self) -> i64 {
        self.days
    }

    /// The year.
    pub const fn year(self) -> i64 {
        self.civil().0
    }

    /// 1 to 12.
    pub const fn month(self) -> i64 {
        self.civil().1
    }

    /// 1 to 31.
    pub const fn day(self) -> i64 {
        self.civil().2
    }

    /// The day before.
    pub const fn yesterday(self) -> Self {
        Self::of_days(self.days - 1)
    }

    /// The day after.
    pub const fn tomorrow(self) -> Self {
        Self::of_days(self.days + 1)
    }

    /// From Monday, 1, to Sunday, 7.
    pub(crate) const fn weekday(self) -> i64 {
        // 1 January 1970 was a Thursday.
        (self.days + 3).rem_euclid(7) + 1
    }

    /// The way back of [`Self::civil`].
    const fn of_civil((year, month, day): (i64, i64, i64)) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let (round, year) = (year.div_euclid(ROUND_YEARS), year.rem_euclid(ROUND_YEARS));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day = 365 * year + year / 4 - year / 100 + day_of_year;
        Self::of_days(round * ROUND_DAYS + day - FIRST_ROUND_TO_1970)
    }

    /// Year, month and day. Years are counted from March, so that a leap day ends them: then the months' lengths repeat
    /// themselves every five (31, 30, 31, 30, 31: 153 days).
    const fn civil(self) -> (i64, i64, i64) {
        let since_first_round = self.days + FIRST_ROUND_TO_1970;
        let round = since_first_round.div_euclid(ROUND_DAYS);
        let day = since_first_round.rem_euclid(ROUND_DAYS);
        // All days before this one, less the leap days among them.
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let begun = if month <= 2 { 1 } else { 0 };
        (round * ROUND_YEARS + year + begun, month, day_of_month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_the_one_that_a_table_of_the_world_says() {
        let mut date = jiff::civil::date(1, 1, 1);
        let last = jiff::civil::date(9999, 12, 31);
        let epoch = jiff::civil::date(1970, 1, 1);
        while date < last {
            let ours = Date::of_days((date - epoch).get_days().into());
            let (year, month, day) = (date.year().into(), date.month().into(), date.day().into());
            assert_eq!(ours.civil(), (year, month, day), "{date}");
            assert_eq!(Date::from_plain(&date.to_string()), Some(ours), "{date}");
            assert_eq!(ours.weekday(), i64::from(date.weekday().to_monday_one_offset()));
            date = date.saturating_add(jiff::Span::new().days(11));
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for written in [
            "2026-02-29",
            "2026-13-01",
            "2026-11-31",
            "2026-00-10",
            "2026-11",
            "soon",
            "",
        ] {
            assert_eq!(Date::from_plain(written), None, "{written}");
        }
    }

    #[test]
    fn a_broken_clock_stops_at_the_ends() {
        assert_eq!(
            LocalTime::at(WallTime(i64::MAX), 7_200).date().civil(),
            (9999, 12, 31)
        );
        assert_eq!(
            LocalTime::at(WallTime(i64::MIN), -7_200).date().civil(),
            (1, 1, 1)
        );
        let before_1970 = LocalTime::at(WallTime(-1), 0);
        assert_eq!(
            (before_1970.hour(), before_1970.minute(), before_1970.second()),
            (23, 59, 59)
        );
    }
}
