//! Every command from the keyboard. A screen binds its keys while it is shown; `?` lists them.
//!
//! Keys that somebody types into a field are the field's (Escape leaves it), and keys in a dialog are the dialog's. What is already handled (an arrow on the
//! map) is not handled twice.
use std::{cell::RefCell, rc::Rc};

use dioxus::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

use crate::browser;

/// One bound key.
#[derive(Clone)]
pub(crate) struct Binding {
    /// As `KeyboardEvent.key` names it.
    pub(crate) key: &'static str,
    /// The text key of what it does.
    pub(crate) does: &'static str,
    place: usize,
    run: Callback<()>,
}

/// The keys bound now; the last binding of a key wins.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    bound: Rc<RefCell<Vec<Binding>>>,
    next: Rc<RefCell<usize>>,
}

impl Keys {
    /// Listens for as long as the console runs.
    pub(crate) fn use_provider() -> Self {
        use_context_provider(|| {
            let keys = Self::default();
            let heard = keys.clone();
            browser::listen_to_keys(move |event| heard.hear(&event));
            keys
        })
    }

    fn hear(&self, event: &KeyboardEvent) {
        let typed_into = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let typing = typed_into.as_ref().is_some_and(browser::takes_text);
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if typing && event.key() == "Escape" && !browser::dialog_is_open() {
            // Out of the field, so that the keys of the screen are heard again.
            return browser::unfocus();
        }
        if typing || browser::dialog_is_open() || presses(typed_into.as_ref(), &event.key()) {
            return;
        }
        let found = self
            .bound
            .borrow()
            .iter()
            .rev()
            .find(|binding| binding.key == event.key())
            .cloned();
        if let Some(binding) = found {
            event.prevent_default();
            binding.run.call(());
        }
    }

    /// What is bound now, each key once.
    pub(crate) fn list(&self) -> Vec<Binding> {
        let mut seen = Vec::new();
        let bound = self.bound.borrow();
        let mut list: Vec<_> = bound
            .iter()
            .rev()
            .filter(|binding| {
                !seen.contains(&binding.key) && {
                    seen.push(binding.key);
                    true
                }
            })
            .cloned()
            .collect();
        list.sort_by_key(|binding| binding.place);
        list
    }
}

/// Enter and space press the button or link that has the focus, and nothing else.
fn presses(element: Option<&Element>, key: &str) -> bool {
    let pressable = element
        .is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT"));
    pressable && matches!(key, "Enter" | " ")
}

/// Binds a key while the component that calls this is shown.
pub(crate) fn use_key(key: &'static str, does: &'static str, run: impl FnMut(()) + 'static) {
    let keys = use_context::<Keys>();
    let run = use_callback(run);
    let place = use_hook({
        let keys = keys.clone();
        move || {
            let mut next = keys.next.borrow_mut();
            *next += 1;
            keys.bound.borrow_mut().push(Binding {
                key,
                does,
                place: *next,
                run,
            });
            *next
        }
    });
    use_drop(move || keys.bound.borrow_mut().retain(|binding| binding.place != place));
}
