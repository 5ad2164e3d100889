//! A field with proposals: type a few letters, take one with Enter, an arrow or the mouse.
use dioxus::prelude::*;
use kuitti_ui::{Glyph, Icon};

use crate::browser;

/// A proposal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Proposal {
    /// What names it to the form.
    pub(super) key: String,
    /// What the operator reads.
    pub(super) label: String,
}

/// The field. Taking a proposal moves the focus to `next`; Enter without one does too.
#[component]
pub(super) fn Combobox(
    id: &'static str,
    next: &'static str,
    glyph: Glyph,
    value: String,
    placeholder: String,
    proposals: Vec<Proposal>,
    invalid: bool,
    ontype: EventHandler<String>,
    onchoose: EventHandler<Proposal>,
) -> Element {
    let mut open = use_signal(|| false);
    // None until an arrow is pressed; Enter then takes the first.
    let mut at = use_signal(|| None::<usize>);
    let count = proposals.len();
    let shown = open() && count > 0;
    let list = format!("{id}-list");
    let active = at().filter(|_| shown).map(|at| format!("{list}-{at}"));
    let known = proposals.clone();
    let mut choose = move |proposal: Proposal| {
        open.set(false);
        onchoose.call(proposal);
        browser::focus(next);
    };
    rsx! {
        div { class: "combobox",
            span { class: "input-with-icon",
                Icon { of: glyph }
                input {
                    class: "input",
                    id,
                    role: "combobox",
                    autocomplete: "off",
                    aria_expanded: "{shown}",
                    aria_controls: "{list}",
                    aria_autocomplete: "list",
                    aria_activedescendant: active,
                    aria_invalid: invalid.then_some("true"),
                    aria_describedby: "{id}-hint {id}-error",
                    placeholder: "{placeholder}",
                    value: "{value}",
                    oninput: move |event| {
                        open.set(true);
                        at.set(None);
                        ontype.call(event.value());
                    },
                    onfocus: move |_| {
                        open.set(true);
                        at.set(None);
                    },
                    onblur: move |_| open.set(false),
                    onkeydown: move |event| match event.key() {
                        Key::ArrowDown => {
                            event.prevent_default();
                            open.set(true);
                            at.set(Some(at().map_or(0, |at| at + 1).min(count.saturating_sub(1))));
                        }
                        Key::ArrowUp => {
                            event.prevent_default();
                            at.set(at().and_then(|at| at.checked_sub(1)));
                        }
                        Key::Escape if shown => {
                            event.prevent_default();
                            open.set(false);
                        }
                        Key::Enter if !event.modifiers().ctrl() => {
                            event.prevent_default();
                            match known.get(at().unwrap_or(0)).filter(|_| shown) {
                                Some(proposal) => choose(proposal.clone()),
                                None => browser::focus(next),
                            }
                        }
                        _ => {}
                    },
                }
            }
            if shown {
                ul { class: "options", id: "{list}", role: "listbox",
                    for (place, proposal) in proposals.into_iter().enumerate() {
                        li {
                            key: "{proposal.key}",
                            class: "option",
                            id: "{list}-{place}",
                            role: "option",
                            aria_selected: "{Some(place) == at()}",
                            // Before the field loses the focus.
                            onmousedown: move |event| {
                                event.prevent_default();
                                choose(proposal.clone());
                            },
                            span { class: "grow", "{proposal.label}" }
                            if at().unwrap_or(0) == place {
                                span { class: "key", aria_hidden: "true", "↵" }
                            }
                        }
                    }
                }
            }
        }
    }
}
