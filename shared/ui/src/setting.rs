//! What every part needs to know of its surroundings: given once at the root of a front end, read anywhere below.
use dioxus::prelude::*;
use kuitti_shared::unit::WallTime;
use kuitti_text::{Calendar, Date, Text};

/// Language, calendar and the present moment of a front end.
#[derive(Clone, Copy)]
pub struct Setting {
    /// The texts of the language chosen.
    pub text: Signal<Text>,
    /// The town's calendar.
    pub calendar: Signal<Calendar>,
    /// The present moment, moved on by the front end every few seconds.
    pub now: Signal<WallTime>,
    /// The day that it is in the town.
    today: Memo<Date>,
}

/// Gives everything below its surroundings; the calendar is the town's as soon as somebody knows the town.
pub fn use_setting(text: impl FnOnce() -> Text, now: impl FnOnce() -> WallTime) -> Setting {
    use_context_provider(|| {
        let calendar = Signal::new(Calendar::default());
        let now = Signal::new(now());
        Setting {
            text: Signal::new(text()),
            calendar,
            now,
            today: Memo::new(move || calendar.read().local(now()).date()),
        }
    })
}

/// The texts; the component is drawn again when the language changes.
pub fn use_text() -> Text {
    (use_context::<Setting>().text)()
}

/// The town's calendar.
pub fn use_calendar() -> Calendar {
    (use_context::<Setting>().calendar)()
}

/// The present moment; the component is drawn again as it moves on.
pub fn use_now() -> WallTime {
    (use_context::<Setting>().now)()
}

/// The day that it is; the component is drawn again at midnight. Enough for what names a day and a time: a list of hundreds is
/// not drawn again with every moment.
pub fn use_today() -> Date {
    (use_context::<Setting>().today)()
}
