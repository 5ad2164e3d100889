//! Dates and times as people say them. Which of several forms is used depends on how far the moment is from `now`.
use jiff::{Zoned, civil};

use crate::{Text, day::Day, numbers};

impl Text {
    /// The time of day: `11:05`.
    pub fn clock(self, moment: &Zoned) -> String {
        self.say(
            "clock",
            [
                ("hour", self.two(moment.hour()).into()),
                ("minute", self.two(moment.minute()).into()),
            ],
        )
    }

    /// The time of day with seconds, for "as of": `11:05:12`.
    pub fn clock_with_seconds(self, moment: &Zoned) -> String {
        let second = self.two(moment.second());
        let (hour, minute) = (self.two(moment.hour()), self.two(moment.minute()));
        self.say(
            "clock-with-seconds",
            [
                ("hour", hour.into()),
                ("minute", minute.into()),
                ("second", second.into()),
            ],
        )
    }

    /// A date with its year: `21 November 2026`.
    pub fn date(self, date: civil::Date) -> String {
        let date = Day::in_calendar_of(self.language(), date);
        self.say(
            "date-with-year",
            [
                ("day", self.digits(date.day).into()),
                ("month", self.month(&date).into()),
                ("year", self.digits(date.year).into()),
            ],
        )
    }

    /// A date with its weekday, for a heading: `Saturday 21 November`.
    pub fn weekday_and_date(self, date: civil::Date) -> String {
        let weekday = self.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()), []);
        self.say(
            "date-with-weekday",
            [
                ("weekday", weekday.into()),
                ("date", self.day_and_month(date).into()),
            ],
        )
    }

    /// A day as seen from now: `today`, `yesterday`, `21 November`, and with its year when that is another one.
    pub fn day(self, date: civil::Date, now: &Zoned) -> String {
        let today = now.date();
        match date {
            _ if date == today => self.say("today", []),
            _ if Some(date) == today.yesterday().ok() => self.say("yesterday", []),
            _ if Some(date) == today.tomorrow().ok() => self.say("tomorrow", []),
            _ if self.year(date) == self.year(today) => self.day_and_month(date),
            _ => self.date(date),
        }
    }

    /// Day and time as seen from now: the bare time on the same day, else `21 November 07:12`.
    pub fn moment(self, moment: &Zoned, now: &Zoned) -> String {
        if moment.date() == now.date() {
            return self.clock(moment);
        }
        let day = self.day(moment.date(), now);
        self.say(
            "day-and-clock",
            [("day", day.into()), ("clock", self.clock(moment).into())],
        )
    }

    /// Day and time in full, for receipts and titles: `21 November 2026, 11:05`.
    pub fn full_moment(self, moment: &Zoned) -> String {
        let day = self.date(moment.date());
        self.say(
            "date-and-clock",
            [("date", day.into()), ("clock", self.clock(moment).into())],
        )
    }

    fn day_and_month(self, date: civil::Date) -> String {
        let date = Day::in_calendar_of(self.language(), date);
        self.say(
            "date-without-year",
            [
                ("day", self.digits(date.day).into()),
                ("month", self.month(&date).into()),
            ],
        )
    }

    fn month(self, date: &Day) -> String {
        self.say(&format!("month-{}", date.month), [])
    }

    /// The year of the calendar that the language lives by.
    fn year(self, date: civil::Date) -> i32 {
        Day::in_calendar_of(self.language(), date).year
    }

    /// Two digits; as text, so that no grouping touches it.
    fn two(self, number: i8) -> String {
        self.digits(format_args!("{number:02}"))
    }

    /// A number that is no quantity, such as a year, in the language's digits.
    fn digits(self, number: impl ToString) -> String {
        numbers::digits(self.language(), &number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, without_isolates};

    fn at(text: &str) -> Zoned {
        text.parse().unwrap()
    }

    /// What is seen of it.
    fn bare(text: &str) -> String {
        without_isolates(text).replace('\u{200f}', "")
    }

    #[test]
    fn a_moment_is_as_short_as_its_distance_allows() {
        let now = at("2026-11-21T11:05:12+02:00[Europe/Helsinki]");
        let (english, finnish) = (Text::new(Language::En), Text::new(Language::Fi));
        for (moment, in_english, in_finnish) in [
            ("2026-11-21T10:42:00+02:00[Europe/Helsinki]", "10:42", "10.42"),
            (
                "2026-11-20T07:12:00+02:00[Europe/Helsinki]",
                "yesterday 07:12",
                "eilen klo 07.12",
            ),
            (
                "2026-11-18T07:12:00+02:00[Europe/Helsinki]",
                "18 November 07:12",
                "18. marraskuuta klo 07.12",
            ),
            (
                "2025-12-31T23:59:00+02:00[Europe/Helsinki]",
                "31 December 2025 23:59",
                "31. joulukuuta 2025 klo 23.59",
            ),
        ] {
            assert_eq!(english.moment(&at(moment), &now), in_english);
            assert_eq!(finnish.moment(&at(moment), &now), in_finnish);
        }
        assert_eq!(english.clock_with_seconds(&now), "11:05:12");
        assert_eq!(finnish.weekday_and_date(now.date()), "lauantai 21. marraskuuta");
        assert_eq!(english.full_moment(&now), "21 November 2026, 11:05");
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let now = at("2026-11-21T11:05:12+02:00[Europe/Helsinki]");
        for (language, day, full, yesterday) in [
            (
                Language::Tr,
                "21 Kasım Cumartesi",
                "21 Kasım 2026, 11:05",
                "dün 07:12",
            ),
            (
                Language::It,
                "sabato 21 novembre",
                "21 novembre 2026, ore 11:05",
                "ieri, ore 07:12",
            ),
            (
                Language::Fa,
                "شنبه ۳۰ آبان",
                "۳۰ آبان ۱۴۰۵، ساعت ۱۱:۰۵",
                "دیروز ساعت ۰۷:۱۲",
            ),
        ] {
            let text = Text::new(language);
            let before = at("2026-11-20T07:12:00+02:00[Europe/Helsinki]");
            assert_eq!(bare(&text.weekday_and_date(now.date())), day);
            assert_eq!(bare(&text.full_moment(&now)), full);
            assert_eq!(bare(&text.moment(&before, &now)), yesterday);
        }
    }

    #[test]
    fn the_year_is_named_when_it_is_another_one_in_the_reader_s_calendar() {
        // A day after the Persian new year and a day before it: one year in Helsinki, two in Persian.
        let now = at("2026-03-22T11:05:12+02:00[Europe/Helsinki]");
        let before = at("2026-03-19T07:12:00+02:00[Europe/Helsinki]");
        assert_eq!(Text::new(Language::En).day(before.date(), &now), "19 March");
        assert_eq!(
            bare(&Text::new(Language::Fa).day(before.date(), &now)),
            "۲۸ اسفند ۱۴۰۴"
        );
    }

    #[test]
    fn a_persian_clock_stays_in_order() {
        let said = Text::new(Language::Fa).clock(&at("2026-11-21T11:05:12+02:00[Europe/Helsinki]"));
        // Hour, colon and minute stand within marks of their own: left to right.
        assert!(
            said.starts_with('\u{2066}') && said.ends_with('\u{2069}'),
            "{said:?}"
        );
    }
}
