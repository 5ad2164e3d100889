//! How old what you see is. Nothing that came over a network is shown without it.
use dioxus::prelude::*;
use kuitti_shared::unit::{Millis, WallTime};
use kuitti_text::Calendar;

use crate::{Glyph, Icon, Tone, use_calendar, use_now, use_text};

/// Older than this is worth a warning.
const STALE: Millis = Millis::from_seconds(120);

/// "as of 11:05:12"; it warns by itself when that is long ago.
#[component]
pub fn AsOf(at: WallTime) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    let stale = now - at > STALE;
    let clock = text.clock_with_seconds(calendar.local(at));
    let said = text.say("as-of", [("clock", clock.into())]);
    rsx! {
        span { class: "as-of", "data-tone": stale.then_some(Tone::Warn.code()),
            Icon { of: Glyph::Clock }
            "{said}"
        }
    }
}

/// "12 min ago", with the full moment on hover.
#[component]
pub fn Ago(at: WallTime) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    let local = calendar.local(at);
    let seconds = u64::try_from((now - at).0 / 1000).unwrap_or(0);
    rsx! {
        time {
            class: "numeric",
            datetime: "{Calendar::default().plain(at)}Z",
            title: text.full_moment(local),
            "{text.ago(seconds)}"
        }
    }
}
