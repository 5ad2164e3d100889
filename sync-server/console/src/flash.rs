//! What became of a command, said once at the edge of the screen.
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use kuitti_ui::{Glyph, IconButton, Tone, use_text};

use crate::route::Route;

/// How long a word about something that worked stays. A failure stays until somebody closes it.
const STAY_MILLISECONDS: u32 = 8_000;

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
    /// Counts what was said, so that a timer ends only what it was set for.
    said: Signal<u64>,
    /// Somebody points at it or has the keyboard in it: reading takes as long as it takes.
    held: Signal<bool>,
}

/// Where messages go.
pub(crate) fn use_flash() -> Flash {
    use_context()
}

impl Flash {
    pub(crate) fn use_provider() -> Self {
        let flash = Self {
            messages: use_signal(Vec::new),
            said: use_signal(|| 0),
            held: use_signal(|| false),
        };
        use_effect(move || {
            let said = *flash.said.read();
            spawn(async move { flash.fade(said).await });
        });
        use_context_provider(|| flash)
    }

    /// Says these instead of what was said before.
    pub(crate) fn say_all(mut self, messages: Vec<Message>) {
        self.messages.set(messages);
        *self.said.write() += 1;
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

    /// Good news leaves by itself.
    async fn fade(self, said: u64) {
        loop {
            TimeoutFuture::new(STAY_MILLISECONDS).await;
            let all_good = self
                .messages
                .peek()
                .iter()
                .all(|message| message.tone == Tone::Good);
            if *self.said.peek() != said || !all_good {
                return;
            }
            if !*self.held.peek() {
                return self.dismiss();
            }
        }
    }

    fn dismiss(mut self) {
        self.messages.write().clear();
        self.held.set(false);
    }
}

/// The messages, in a region that screen readers read out.
#[component]
pub(crate) fn FlashMessages() -> Element {
    let flash = use_flash();
    let text = use_text();
    let messages = flash.messages.read().clone();
    let mut held = flash.held;
    rsx! {
        div { class: "flash", role: "status", aria_live: "polite",
            onmouseenter: move |_| held.set(true),
            onmouseleave: move |_| held.set(false),
            onfocusin: move |_| held.set(true),
            onfocusout: move |_| held.set(false),
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
