//! What stands around a control: label above, hint below it, and the mistake where it was made.
use dioxus::prelude::*;

use crate::{Glyph, Icon};

/// A labelled control. The control inside carries `id` and, for the hint and the mistake, `aria-describedby: "{id}-hint {id}-error"`.
#[component]
pub fn Field(
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    children: Element,
) -> Element {
    rsx! {
        div { class: "field",
            label { class: "field-label", r#for: "{id}", "{label}" }
            if let Some(hint) = hint {
                span { class: "field-hint", id: "{id}-hint", "{hint}" }
            }
            {children}
            if let Some(error) = error {
                span { class: "field-error", id: "{id}-error", role: "alert",
                    Icon { of: Glyph::Warning }
                    "{error}"
                }
            }
        }
    }
}
