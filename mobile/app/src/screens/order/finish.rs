//! Finishing: how it ended, what is left, and whether everything that the office asks for is there.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, Request};
use kuitti_shared::domain::{Extent, NotDoneReason, Outcome};
use kuitti_shared::id::OrderNumber;
use kuitti_shared::operation::Action;
use kuitti_text::Text;
use kuitti_ui::{Banner, Field, Glyph, Icon, Tone, use_text};

use super::attention::town;
use super::evidence::StillMissing;
use super::reason::Reasons;
use super::sheet::{SaveSheet, Saving};
use crate::screens::answer::{Shown, use_answer};
use crate::screens::phone::use_phone;

/// The three ways a visit can end, before the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Done,
    FollowUp,
    NotDone,
}

const ENDINGS: [(Ending, &str, Glyph, Tone); 3] = [
    (Ending::Done, "done", Glyph::StatusFinished, Tone::Good),
    (Ending::FollowUp, "follow-up", Glyph::StatusReopened, Tone::Info),
    (Ending::NotDone, "not-done", Glyph::StatusDeclined, Tone::Bad),
];

const WHY_NOT: [(NotDoneReason, &str); 5] = [
    (NotDoneReason::NotFound, "not-found"),
    (NotDoneReason::NoAccess, "no-access"),
    (NotDoneReason::Unsafe, "unsafe"),
    (NotDoneReason::NotOurs, "not-ours"),
    (NotDoneReason::NeedsEquipment, "needs-equipment"),
];

/// What has been chosen and typed so far.
#[derive(Clone, Copy, PartialEq)]
struct Draft {
    ending: Signal<Ending>,
    extent: Signal<Extent>,
    left_to_do: Signal<String>,
    why_not: Signal<Option<NotDoneReason>>,
    is_duplicate: Signal<bool>,
    duplicate_of: Signal<String>,
    reason_without: Signal<String>,
}

impl Draft {
    fn start() -> Self {
        Self {
            ending: Signal::new(Ending::Done),
            extent: Signal::new(Extent::Whole),
            left_to_do: Signal::new(String::new()),
            why_not: Signal::new(None),
            is_duplicate: Signal::new(false),
            duplicate_of: Signal::new(String::new()),
            reason_without: Signal::new(String::new()),
        }
    }

    /// The operation, once nothing is missing from it.
    fn action(self) -> Option<Action> {
        let (outcome, follow_up) = match (self.ending)() {
            Ending::Done => (Outcome::Done, None),
            Ending::FollowUp => (Outcome::DoneNeedsFollowUp, Some(filled(&self.left_to_do.read())?)),
            Ending::NotDone => (Outcome::NotDone(self.reason()?), None),
        };
        Some(Action::Finish {
            outcome,
            extent: (self.extent)(),
            follow_up,
        })
    }

    fn reason(self) -> Option<NotDoneReason> {
        if (self.is_duplicate)() {
            let number = filled(&self.duplicate_of.read())?;
            return Some(NotDoneReason::DuplicateOf(OrderNumber(number)));
        }
        (self.why_not)()
    }
}

