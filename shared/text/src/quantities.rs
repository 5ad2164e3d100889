//! Distances, durations, sizes and directions, rounded to what a person acts on.
use kuitti_shared::domain::{ItemKind, ItemValue, Signature};
use kuitti_shared::unit::{Cents, Degrees};

use crate::{Date, Text, numbers};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Text {
    /// An answer on a checklist: `yes`, `230.5 V`, what was written.
    pub fn item_value(self, value: &ItemValue, unit: Option<&str>) -> String {
        match (value, unit) {
            (ItemValue::Tick(true), _) => self.say("tick-yes", []),
            (ItemValue::Tick(false), _) => self.say("tick-no", []),
            (ItemValue::Number(number), Some(unit)) => format!("{}\u{a0}{unit}", self.shortest(*number)),
            (ItemValue::Number(number), None) => self.shortest(*number),
            (ItemValue::Text(said), _) => said.clone(),
        }
    }

    /// An answer as its question means it: the words of a choice, a day, that somebody signed.
    pub fn answer(self, kind: &ItemKind, value: &ItemValue) -> String {
        match (kind, value) {
            (ItemKind::Choice(options), ItemValue::Text(code)) => {
                let option = options.iter().find(|option| option.code == *code);
                option.map_or_else(
                    || code.clone(),
                    |option| option.label.get(self.language()).to_owned(),
                )
            }
            (ItemKind::Date, ItemValue::Text(day)) => match Date::from_plain(day) {
                Some(day) => self.date(day),
                None => day.clone(),
            },
            (ItemKind::Signature, ItemValue::Text(drawn)) if drawn.parse::<Signature>().is_ok() => {
                self.say("answer-signed", [])
            }
            _ => self.item_value(value, kind.unit()),
        }
    }

    /// An amount in the town's currency.
    pub fn money(self, cents: Cents) -> String {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a cost at an order is far below 2^53 cents"
        )]
        let amount = cents.0 as f64 / 100.0;
        self.say("money", [("amount", self.number(amount, 2).into())])
    }

    /// A number with as many decimals as it has, up to three.
    fn shortest(self, number: f64) -> String {
        let decimals = [1.0, 10.0, 100.0].into_iter().position(|scale| {
            let scaled = number * scale;
            (scaled - scaled.round()).abs() < 1e-6
        });
        self.number(number, decimals.unwrap_or(3))
    }

    /// A distance in metres: `8 m`, `120 m`, `1.4 km`, `23 km`.
    pub fn distance(self, metres: f64) -> String {
        let (value, decimals, key) = match metres {
            _ if metres < 95.0 => (metres, 0, "metres"),
            _ if metres < 995.0 => ((metres / 10.0).round() * 10.0, 0, "metres"),
            _ if metres < 9_950.0 => (metres / 1000.0, 1, "kilometres"),
            _ => (metres / 1000.0, 0, "kilometres"),
        };
        self.say(key, [("value", self.number(value, decimals).into())])
    }

    /// A duration in its two largest units: `41 s`, `21 min`, `2 h 13 min`, `3 d 4 h`.
    pub fn duration(self, seconds: u64) -> String {
        let (large, small) = match seconds {
            _ if seconds < MINUTE => (("seconds", seconds), None),
            _ if seconds < HOUR => (("minutes", seconds / MINUTE), None),
            _ if seconds < DAY => (
                ("hours", seconds / HOUR),
                Some(("minutes", seconds % HOUR / MINUTE)),
            ),
            _ => (("days", seconds / DAY), Some(("hours", seconds % DAY / HOUR))),
        };
        let said = |(key, count): (&str, u64)| self.say(key, [("value", count.into())]);
        match small {
            Some(small) if small.1 > 0 => format!("{}\u{a0}{}", said(large), said(small)),
            _ => said(large),
        }
    }

    /// What is left of a window, as it counts down: `4:59`.
    pub fn countdown(self, seconds: u64) -> String {
        let left = format!("{}:{:02}", seconds / MINUTE, seconds % MINUTE);
        numbers::digits(self.language(), &left)
    }

    /// Hours, minutes and seconds, as a stop watch shows them: `1:02:07`.
    pub fn stop_watch(self, seconds: u64) -> String {
        let (hours, minutes) = (seconds / HOUR, seconds % HOUR / MINUTE);
        let run = format!("{hours}:{minutes:02}:{:02}", seconds % MINUTE);
        numbers::digits(self.language(), &run)
    }

    /// How long ago something was: `just now`, `12 min ago`, `3 h ago`, `2 days ago`.
    pub fn ago(self, seconds: u64) -> String {
        match seconds {
            _ if seconds < MINUTE => self.say("ago-now", []),
            _ if seconds < HOUR => self.say("ago-minutes", [("count", (seconds / MINUTE).into())]),
            _ if seconds < DAY => self.say("ago-hours", [("count", (seconds / HOUR).into())]),
            _ => self.say("ago-days", [("count", (seconds / DAY).into())]),
        }
    }

    /// A size of data in powers of ten, as phones show it: `412 kB`, `1.4 MB`.
    pub fn size(self, bytes: u64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
        let bytes = bytes as f64;
        let (value, decimals, key) = match bytes {
            _ if bytes < 999_500.0 => ((bytes / 1e3).max(bytes.min(1.0)), 0, "kilobytes"),
            _ if bytes < 999.5e6 => (bytes / 1e6, 1, "megabytes"),
            _ => (bytes / 1e9, 1, "gigabytes"),
        };
        self.say(key, [("value", self.number(value, decimals).into())])
    }

    /// A bearing in degrees from north as one of eight words: `north-east`.
    pub fn direction(self, degrees: f64) -> String {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 8 within a turn"
        )]
        let eighth = (Degrees(degrees).within_a_turn().0 / 45.0).round() as u8 % 8;
        self.say(&format!("direction-{eighth}"), [])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, without_isolates};

    #[test]
    fn distances_are_rounded_to_what_one_walks() {
        let text = Text::new(Language::Fi);
        for (metres, said) in [
            (8.4, "8\u{a0}m"),
            (94.9, "95\u{a0}m"),
            (123.0, "120\u{a0}m"),
            (994.9, "990\u{a0}m"),
            (996.0, "1,0\u{a0}km"),
            (1_449.0, "1,4\u{a0}km"),
            (23_400.0, "23\u{a0}km"),
        ] {
            assert_eq!(text.distance(metres), said);
        }
    }

    #[test]
    fn durations_have_at_most_two_units() {
        let text = Text::new(Language::En);
        for (seconds, said) in [
            (41, "41\u{a0}s"),
            (1_260, "21\u{a0}min"),
            (7_200, "2\u{a0}h"),
            (7_980, "2\u{a0}h\u{a0}13\u{a0}min"),
            (273_600, "3\u{a0}d\u{a0}4\u{a0}h"),
        ] {
            assert_eq!(text.duration(seconds), said);
        }
        assert_eq!(text.ago(59), "just now");
        assert_eq!(text.ago(2 * DAY), "2 days ago");
        assert_eq!(text.size(412_345), "412\u{a0}kB");
        assert_eq!(
            (text.size(0), text.size(1)),
            ("0\u{a0}kB".to_owned(), "1\u{a0}kB".to_owned())
        );
        assert_eq!(text.direction(-10.0), "north");
        assert_eq!(text.direction(44.0), "north-east");
        assert_eq!(text.countdown(299), "4:59");
    }

    #[test]
    fn quantities_are_written_as_each_language_writes_them() {
        for (language, distance, duration, size) in [
            (
                Language::Tr,
                "1,4\u{a0}km",
                "2\u{a0}sa\u{a0}13\u{a0}dk",
                "1,4\u{a0}MB",
            ),
            (
                Language::It,
                "1,4\u{a0}km",
                "2\u{a0}h\u{a0}13\u{a0}min",
                "1,4\u{a0}MB",
            ),
            (
                Language::Fi,
                "1,4\u{a0}km",
                "2\u{a0}h\u{a0}13\u{a0}min",
                "1,4\u{a0}Mt",
            ),
            (
                Language::Fa,
                "۱٫۴\u{a0}کیلومتر",
                "۲\u{a0}ساعت\u{a0}۱۳\u{a0}دقیقه",
                "۱٫۴\u{a0}مگابایت",
            ),
        ] {
            let text = Text::new(language);
            assert_eq!(without_isolates(&text.distance(1_449.0)), distance);
            assert_eq!(without_isolates(&text.duration(7_980)), duration);
            assert_eq!(without_isolates(&text.size(1_412_345)), size);
        }
        let persian = Text::new(Language::Fa);
        assert_eq!(persian.countdown(299), "۴:۵۹");
        assert_eq!(persian.stop_watch(3_727), "۱:۰۲:۰۷");
        assert_eq!(without_isolates(&persian.ago(2 * DAY)), "۲ روز پیش");
    }
}
