//! Writing a note, or speaking it where the browser makes text of it.

use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_ui::{Button, Field, Glyph, use_text};

use super::sheet::{SaveSheet, Saving};
use crate::screens::phone::use_phone;
use crate::shell::page::speech::{self, Heard, Listening};

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
            if speech::is_offered() {
                Speak { note }
            }
        }
    }
}

/// A press begins to listen, the next one ends it.
#[component]
fn Speak(note: Signal<String>) -> Element {
    let text = use_text();
    let mut listening = use_signal(|| None::<Rc<Listening>>);
    let press = move |_| {
        if listening.take().is_some() {
            return;
        }
        let begun = speech::listen(text.language().code(), move |heard| {
            let (mut note, mut listening) = (note, listening);
            match heard {
                Heard::Words(words) => {
                    let mut note = note.write();
                    if !note.is_empty() {
                        note.push(' ');
                    }
                    note.push_str(&words);
                }
                Heard::Ended => listening.set(None),
            }
        });
        listening.set(begun.map(Rc::new));
    };
    let is_listening = listening.read().is_some();
    let key = if is_listening {
        "note-listening"
    } else {
        "note-speak"
    };
    rsx! {
        Button { glyph: Glyph::Play, "data-note": "speak", "aria-pressed": is_listening, onclick: press, {text.say(key, [])} }
    }
}
