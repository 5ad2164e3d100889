//! Writing a note.

use dioxus::prelude::*;
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_ui::{Field, use_text};

use super::sheet::{SaveSheet, Saving};
use crate::screens::phone::use_phone;

/// The sheet for a note.
#[component]
pub(super) fn NoteSheet(order: OrderId, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut note = use_signal(String::new);
    let save = move || async move {
        phone
            .perform(
                order,
                Action::Note {
                    text: note().trim().to_owned(),
                },
            )
            .await
    };
    rsx! {
        SaveSheet {
            title: text.say("note-title", []),
            save_label: text.say("save", []),
            ready: !note.read().trim().is_empty(),
            save: Saving::new(save),
            onclose,
            Field { id: "note", label: text.say("note-label", []),
                textarea { class: "textarea", id: "note", value: "{note}", oninput: move |event| note.set(event.value()) }
            }
        }
    }
}
