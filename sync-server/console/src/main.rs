//! The dispatcher's console.

use dioxus::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    launch(screen);
}

/// The frame that every view of the console lies in.
fn screen() -> Element {
    rsx! {
        main { id: "console" }
    }
}
