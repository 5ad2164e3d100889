//! Sentences to the person in front of the screen.
use dioxus::prelude::*;

use crate::{Glyph, Icon, Tone};

/// A fact and the way out of it, in the flow of the screen.
#[component]
pub fn Banner(tone: Tone, title: Option<String>, children: Element) -> Element {
    let glyph = match tone {
        Tone::Good => Glyph::Check,
        Tone::Warn | Tone::Bad => Glyph::Warning,
        Tone::Info | Tone::Fresh | Tone::Again | Tone::Still => Glyph::Info,
    };
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    rsx! {
        div { class: "banner", "data-tone": tone.code(), role,
            Icon { of: glyph }
            div { class: "grow",
                if let Some(title) = title {
                    p { class: "banner-title", "{title}" }
                }
                {children}
            }
        }
    }
}

/// Nothing here, and what can be done about it.
#[component]
pub fn Empty(glyph: Glyph, title: String, children: Element) -> Element {
    rsx! {
        div { class: "empty",
            Icon { of: glyph }
            p { class: "empty-title", "{title}" }
            {children}
        }
    }
}
