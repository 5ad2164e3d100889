//! A list that grows as the reader comes near its end: hundreds of rows at once would make everything wait.

use dioxus::prelude::*;

/// More than a tall phone shows.
const FIRST: usize = 10;
/// So few that drawing them does not disturb a finger that scrolls.
const MORE: usize = 3;

/// How many entries of a list are drawn.
pub(super) fn use_growing() -> Signal<usize> {
    use_signal(|| FIRST)
}

/// Stands at the end of what is drawn of `total` entries, reaches some screens up, and lets the list grow when it is seen.
#[component]
pub(super) fn ListEnd(shown: Signal<usize>, total: usize) -> Element {
    if shown() >= total {
        return rsx! {};
    }
    let mut shown = shown;
    let grow = move |event: Event<VisibleData>| {
        if event.is_intersecting().unwrap_or_default() {
            shown += MORE;
        }
    };
    // Each length has an end of its own: one that was seen before is not reported again.
    rsx! {
        for length in [shown()] {
            div { key: "{length}", class: "list-end", aria_hidden: "true", onvisible: grow }
        }
    }
}
