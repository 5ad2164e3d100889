//! The end of the shift: the office is asked, and says that it has everything, or the phone says what is missing.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Reply, Request, ShiftSummary};
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, Glyph, Tone, use_calendar, use_now, use_text};

use crate::screens::answer::use_answer;
use crate::screens::phone::use_phone;

/// See the module.
#[component]
pub(super) fn ShiftEnd() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut asked = use_signal(|| false);
    rsx! {
        section { class: "card stack near", id: "shift", aria_labelledby: "shift-title",
            h2 { class: "card-title", id: "shift-title", {text.say("shift-title", [])} }
            if asked() {
                Summary {}
            } else {
                p { class: "soft", {text.say("shift-hint", [])} }
            }
            Button {
                glyph: Glyph::Check,
                onclick: move |_| {
                    asked.set(true);
                    phone.tell(Request::SyncNow);
                },
                {text.say("shift-ask", [])}
            }
        }
    }
}

#[component]
fn Summary() -> Element {
    let (text, calendar, now, phone) = (use_text(), use_calendar(), use_now(), use_phone());
    let is_held = phone
        .status
        .read()
        .as_ref()
        .is_some_and(|status| status.pending.held.is_some());
    let missing_way_out = if is_held {
        "shift-missing-held"
    } else {
        "shift-missing-way-out"
    };
    let since = calendar.start_of_day(now);
    let answer = use_answer(move || Request::Shift { since }, summary);
    let answer = answer.read();
    let Some(Ok(shift)) = answer.as_ref() else {
        return rsx! { p { class: "soft", {text.say("loading", [])} } };
    };
    let did = text.say(
        "shift-did",
        [
            ("finished", shift.finished.into()),
            ("operations", shift.operations.into()),
            ("photos", shift.photos.into()),
        ],
    );
    rsx! {
        p { "{did}" }
        match shift.confirmed_at {
            Some(at) => rsx! {
                Banner { tone: Tone::Good, title: text.say("shift-all", [("clock", text.clock(calendar.local(at)).into())]),
                    p { {text.say("shift-all-way-out", [])} }
                }
            },
            None => rsx! {
                Banner { tone: Tone::Warn, title: missing(text, shift), p { {text.say(missing_way_out, [])} } }
            },
        }
        if shift.to_read > 0 {
            Banner { tone: Tone::Bad, p { {text.say("shift-to-read", [("count", shift.to_read.into())])} } }
        }
    }
}

fn summary(reply: Reply) -> Option<ShiftSummary> {
    match reply {
        Reply::Shift(summary) => Some(summary),
        _ => None,
    }
}

fn missing(text: Text, shift: &ShiftSummary) -> String {
    if shift.operations_here + shift.photos_here == 0 {
        return text.say("shift-unconfirmed", []);
    }
    let counts = [
        ("operations", shift.operations_here.into()),
        ("photos", shift.photos_here.into()),
    ];
    text.say("shift-missing", counts)
}
