//! Who works with this phone. Each has their own orders and their own unsent work; whoever is shown, all of it is sent.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Enrolment, Problem, Reply, Request, Standing, StoreNumber, WorkerHere};
use kuitti_text::Text;
use kuitti_ui::{
    Banner, Button, ButtonKind, ButtonSize, Chip, Dialog, DialogForm, Glyph, Icon, IconButton, Tone, use_text,
};

use crate::screens::phone::use_phone;
use crate::screens::route::Route;
use crate::screens::words;

/// See the module.
#[component]
pub(super) fn Workers(shown: Enrolment) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let workers = phone.workers.read();
    let others: Vec<WorkerHere> = workers.iter().filter(|worker| !worker.shown).cloned().collect();
    rsx! {
        section { class: "card stack near", id: "who-works", aria_label: text.say("workers-title", []),
            div { class: "cluster",
                span { class: "slip-state", "data-tone": Tone::Info.code(), Icon { of: Glyph::Person } }
                div { class: "grow",
                    h2 { "{shown.worker.name}" }
                    p { class: "soft", "{shown.town}" }
                }
                if !others.is_empty() {
                    Chip { tone: Tone::Good, glyph: Glyph::Eye, {text.say("workers-shown", [])} }
                }
            }
            if !others.is_empty() {
                ul { class: "plain",
                    for other in others {
                        Other { key: "{other.store.tail()}", other }
                    }
                }
            }
            p { class: "soft small", {text.say("workers-hint", [])} }
            a { class: "button", href: Route::Enrol(String::new()).href(), {text.say("workers-add", [])} }
        }
    }
}

/// A worker who is not shown.
#[component]
fn Other(other: WorkerHere) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut removing = use_signal(|| false);
    let Some(enrolment) = &other.enrolment else {
        return rsx! {
            li { Banner { tone: Tone::Bad, p { {text.say("workers-shut", [])} } } }
        };
    };
    let (store, name) = (other.store, enrolment.worker.name.clone());
    let is_empty_handed = other.pending.unsent() == 0;
    rsx! {
        li { class: "setting", "data-worker": "{name}",
            span { class: "grow",
                b { "{name}" }
                br {}
                span { class: "soft small", "{state(text, &other)}" }
            }
            if is_empty_handed {
                IconButton {
                    glyph: Glyph::Bin,
                    label: text.say("workers-remove", [("worker", name.as_str().into())]),
                    onclick: move |_| removing.set(true),
                }
            }
            Button {
                glyph: Glyph::Person,
                "data-show": "",
                aria_label: text.say("workers-switch", [("worker", name.as_str().into())]),
                onclick: move |_| phone.tell(Request::ShowWorker { store }),
                {text.say("workers-show", [])}
            }
        }
        if removing() {
            Remove { store, name: name.clone(), onclose: move |()| removing.set(false) }
        }
    }
}

/// What of the worker's is only here, and whether it can leave.
fn state(text: Text, other: &WorkerHere) -> String {
    let sent = match other.pending.unsent() {
        0 => text.say("workers-all-sent", []),
        count => text.say("workers-unsent", [("count", count.into())]),
    };
    match other.standing {
        Standing::Revoked => format!("{sent} · {}", text.say("workers-revoked", [])),
        Standing::Active | Standing::DrainOnly => sent,
    }
}

/// Asks before a worker leaves the phone.
#[component]
fn Remove(store: StoreNumber, name: String, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut refused = use_signal(|| None::<Problem>);
    let remove = move |_| async move {
        match phone.ask(Request::RemoveWorker { store }).await {
            Reply::Failed(problem) => refused.set(Some(problem)),
            _ => onclose.call(()),
        }
    };
    rsx! {
        Dialog {
            title: text.say("workers-remove-title", [("worker", name.into())]),
            form: DialogForm::Sheet,
            onclose,
            p { {text.say("workers-remove-sure", [])} }
            if let Some(problem) = refused() {
                Banner { tone: Tone::Bad, p { {words::problem(text, &problem)} } }
            }
            Button {
                kind: ButtonKind::Danger,
                size: ButtonSize::Large,
                glyph: Glyph::Bin,
                "data-remove": "",
                onclick: remove,
                {text.say("workers-remove-now", [])}
            }
        }
    }
}
