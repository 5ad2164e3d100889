//! Making room: copies of what the office has go, after a question.

use dioxus::prelude::*;
use kuitti_engine::protocol::Request;
use kuitti_ui::{Button, ButtonKind, ButtonSize, Dialog, DialogForm, Glyph, use_text};

use crate::screens::phone::use_phone;

/// The button, and the question.
#[component]
pub(super) fn Forget() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut asking = use_signal(|| false);
    let forget = move |_| {
        phone.tell(Request::ForgetSent);
        asking.set(false);
    };
    rsx! {
        Button { glyph: Glyph::Bin, "data-room": "forget", onclick: move |_| asking.set(true),
            {text.say("settings-make-room", [])}
        }
        if asking() {
            Dialog { title: text.say("room-forget-title", []), form: DialogForm::Sheet, onclose: move |()| asking.set(false),
                p { {text.say("room-forget-hint", [])} }
                Button {
                    kind: ButtonKind::Danger,
                    size: ButtonSize::Large,
                    glyph: Glyph::Bin,
                    "data-wide": "",
                    onclick: forget,
                    {text.say("room-forget", [])}
                }
            }
        }
    }
}
