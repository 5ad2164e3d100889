//! Dates and times as people say them. Which of several forms is used depends on how far the day is from today.
use crate::{Date, LocalTime, Text, day::Day, numbers};

impl Text {
    /// The time of day: `11:05`.
    pub fn clock(self, moment: LocalTime) -> String {
        self.say(
            "clock",
            [
                ("hour", self.two(moment.hour()).into()),
                ("minute", self.two(moment.minute()).into()),
            ],
        )
    }

    /// The time of day with seconds, for "as of": `11:05:12`.
    pub fn clock_with_seconds(self, moment: LocalTime) -> String {
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
    pub fn date(self, date: Date) -> String {
        let date = Day::in_calendar_of(self.language(), date);
        self.say(
            "date-with-year",
            [
                ("day", self.digits(date.day).into()),
                ("month", self.month(date.month).into()),
                ("year", self.digits(date.year).into()),
            ],
        )
    }

    /// A date with its weekday, for a heading: `Saturday 21 November`.
    pub fn weekday_and_date(self, date: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", date.weekday()), []);
        self.say(
            "date-with-weekday",
            [
                ("weekday", weekday.into()),
                ("date", self.day_and_month(date).into()),
            ],
        )
    }

    /// A day as seen from today: `today`, `yesterday`, `21 November`, and with its year when that is another one.
    pub fn day(self, date: Date, today: Date) -> String {
        match date {
            _ if date == today => self.say("today", []),
            _ if date == today.yesterday() => self.say("yesterday", []),
            _ if date == today.tomorrow() => self.say("tomorrow", []),
            _ if self.year(date) == self.year(today) => self.day_and_month(date),
            _ => self.date(date),
        }
    }

    /// Day and time as seen from today: the bare time on the same day, else `21 November 07:12`.
    pub fn moment(self, moment: LocalTime, today: Date) -> String {
        if moment.date() == today {
            return self.clock(moment);
        }
        let day = self.day(moment.date(), today);
        self.say(
            "day-and-clock",
            [("day", day.into()), ("clock", self.clock(moment).into())],
        )
    }

    /// From one moment to another as seen from today: `14:00–16:00`, `tomorrow 14:00–16:00`.
    pub fn span(self, from: LocalTime, until: LocalTime, today: Date) -> String {
        let one_day = from.date() == until.date();
        let (key, end) = if one_day {
            ("span", self.clock(until))
        } else {
            ("span-of-days", self.moment(until, today))
        };
        self.say(
            key,
            [("from", self.moment(from, today).into()), ("until", end.into())],
        )
    }

    /// Day and time in full, for receipts and titles: `21 November 2026, 11:05`.
    pub fn full_moment(self, moment: LocalTime) -> String {
        let day = self.date(moment.date());
        self.say(
            "date-and-clock",
            [("date", day.into()), ("clock", self.clock(moment).into())],
        )
    }

    fn day_and_month(self, date: Date) -> String {
        let date = Day::in_calendar_of(self.language(), date);
        self.say(
            "date-without-year",
            [
                ("day", self.digits(date.day).into()),
                ("month", self.month(date.month).into()),
            ],
        )
    }

    /// The name of a month, from 1, in the calendar that the language lives by.
    pub fn month(self, month: i64) -> String {
        self.say(&format!("month-{month}"), [])
    }

    /// The year of the calendar that the language lives by.
    fn year(self, date: Date) -> i64 {
        Day::in_calendar_of(self.language(), date).year
    }

    /// Two digits; as text, so that no grouping touches it.
    fn two(self, number: i64) -> String {
        self.digits(format_args!("{number:02}"))
    }

    /// A number that is no quantity, such as a year, in the language's digits.
    pub fn digits(self, number: impl ToString) -> String {
        numbers::digits(self.language(), &number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, without_isolates};
    use kuitti_shared::unit::WallTime;

    fn at(text: &str) -> LocalTime {
        let at: jiff::Timestamp = format!("{text}Z").parse().unwrap();
        LocalTime::at(WallTime(at.as_millisecond()), 0)
    }

    /// What is seen of it.
    fn bare(text: &str) -> String {
        without_isolates(text).replace('\u{200f}', "")
    }

    #[test]
    fn a_moment_is_as_short_as_its_distance_allows() {
        let now = at("2026-11-21T11:05:12");
        let (english, finnish) = (Text::new(Language::En), Text::new(Language::Fi));
        for (moment, in_english, in_finnish) in [
            ("2026-11-21T10:42:00", "10:42", "10.42"),
            ("2026-11-20T07:12:00", "yesterday 07:12", "eilen klo 07.12"),
            (
                "2026-11-18T07:12:00",
                "18 November 07:12",
                "18. marraskuuta klo 07.12",
            ),
            (
                "2025-12-31T23:59:00",
                "31 December 2025 23:59",
                "31. joulukuuta 2025 klo 23.59",
            ),
        ] {
            assert_eq!(english.moment(at(moment), now.date()), in_english);
            assert_eq!(finnish.moment(at(moment), now.date()), in_finnish);
        }
        let span = |text: Text, from: &str, until: &str| bare(&text.span(at(from), at(until), now.date()));
        let (two, four) = ("2026-11-22T14:00:00", "2026-11-22T16:30:00");
        assert_eq!(span(english, two, four), "tomorrow 14:00–16:30");
        assert_eq!(span(finnish, two, four), "huomenna klo 14.00–16.30");
        assert_eq!(
            span(english, "2026-11-21T22:00:00", "2026-11-22T02:00:00"),
            "22:00 – tomorrow 02:00"
        );
        assert_eq!(english.clock_with_seconds(now), "11:05:12");
        assert_eq!(finnish.weekday_and_date(now.date()), "lauantai 21. marraskuuta");
        assert_eq!(english.full_moment(now), "21 November 2026, 11:05");
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let now = at("2026-11-21T11:05:12");
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
            let before = at("2026-11-20T07:12:00");
            assert_eq!(bare(&text.weekday_and_date(now.date())), day);
            assert_eq!(bare(&text.full_moment(now)), full);
            assert_eq!(bare(&text.moment(before, now.date())), yesterday);
        }
    }

    #[test]
    fn the_year_is_named_when_it_is_another_one_in_the_reader_s_calendar() {
        // A day after the Persian new year and a day before it: one year in Helsinki, two in Persian.
        let now = at("2026-03-22T11:05:12");
        let before = at("2026-03-19T07:12:00");
        assert_eq!(Text::new(Language::En).day(before.date(), now.date()), "19 March");
        assert_eq!(
            bare(&Text::new(Language::Fa).day(before.date(), now.date())),
            "۲۸ اسفند ۱۴۰۴"
        );
    }

    #[test]
    fn a_persian_clock_stays_in_order() {
        let said = Text::new(Language::Fa).clock(at("2026-11-21T11:05:12"));
        // Hour, colon and minute stand within marks of their own: left to right.
        assert!(
            said.starts_with('\u{2066}') && said.ends_with('\u{2069}'),
            "{said:?}"
        );
    }
}
