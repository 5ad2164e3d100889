//! Days in a calendar of which browsers know nothing: their own pickers count as the Gregorian one does, in every language.

use dioxus::prelude::*;
use kuitti_shared::domain::Language;
use kuitti_text::{Date, Day, Text};

/// How far from this year a day may be: what was built long ago, and when it is looked at next.
const YEARS_BACK: i64 = 100;
const YEARS_AHEAD: i64 = 20;

/// Has the language a calendar that browsers do not pick from?
pub(super) fn is_picked_here(text: Text) -> bool {
    text.language() == Language::Fa
}

/// An answer as it is shown and typed: in the calendar of the language.
pub(super) fn typed(answer: &str, language: Language) -> String {
    Date::from_plain(answer).map_or_else(
        || answer.to_owned(),
        |date| Day::in_calendar_of(language, date).plain(),
    )
}

/// The way back of [`typed`]; nothing is a way of not answering, half a day is no answer.
pub(super) fn answer(typed: &str, language: Language) -> Option<String> {
    if typed.is_empty() {
        return Some(String::new());
    }
    let date = Day::from_plain(typed)?.date_by_calendar_of(language)?;
    Some(date.plain())
}

/// Day, month and year, each chosen by itself. A year is always shown: nearly always it is this one. Says what it comes to.
pub(super) fn selects(
    text: Text,
    today: Date,
    typed: &str,
    read_only: bool,
    onpick: Callback<String>,
) -> Element {
    let language = text.language();
    let this_year = Day::in_calendar_of(language, today).year;
    let nothing = Day {
        year: this_year,
        month: 0,
        day: 0,
    };
    let chosen = Day::from_plain(typed).unwrap_or(nothing);
    let last = Day::last_of_month(language, chosen.year, chosen.month);
    let years = (this_year - YEARS_BACK).min(chosen.year)..=(this_year + YEARS_AHEAD).max(chosen.year);
    let parts = [
        ("date-day", 1..=last, chosen.day),
        ("date-month", 1..=12, chosen.month),
        ("date-year", years, chosen.year),
    ];
    rsx! {
        for (part, (label, numbers, number)) in parts.into_iter().enumerate() {
            select {
                key: "{label}",
                class: "select",
                aria_label: text.say(label, []),
                disabled: read_only,
                onchange: move |event| onpick.call(with(chosen, part, &event.value(), language)),
                if part < 2 {
                    option { value: "", selected: number == 0, {text.say(label, [])} }
                }
                for one in numbers {
                    option { key: "{one}", value: "{one}", selected: one == number,
                        {if part == 1 { text.month(one) } else { text.digits(one) }}
                    }
                }
            }
        }
    }
}

/// What is chosen with another day, month or year (0, 1, 2); a day beyond the end of its month is the last one.
fn with(chosen: Day, part: usize, value: &str, language: Language) -> String {
    let Ok(number) = value.parse() else {
        return String::new();
    };
    let Day { year, month, day } = chosen;
    let mut parts = [day, month, year];
    if let Some(part) = parts.get_mut(part) {
        *part = number;
    }
    let [day, month, year] = parts;
    let day = day.min(Day::last_of_month(language, year, month));
    Day { year, month, day }.plain()
}