fn filled(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// The sheet that asks how it ended.
#[component]
pub(super) fn FinishSheet(view: Shown<OrderView>, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let draft = use_hook(Draft::start);
    let order = view.card.id;
    let action = draft.action();
    let is_done = (draft.ending)() != Ending::NotDone;
    let excused = if is_done { view.missing.clone() } else { Vec::new() };
    let is_excused = excused.is_empty() || filled(&draft.reason_without.read()).is_some();
    let ready = action.is_some() && is_excused;
    let save = move || {
        let action = action.clone();
        let excused = excused.clone();
        let reason = draft.reason_without.peek().trim().to_owned();
        async move {
            let Some(action) = action else { return false };
            for what in excused {
                let reason = reason.clone();
                if !phone.perform(order, Action::CouldNot { what, reason }).await {
                    return false;
                }
            }
            phone.perform(order, action).await
        }
    };
    let others_at_work = view
        .aggregate
        .current_visits()
        .any(|visit| visit.is_active() && Some(visit.worker) != phone.worker());
    rsx! {
        SaveSheet {
            title: text.say("finish-title", []),
            save_label: save_label(text, (draft.ending)(), view.missing.is_empty()),
            ready,
            save: Saving::new(save),
            onclose,
            Endings { draft }
            match (draft.ending)() {
                Ending::Done => rsx! {},
                Ending::FollowUp => rsx! { LeftToDo { draft } },
                Ending::NotDone => rsx! { WhyNot { draft } },
            }
            if others_at_work {
                HowMuch { draft }
            }
            if is_done {
                if view.missing.is_empty() {
                    Banner { tone: Tone::Good, p { {text.say("finish-evidence-good", [])} } }
                } else {
                    StillMissing { missing: view.missing.clone() }
                    CouldNot { draft }
                }
            }
            UndoHint {}
        }
    }
}

fn save_label(text: Text, ending: Ending, complete: bool) -> String {
    let key = match (ending, complete) {
        (Ending::NotDone, _) => "finish-save-not-done",
        (_, false) => "finish-save-anyway",
        (Ending::Done, true) => "finish-save-done",
        (Ending::FollowUp, true) => "finish-save-follow-up",
    };
    text.say(key, [])
}

#[component]
fn Endings(draft: Draft) -> Element {
    let text = use_text();
    let mut ending = draft.ending;
    rsx! {
        div { class: "stack near", role: "radiogroup", aria_label: text.say("finish-title", []),
            for (one, name, glyph, tone) in ENDINGS {
                label { key: "{name}", class: "outcome", "data-tone": tone.code(), "data-outcome": name,
                    input {
                        class: "visually-hidden",
                        r#type: "radio",
                        name: "ending",
                        checked: ending() == one,
                        onchange: move |_| ending.set(one),
                    }
                    Icon { of: glyph }
                    span {
                        b { {text.say(&format!("finish-{name}"), [])} }
                        br {}
                        span { class: "soft small", {text.say(&format!("finish-{name}-hint"), [])} }
                    }
                }
            }
        }
    }
}

/// The way out where something that the office asks for cannot be had: the reason, by a press or in the worker's own words.
#[component]
fn CouldNot(draft: Draft) -> Element {
    let text = use_text();
    let usual = (1..=4).map(|number| text.say(&format!("could-not-{number}"), []));
    rsx! {
        fieldset { class: "stack near", id: "could-not",
            legend { class: "field-label", {text.say("could-not-title", [])} }
            Reasons { id: "could-not-reason", usual: usual.collect::<Vec<_>>(), reason: draft.reason_without }
        }
    }
}

#[component]
fn LeftToDo(draft: Draft) -> Element {
    let text = use_text();
    let mut left_to_do = draft.left_to_do;
    rsx! {
        Field { id: "left-to-do", label: text.say("finish-what-is-left", []),
            textarea {
                class: "textarea",
                id: "left-to-do",
                value: "{left_to_do}",
                oninput: move |event| left_to_do.set(event.value()),
            }
        }
    }
}

#[component]
fn WhyNot(draft: Draft) -> Element {
    let text = use_text();
    let (mut why_not, mut is_duplicate, mut duplicate_of) =
        (draft.why_not, draft.is_duplicate, draft.duplicate_of);
    rsx! {
        fieldset { class: "stack near",
            legend { class: "field-label", {text.say("finish-why-not", [])} }
            for (reason, name) in WHY_NOT {
                label { key: "{name}", class: "choice", "data-boxed": "",
                    input {
                        r#type: "radio",
                        name: "why-not",
                        checked: !is_duplicate() && why_not.read().as_ref() == Some(&reason),
                        onchange: move |_| {
                            is_duplicate.set(false);
                            why_not.set(Some(reason.clone()));
                        },
                    }
                    span { class: "sentence", {text.say(&format!("not-done-{name}"), [])} }
                }
            }
            label { class: "choice", "data-boxed": "",
                input {
                    r#type: "radio",
                    name: "why-not",
                    checked: is_duplicate(),
                    onchange: move |_| is_duplicate.set(true),
                }
                {text.say("finish-duplicate", [])}
            }
        }
        if is_duplicate() {
            Field { id: "duplicate-of", label: text.say("finish-duplicate-number", []),
                input {
                    class: "input",
                    id: "duplicate-of",
                    value: "{duplicate_of}",
                    oninput: move |event| duplicate_of.set(event.value()),
                }
            }
        }
    }
}

/// Asked only while others are at work on the same order.
#[component]
fn HowMuch(draft: Draft) -> Element {
    let text = use_text();
    let mut extent = draft.extent;
    let choices = [
        (Extent::Whole, "finish-extent-whole"),
        (Extent::Part, "finish-extent-part"),
    ];
    rsx! {
        fieldset { class: "stack near",
            legend { class: "field-label", {text.say("finish-extent", [])} }
            for (one, key) in choices {
                label { key: "{key}", class: "choice", "data-boxed": "",
                    input { r#type: "radio", name: "extent", checked: extent() == one, onchange: move |_| extent.set(one) }
                    "{text.say(key, [])}"
                }
            }
        }
    }
}

#[component]
fn UndoHint() -> Element {
    let text = use_text();
    let town = use_answer(|| Request::Town, town);
    let window = match &*town.read() {
        Some(Ok(town)) => u64::try_from(town.undo_window.0 / 1000).unwrap_or(0),
        _ => 0,
    };
    if window == 0 {
        return rsx! {};
    }
    rsx! { p { class: "soft small", {text.say("finish-undo-hint", [("window", text.duration(window).into())])} } }
}
