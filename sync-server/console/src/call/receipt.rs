//! The code to read aloud, letter by letter.
use dioxus::prelude::*;
use kuitti_text::Text;
use kuitti_ui::{Button, ButtonKind, Glyph, use_text};

use super::draft::{Recorded, use_draft};
use crate::{browser, route::Route, town::use_town};

const NEXT: &str = "call-next";

/// What came of a call.
#[component]
pub(super) fn RecordedReceipt(recorded: Recorded) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    let town = use_town();
    use_effect(|| browser::focus(NEXT));
    let Recorded {
        receipt,
        request,
        seconds,
    } = recorded;
    let groups: Vec<_> = receipt
        .tracking_code
        .split('-')
        .map(|group| spelled(group, text))
        .collect();
    let told: Vec<_> = request
        .contact
        .notify
        .iter()
        .map(|channel| text.word("channel", channel.code()))
        .collect();
    let told = if told.is_empty() {
        text.say("told-nothing", [])
    } else {
        told.join(", ")
    };
    rsx! {
        section { class: "receipt call-receipt", "data-tone": "good", aria_label: text.say("call-recorded", []),
            p { class: "eyebrow", {text.say("call-recorded", [])} " · " span { class: "code", "{receipt.number}" } }
            h2 { {town.category(&request.category, text)} }
            p { class: "soft", "{request.place.address}" }
            hr { class: "perforation" }
            p { {text.say("call-read-aloud", [])} }
            p { class: "receipt-code", id: "tracking-code", "{receipt.tracking_code}" }
            ol { class: "spelled",
                for group in groups {
                    li { "{group}" }
                }
            }
            hr { class: "perforation" }
            dl { class: "receipt-lines",
                div { dt { {text.say("told-by", [])} } dd { "{told}" } }
                div { dt { {text.say("call-took", [])} } dd { {text.duration(seconds)} } }
            }
            div { class: "cluster call-receipt-commands",
                Button { kind: ButtonKind::Primary, glyph: Glyph::Phone, id: NEXT, onclick: move |_| draft.receipt.set(None),
                    {text.say("call-next", [])}
                    span { class: "key", "n" }
                }
                Link { class: "button", to: Route::Request { id: receipt.id.to_string() }, {text.say("request-open", [])} }
            }
        }
    }
}

/// Letters by their spelling words, digits as they are.
fn spelled(group: &str, text: Text) -> String {
    let word = |letter: char| match letter {
        'A'..='Z' => text.say(&format!("spell-{}", letter.to_ascii_lowercase()), []),
        other => other.to_string(),
    };
    group.chars().map(word).collect::<Vec<_>>().join(" · ")
}
