//! Writing down time spent.

use dioxus::prelude::*;
use kuitti_shared::domain::TimeKind;
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_shared::unit::Minutes;
use kuitti_ui::{Button, Field, use_text};

use super::sheet::{SaveSheet, Saving};
use crate::screens::phone::use_phone;

const KINDS: [TimeKind; 3] = [TimeKind::Work, TimeKind::Travel, TimeKind::Waiting];
/// What is pressed most, in minutes.
const USUAL: [u32; 4] = [15, 30, 45, 60];

/// The sheet for time.
#[component]
pub(super) fn TimeSheet(order: OrderId, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut kind = use_signal(|| TimeKind::Work);
    let mut minutes = use_signal(String::new);
    let parsed = minutes
        .read()
        .trim()
        .parse::<u32>()
        .ok()
        .filter(|minutes| *minutes > 0);
    let save = move || async move {
        let Some(minutes) = parsed else { return false };
        phone
            .perform(
                order,
                Action::Time {
                    kind: kind(),
                    minutes: Minutes(minutes),
                },
            )
            .await
    };
    rsx! {
        SaveSheet {
            title: text.say("time-title", []),
            save_label: text.say("save", []),
            ready: parsed.is_some(),
            save: Saving::new(save),
            onclose,
            fieldset { class: "stack near",
                legend { class: "field-label", {text.say("time-kind", [])} }
                for one in KINDS {
                    label { key: "{code(one)}", class: "choice", "data-boxed": "",
                        input {
                            r#type: "radio",
                            name: "time-kind",
                            checked: kind() == one,
                            onchange: move |_| kind.set(one),
                        }
                        {text.word("time-kind", code(one))}
                    }
                }
            }
            div { class: "cluster",
                for usual in USUAL {
                    Button { key: "{usual}", onclick: move |_| minutes.set(usual.to_string()), {text.duration(u64::from(usual) * 60)} }
                }
            }
            Field { id: "minutes", label: text.say("time-minutes", []),
                input {
                    class: "input",
                    id: "minutes",
                    inputmode: "numeric",
                    value: "{minutes}",
                    oninput: move |event| minutes.set(event.value()),
                }
            }
        }
    }
}

/// Part of the key of the kind's word.
pub(super) const fn code(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Work => "work",
        TimeKind::Travel => "travel",
        TimeKind::Waiting => "waiting",
    }
}
