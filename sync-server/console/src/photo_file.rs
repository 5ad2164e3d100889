//! A photo that is no picture: the worker's device could not open it. It is fetched, never shown.

use dioxus::prelude::*;
use kuitti_ui::{Glyph, Icon, use_text};

/// What it is, and where it is fetched.
#[component]
pub(crate) fn PhotoFile(address: String, caption: String, size: Option<u64>) -> Element {
    let text = use_text();
    let size = size.map(|size| format!(" ({})", text.size(size)));
    rsx! {
        a { class: "photo", href: "{address}", download: "", "data-file": "",
            Icon { of: Glyph::File }
            b { "{caption}" }
            span { {text.say("photo-file-unopened", [])} }
            span { {text.say("photo-fetch", [])} {size.unwrap_or_default()} }
        }
    }
}
