//! A sheet with something to fill in. It closes when the engine has it on disk, and stays, with what was typed, when not.

use std::pin::Pin;
use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_ui::{
    Banner, Button, ButtonKind, ButtonSize, ButtonState, ButtonType, Dialog, DialogForm, Glyph, Tone,
    use_text,
};

use crate::screens::phone::{Said, use_phone};
use crate::screens::words;

/// What the sheet's button does; it answers whether that is on disk.
#[derive(Clone)]
pub(super) struct Saving(Rc<dyn Fn() -> IsOnDisk>);

type IsOnDisk = Pin<Box<dyn Future<Output = bool>>>;

impl Saving {
    /// From a closure that starts it.
    pub(super) fn new<F: Future<Output = bool> + 'static>(start: impl Fn() -> F + 'static) -> Self {
        Self(Rc::new(move || Box::pin(start())))
    }
}

impl PartialEq for Saving {
    /// Each drawing of a sheet brings a closure with the values of that moment.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

/// See the module.
#[component]
pub(super) fn SaveSheet(
    title: String,
    save_label: String,
    ready: bool,
    save: Saving,
    onclose: EventHandler<()>,
    children: Element,
) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut saving = use_signal(|| false);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let save = save.clone();
        async move {
            if !ready || saving() {
                return;
            }
            saving.set(true);
            let saved = (save.0)().await;
            saving.set(false);
            if saved {
                onclose.call(());
            }
        }
    };
    rsx! {
        Dialog { title, form: DialogForm::Sheet, onclose,
            form { class: "stack", onsubmit: submit,
                {children}
                // The frame's own announcement lies behind the sheet.
                if let Some(Said::NotSaved(problem)) = (phone.said)() {
                    Banner { tone: Tone::Bad, title: text.say("not-saved", []),
                        p { "{words::problem(text, &problem)}" }
                    }
                }
                SaveButton { label: save_label, ready, saving: saving() }
            }
        }
    }
}

/// The one button of a form that saves.
#[component]
pub(in crate::screens) fn SaveButton(label: String, ready: bool, saving: bool) -> Element {
    let state = match (ready, saving) {
        (_, true) => ButtonState::Busy,
        (true, false) => ButtonState::Ready,
        (false, false) => ButtonState::Disabled,
    };
    rsx! {
        Button {
            kind: ButtonKind::Primary,
            size: ButtonSize::Large,
            r#type: ButtonType::Submit,
            glyph: Glyph::Check,
            state,
            "data-wide": "",
            "{label}"
        }
    }
}
