//! The time that was agreed with somebody who will be there.

use dioxus::prelude::*;
use kuitti_shared::domain::Appointment;
use kuitti_text::{Calendar, Date, LocalTime};
use kuitti_ui::{Field, Glyph, Icon, use_calendar, use_text};

/// What the form holds, as its controls write it: a day `2026-11-24`, times `14:00`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Draft {
    day: String,
    from: String,
    until: String,
}

/// There is a day, and no span of time that begins on it: a time is missing, or both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Impossible;

impl Draft {
    /// What was agreed until now.
    pub(super) fn of(agreed: Option<Appointment>, calendar: &Calendar) -> Self {
        agreed.map_or_else(Self::default, |agreed| {
            let from = calendar.local(agreed.from);
            Self {
                day: from.date().plain(),
                from: clock(from),
                until: clock(calendar.local(agreed.until)),
            }
        })
    }

    /// What is agreed from now on; nothing without a day. An end before the beginning is one on the next day.
    pub(super) fn read(&self, calendar: &Calendar) -> Result<Option<Appointment>, Impossible> {
        if self.day.is_empty() {
            return Ok(None);
        }
        let day = Date::from_plain(&self.day).ok_or(Impossible)?;
        let from = minute_of_day(&self.from).ok_or(Impossible)?;
        let until = minute_of_day(&self.until).ok_or(Impossible)?;
        let last_day = if until < from { day.tomorrow() } else { day };
        let agreed = Appointment {
            from: calendar.instant(day, from),
            until: calendar.instant(last_day, until),
        };
        agreed.is_possible().then_some(Some(agreed)).ok_or(Impossible)
    }
}

fn clock(time: LocalTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Of `14:00`; browsers add seconds where somebody typed them.
fn minute_of_day(time: &str) -> Option<i64> {
    let mut parts = time.split(':').map(str::parse::<i64>);
    let hour = parts.next()?.ok().filter(|hour| (0..24).contains(hour))?;
    let minute = parts.next()?.ok().filter(|minute| (0..60).contains(minute))?;
    Some(hour * 60 + minute)
}

/// Day, beginning and end. What is impossible is said once somebody has `tried` to save it.
#[component]
pub(super) fn AppointmentFields(draft: Signal<Draft>, tried: bool) -> Element {
    let (text, calendar) = (use_text(), use_calendar());
    let now = draft();
    let is_impossible = tried && now.read(&calendar).is_err();
    let has_day = !now.day.is_empty();
    rsx! {
        fieldset { class: "field",
            legend { class: "field-label", {text.say("appointment", [])} }
            span { class: "field-hint", id: "agreed-hint", {text.say("appointment-hint", [])} }
            div { class: "columns", style: "--column: 8rem",
                Field { id: "agreed-day", label: text.say("appointment-day", []),
                    input {
                        class: "input",
                        id: "agreed-day",
                        r#type: "date",
                        aria_describedby: "agreed-hint",
                        value: "{now.day}",
                        oninput: move |event| draft.write().day = event.value(),
                    }
                }
                Time {
                    id: "agreed-from",
                    label: text.say("appointment-from", []),
                    value: now.from,
                    has_day,
                    is_impossible,
                    oninput: move |time| draft.write().from = time,
                }
                Time {
                    id: "agreed-until",
                    label: text.say("appointment-until", []),
                    value: now.until,
                    has_day,
                    is_impossible,
                    oninput: move |time| draft.write().until = time,
                }
            }
            if is_impossible {
                span { class: "field-error", id: "agreed-error", role: "alert",
                    Icon { of: Glyph::Warning }
                    {text.say("appointment-impossible", [])}
                }
            }
        }
    }
}

/// Beginning or end: asked for only once there is a day.
#[component]
fn Time(
    id: String,
    label: String,
    value: String,
    has_day: bool,
    is_impossible: bool,
    oninput: EventHandler<String>,
) -> Element {
    rsx! {
        Field { id: "{id}", label,
            input {
                class: "input",
                id: "{id}",
                r#type: "time",
                required: has_day,
                disabled: !has_day,
                aria_invalid: is_impossible,
                aria_describedby: "agreed-error",
                value: "{value}",
                oninput: move |event| oninput.call(event.value()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(day: &str, from: &str, until: &str) -> Draft {
        Draft {
            day: day.to_owned(),
            from: from.to_owned(),
            until: until.to_owned(),
        }
    }

    #[test]
    fn what_is_agreed_is_the_towns_time_and_reads_back() {
        let helsinki = Calendar::of_zone("Europe/Helsinki");
        let written = draft("2026-11-24", "14:00", "16:30");
        let agreed = written.read(&helsinki).unwrap().unwrap();
        assert_eq!(helsinki.plain(agreed.from), "2026-11-24 14:00:00");
        assert_eq!(helsinki.plain(agreed.until), "2026-11-24 16:30:00");
        assert_eq!(Draft::of(Some(agreed), &helsinki), written);
        assert_eq!(Draft::of(None, &helsinki).read(&helsinki), Ok(None));
    }

    #[test]
    fn a_night_ends_on_the_next_day() {
        let helsinki = Calendar::of_zone("Europe/Helsinki");
        let written = draft("2026-12-31", "22:30", "06:00");
        let agreed = written.read(&helsinki).unwrap().unwrap();
        assert_eq!(helsinki.plain(agreed.from), "2026-12-31 22:30:00");
        assert_eq!(helsinki.plain(agreed.until), "2027-01-01 06:00:00");
        assert_eq!(Draft::of(Some(agreed), &helsinki), written);
    }

    #[test]
    fn half_an_appointment_is_none() {
        let calendar = Calendar::default();
        for wrong in [
            draft("2026-11-24", "14:00", ""),
            draft("2026-11-24", "", "16:00"),
            draft("2026-11-24", "14:00", "14:00"),
            draft("2026-11-24", "25:00", "26:00"),
            draft("2026-02-30", "14:00", "16:00"),
        ] {
            assert_eq!(wrong.read(&calendar), Err(Impossible), "{wrong:?}");
        }
    }
}
