//! What became of a command, said once at the edge of the screen.
use dioxus::prelude::*;
use kuitti_ui::{Glyph, IconButton, Tone, use_text};

use crate::route::Route;

/// A sentence, and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Message {
    /// Its colour.
    pub(crate) tone: Tone,
    /// What became of it.
    pub(crate) text: String,
    /// What it is about, when it has a screen: its name and address.
    pub(crate) leads: Option<(String, Route)>,
}

/// The messages on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Flash {
    messages: Signal<Vec<Message>>,
}

/// Where messages go.
pub(crate) fn use_flash() -> Flash {
    use_context()
}

impl Flash {
    pub(crate) fn use_provider() -> Self {
        let messages = use_signal(Vec::new);
        use_context_provider(|| Self { messages })
    }

    /// Says these instead of what was said before.
    pub(crate) fn say_all(mut self, messages: Vec<Message>) {
        self.messages.set(messages);
    }

    /// Says that something worked.
    pub(crate) fn good(self, text: String) {
        self.say_all(vec![Message {
            tone: Tone::Good,
            text,
            leads: None,
        }]);
    }

    /// Says that something did not work.
    pub(crate) fn bad(self, text: String) {
        self.say_all(vec![Message {
            tone: Tone::Bad,
            text,
            leads: None,
        }]);
    }

    fn dismiss(mut self) {
        self.messages.write().clear();
    }
}

/// The messages, in a region that screen readers read out.
#[component]
pub(crate) fn FlashMessages() -> Element {
    let flash = use_flash();
    let text = use_text();
    let messages = flash.messages.read().clone();
    rsx! {
        div { class: "flash", role: "status", aria_live: "polite",
            if !messages.is_empty() {
                div { class: "flash-slip receipt", "data-kind": "small",
                    div { class: "stack near grow",
                        for message in messages {
                            p { class: "flash-line", "data-tone": message.tone.code(),
                                kuitti_ui::Icon { of: if message.tone == Tone::Good { Glyph::Check } else { Glyph::Warning } }
                                span { "{message.text}" }
                                if let Some((name, route)) = message.leads {
                                    Link { to: route, onclick: move |_| flash.dismiss(), "{name}" }
                                }
                            }
                        }
                    }
                    IconButton { glyph: Glyph::Close, label: text.say("close", []), onclick: move |_| flash.dismiss() }
                }
            }
        }
    }
}
