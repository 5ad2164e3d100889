//! The screens' wasm.

use dioxus::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    launch(screen);
}

/// The frame that every screen lies in.
fn screen() -> Element {
    rsx! {
        main { id: "field-app" }
    }
}
