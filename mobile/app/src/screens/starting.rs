//! What is shown while there is no store: for a moment at the start, or because something is in the way.

use dioxus::prelude::*;
use kuitti_ui::{Button, ButtonKind, ButtonSize, Glyph, Icon, use_text};

use crate::shell::page::address;

/// The mark, while the store is opened.
#[component]
pub(super) fn Opening() -> Element {
    let text = use_text();
    rsx! {
        main { class: "welcome", aria_busy: "true",
            Mark {}
            p { class: "visually-hidden", role: "status", {text.say("loading", [])} }
        }
    }
}

/// Another tab has the store.
#[component]
pub(super) fn Elsewhere() -> Element {
    let text = use_text();
    rsx! {
        main { class: "welcome", id: "elsewhere",
            Mark {}
            div { class: "stack near", role: "status",
                h1 { {text.say("app-elsewhere-title", [])} }
                p { class: "soft", {text.say("app-elsewhere-way-out", [])} }
            }
        }
    }
}

/// The engine cannot go on: what is said about it, and for the support why.
#[component]
pub(super) fn Stopped(about: &'static str, why: Option<String>) -> Element {
    let text = use_text();
    rsx! {
        main { class: "welcome", id: "stopped",
            Mark {}
            div { class: "stack near", role: "alert",
                h1 { {text.say(&format!("{about}-title"), [])} }
                p { {text.say(&format!("{about}-way-out"), [])} }
                if let Some(why) = why {
                    p { class: "soft small", {text.say("app-stopped-why", [("why", why.into())])} }
                }
            }
            Button {
                kind: ButtonKind::Primary,
                size: ButtonSize::Large,
                glyph: Glyph::Refresh,
                onclick: move |_| address::reload(),
                {text.say("app-start-again", [])}
            }
        }
    }
}

/// The house mark with its name.
#[component]
pub(super) fn Mark() -> Element {
    let text = use_text();
    rsx! {
        p { class: "logo",
            Icon { of: Glyph::Kuitti }
            {text.say("kuitti", [])}
        }
    }
}
