//! Who changed a text, and to what.
use dioxus::prelude::*;
use kuitti_shared::api::texts::TextInForce;
use kuitti_ui::{Ago, Button, ButtonSize, use_text};

#[component]
pub(super) fn Versions(known: TextInForce, ontake: EventHandler<String>) -> Element {
    let text = use_text();
    rsx! {
        h3 { {text.say("text-versions", [])} }
        if known.versions.is_empty() {
            p { class: "faint", {text.say("text-never-changed", [])} }
        }
        ul { class: "lines",
            for version in known.versions {
                li { key: "{version.id}", class: "line",
                    span { class: "grow citizen-words",
                        if version.source.is_empty() {
                            em { {text.say("text-version-built-in", [])} }
                        } else {
                            "{version.source}"
                        }
                    }
                    bdi { class: "faint", "{version.by}" }
                    Ago { at: version.at }
                    if !version.source.is_empty() {
                        Button {
                            size: ButtonSize::Small,
                            onclick: move |_| ontake.call(version.source.clone()),
                            {text.say("text-version-take", [])}
                        }
                    }
                }
            }
        }
    }
}
