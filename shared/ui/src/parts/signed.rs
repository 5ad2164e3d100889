//! A drawn signature.
use dioxus::prelude::*;
use kuitti_shared::domain::Signature;
use kuitti_shared::domain::signature::{HEIGHT, WIDTH};

/// A signature as it was drawn; `said` is what a screen reader says of it.
#[component]
pub fn Signed(signature: Signature, said: String) -> Element {
    rsx! {
        svg {
            class: "signature",
            view_box: "0 0 {WIDTH} {HEIGHT}",
            role: "img",
            "aria-label": said,
            path { d: signature.path() }
        }
    }
}
