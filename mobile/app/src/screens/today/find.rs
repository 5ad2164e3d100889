//! Finding an order among many: by a word, by how pressing it is, by kind.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderCard, Today, Urgency};
use kuitti_shared::id::CategoryCode;
use kuitti_shared::written::searchable;
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, use_text};

/// So few orders need no search.
const FEW: usize = 5;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::screens) struct Wanted {
    words: String,
    only: Only,
    category: Option<CategoryCode>,
}

/// Which orders, by their state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Only {
    #[default]
    All,
    Pressing,
    News,
    OnPhone,
}

const CHOICES: [(Only, &str); 4] = [
    (Only::All, "find-all"),
    (Only::Pressing, "find-pressing"),
    (Only::News, "find-news"),
    (Only::OnPhone, "find-on-phone"),
];

impl Wanted {
    /// Is anything left out?
    pub(super) fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    /// The orders that are looked for.
    pub(super) fn among(&self, cards: &[OrderCard], text: Text) -> Vec<OrderCard> {
        cards.iter().filter(|card| self.is(card, text)).cloned().collect()
    }

    fn is(&self, card: &OrderCard, text: Text) -> bool {
        let state = match self.only {
            Only::All => true,
            Only::Pressing => card.urgency != Urgency::Planned,
            Only::News => card.news.is_some() || card.needs_attention,
            Only::OnPhone => card.pending > 0,
        };
        let kind = self.category.as_ref().is_none_or(|code| *code == card.category);
        state && kind && self.names(card, text)
    }

    /// Every word somewhere in what can be read on the row.
    fn names(&self, card: &OrderCard, text: Text) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let said = [
            card.title.as_str(),
            &card.place.address,
            &card.place.detail,
            &card.number.0,
            card.category_name.get(text.language()),
        ];
        let said = searchable(&said.join(" "));
        searchable(&self.words)
            .split_whitespace()
            .all(|word| said.contains(word))
    }
}

/// The kinds of problems among `orders`, by name.
pub(super) fn kinds(orders: &Today, text: Text) -> BTreeMap<CategoryCode, String> {
    let mut kinds = BTreeMap::new();
    for card in orders.all() {
        if !kinds.contains_key(&card.category) {
            let name = card.category_name.get(text.language()).to_owned();
            kinds.insert(card.category.clone(), name);
        }
    }
    kinds
}

/// The field and the choices; nothing where there is little to look through.
#[component]
pub(super) fn Find(count: usize, kinds: BTreeMap<CategoryCode, String>, wanted: Signal<Wanted>) -> Element {
    let text = use_text();
    let mut wanted = wanted;
    if count < FEW {
        return rsx! {};
    }
    let now = wanted.read().clone();
    rsx! {
        div { class: "stack near find", role: "search",
            label { class: "input-with-icon",
                span { class: "visually-hidden", {text.say("find-label", [])} }
                Icon { of: Glyph::Search }
                input {
                    class: "input",
                    id: "find",
                    r#type: "search",
                    placeholder: text.say("find-label", []),
                    value: "{now.words}",
                    oninput: move |event| wanted.write().words = event.value(),
                }
            }
            div { class: "find-choices",
                for (only, key) in CHOICES {
                    button {
                        key: "{key}",
                        class: "button",
                        r#type: "button",
                        aria_pressed: now.only == only,
                        onclick: move |_| wanted.write().only = only,
                        {text.say(key, [])}
                    }
                }
                if kinds.len() > 1 {
                    select {
                        class: "select",
                        aria_label: text.say("find-kind", []),
                        onchange: move |event| {
                            let code = event.value();
                            wanted.write().category = (!code.is_empty()).then(|| code.as_str().into());
                        },
                        option { value: "", selected: now.category.is_none(), {text.say("find-every-kind", [])} }
                        for (code, name) in kinds {
                            option { key: "{code}", value: "{code}", selected: now.category.as_ref() == Some(&code), "{name}" }
                        }
                    }
                }
            }
        }
    }
}
