//! Writing down time spent.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderView;
use kuitti_shared::domain::{TimeKind, Visit};
use kuitti_shared::id::WorkerId;
use kuitti_shared::operation::Action;
use kuitti_shared::unit::Minutes;
use kuitti_ui::{Button, Field, Glyph, use_text};

use super::sheet::{SaveSheet, Saving};
use crate::screens::answer::Shown;
use crate::screens::number;
use crate::screens::phone::use_phone;
use crate::shell::page::device;

const KINDS: [TimeKind; 3] = [TimeKind::Work, TimeKind::Travel, TimeKind::Waiting];
/// What is pressed most, in minutes.
const USUAL: [u32; 4] = [15, 30, 45, 60];

/// The sheet for time.
#[component]
pub(super) fn TimeSheet(view: Shown<OrderView>, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let order = view.card.id;
    let unwritten = unwritten(&view, phone.worker());
    let mut kind = use_signal(|| TimeKind::Work);
    let mut minutes = use_signal(String::new);
    let parsed = number::whole(&minutes.read());
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
            if let Some(timed) = unwritten {
                Button { glyph: Glyph::Clock, "data-wide": "", "data-time": "timer", onclick: move |_| minutes.set(timed.0.to_string()),
                    {text.say("time-from-timer", [("time", text.duration(u64::from(timed.0) * 60).into())])}
                }
            }
            div { class: "usual",
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

/// What the timer has counted and nobody has written down.
fn unwritten(view: &OrderView, worker: Option<WorkerId>) -> Option<Minutes> {
    let own = |visit: &&Visit| Some(visit.worker) == worker;
    let counted: i64 = view
        .aggregate
        .current_visits()
        .filter(own)
        .map(|visit| view.aggregate.time_at_work(visit, device::now()).0)
        .sum();
    let written = view.aggregate.times.iter();
    let written: u32 = written
        .filter(|time| Some(time.worker) == worker && time.kind == TimeKind::Work)
        .map(|time| time.minutes.0)
        .sum();
    let counted = u32::try_from(counted / 60_000).ok()?;
    counted.checked_sub(written).filter(|left| *left > 0).map(Minutes)
}

/// Part of the key of the kind's word.
pub(super) const fn code(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Work => "work",
        TimeKind::Travel => "travel",
        TimeKind::Waiting => "waiting",
    }
}
