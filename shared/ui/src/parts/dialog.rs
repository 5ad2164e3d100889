//! A question over the screen. Escape leaves it, the focus stays inside and returns to where it was.
use dioxus::prelude::*;

use crate::{Glyph, IconButton, platform, use_text};

/// Where a dialog appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DialogForm {
    /// In the middle of a desk's screen.
    #[default]
    Middle,
    /// The same, with room for a table or a map.
    Large,
    /// From below, in reach of a thumb.
    Sheet,
}

/// A modal dialog; it exists while it is rendered. Typed text is never lost by a click beside it: only Escape, the cross and the
/// dialog's own commands close it.
#[component]
pub fn Dialog(
    title: String,
    #[props(default)] form: DialogForm,
    onclose: EventHandler<()>,
    children: Element,
) -> Element {
    let mut focus_kept = use_signal(|| None::<platform::FocusKept>);
    let text = use_text();
    let (class, size) = match form {
        DialogForm::Middle => ("dialog", None),
        DialogForm::Large => ("dialog", Some("large")),
        DialogForm::Sheet => ("sheet", None),
    };
    rsx! {
        dialog {
            class,
            "data-size": size,
            aria_label: "{title}",
            onmounted: move |event| focus_kept.set(Some(platform::show_modal(&event.data()))),
            oncancel: move |event| {
                event.prevent_default();
                onclose.call(());
            },
            // Keys of the screen below are not for the dialog.
            onkeydown: move |event| event.stop_propagation(),
            div { class: "stack",
                div { class: "between",
                    h2 { "{title}" }
                    IconButton { glyph: Glyph::Close, label: text.say("close", []), onclick: move |_| onclose.call(()) }
                }
                {children}
            }
        }
    }
}
