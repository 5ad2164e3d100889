//! Moves that need a reason: one of the usual ones by a press, or the worker's own words.

use dioxus::prelude::*;
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::{Action, Kind};
use kuitti_ui::{Button, Field, use_text};

use super::sheet::{SaveSheet, Saving};
use crate::screens::phone::use_phone;

/// A move that asks for a reason.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Refusing.
    Decline,
    /// Giving back.
    HandBack,
    /// Interrupting.
    Pause,
}

impl Asks {
    /// None for a move that needs no reason.
    pub(super) const fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Decline => Some(Self::Decline),
            Kind::HandBack => Some(Self::HandBack),
            Kind::Pause => Some(Self::Pause),
            _ => None,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Decline => "decline",
            Self::HandBack => "hand-back",
            Self::Pause => "pause",
        }
    }

    const fn action(self, reason: String) -> Action {
        match self {
            Self::Decline => Action::Decline { reason },
            Self::HandBack => Action::HandBack { reason },
            Self::Pause => Action::Pause { reason },
        }
    }
}

/// The sheet that asks.
#[component]
pub(super) fn ReasonSheet(order: OrderId, asks: Asks, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let reason = use_signal(String::new);
    let code = asks.code();
    let usual = (1..=3).map(|number| text.say(&format!("reason-{code}-{number}"), []));
    let save = move || async move {
        phone
            .perform(order, asks.action(reason().trim().to_owned()))
            .await
    };
    rsx! {
        SaveSheet {
            title: text.say(&format!("reason-{code}-title"), []),
            save_label: text.say(&format!("move-{code}"), []),
            ready: !reason.read().trim().is_empty(),
            save: Saving::new(save),
            onclose,
            Reasons { id: "reason", usual: usual.collect::<Vec<_>>(), reason }
        }
    }
}

/// The usual reasons, and a line for another.
#[component]
pub(super) fn Reasons(id: String, usual: Vec<String>, reason: Signal<String>) -> Element {
    let text = use_text();
    let mut reason = reason;
    rsx! {
        div { class: "cluster",
            for usual in usual {
                Button { key: "{usual}", onclick: { let usual = usual.clone(); move |_| reason.set(usual.clone()) }, "{usual}" }
            }
        }
        Field { id: id.clone(), label: text.say("reason-label", []),
            input {
                class: "input",
                id,
                value: "{reason}",
                oninput: move |event| reason.set(event.value()),
            }
        }
    }
}
