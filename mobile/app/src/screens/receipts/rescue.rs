//! Everything unsent as a file: for a phone that gets no network, or is about to break.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Problem, RescueWritten};
use kuitti_ui::{Banner, Button, ButtonState, Glyph, Tone, use_calendar, use_now, use_text};

use crate::screens::phone::use_phone;
use crate::screens::words;
use crate::shell::page::download;

/// Shown while something is only on this phone, or was shown and has been used.
#[component]
pub(super) fn RescueFile() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let (calendar, now) = (use_calendar(), use_now());
    let mut busy = use_signal(|| false);
    let mut answer = use_signal(|| None::<Result<RescueWritten, Problem>>);
    let has_unsent = phone.status.read().as_ref().is_some_and(|status| {
        let pending = status.pending;
        pending.operations + pending.photos + pending.parked > 0
    });
    if !has_unsent && answer.read().is_none() {
        return rsx! {};
    }
    let name = format!("kuitti-{}.kuitti", calendar.file_name(now));
    let write = move |_| {
        let name = name.clone();
        async move {
            let Some(engine) = phone.engine() else { return };
            busy.set(true);
            let saved = match engine.rescue().await {
                Ok((written, file)) => download::bytes(&name, "application/octet-stream", &file)
                    .await
                    .map(|()| written),
                Err(problem) => Err(problem),
            };
            answer.set(Some(saved));
            busy.set(false);
        }
    };
    let state = if busy() {
        ButtonState::Busy
    } else {
        ButtonState::Ready
    };
    rsx! {
        section { class: "card stack near", id: "rescue", aria_labelledby: "rescue-title",
            h2 { class: "card-title", id: "rescue-title", {text.say("rescue-title", [])} }
            p { class: "soft", {text.say("rescue-hint", [])} }
            Button { glyph: Glyph::Download, state, "data-rescue": "write", onclick: write, {text.say("rescue-write", [])} }
            div { aria_live: "polite",
                match &*answer.read() {
                    None => rsx! {},
                    Some(Ok(written)) => rsx! { Written { written: *written } },
                    Some(Err(problem)) => rsx! { Banner { tone: Tone::Bad, p { "{words::problem(text, problem)}" } } },
                }
            }
        }
    }
}

#[component]
fn Written(written: RescueWritten) -> Element {
    let text = use_text();
    let counts = [
        ("operations", written.operations.into()),
        ("photos", written.photos.into()),
    ];
    rsx! {
        Banner { tone: Tone::Good, title: text.say("rescue-written-title", []),
            p { {text.say("rescue-written", counts)} }
            if written.photos_left > 0 {
                p { {text.say("rescue-left", [("count", written.photos_left.into())])} }
            }
        }
    }
}
