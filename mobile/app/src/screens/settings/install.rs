//! The app on the home screen: by a press where the browser offers it, by its menu elsewhere.

use dioxus::prelude::*;
use kuitti_ui::{Button, ButtonKind, Glyph, use_text};

use crate::screens::phone::use_phone;
use crate::shell::page::{device, install};

/// Nothing when it is there already.
#[component]
pub(super) fn Install() -> Element {
    let (text, phone) = (use_text(), use_phone());
    if device::is_installed() {
        return rsx! {};
    }
    let way = if device::is_ios() {
        "enrol-install"
    } else {
        "install-by-menu"
    };
    rsx! {
        section { class: "card stack near", aria_labelledby: "install",
            h2 { class: "card-title", id: "install", {text.say("install-title", [])} }
            p { class: "soft", {text.say("install-why", [])} }
            if (phone.installable)() {
                Button {
                    kind: ButtonKind::Primary,
                    glyph: Glyph::Download,
                    "data-install": "now",
                    onclick: move |_| install::ask(),
                    {text.say("install-now", [])}
                }
            } else {
                p { {text.say(way, [])} }
            }
        }
    }
}
