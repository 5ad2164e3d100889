//! Pictures as large as the screen, one after the other.
use dioxus::prelude::*;
use kuitti_shared::domain::Direction;

use crate::{Glyph, IconButton, platform, use_text};

/// A picture and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewerPhoto {
    /// Address of the picture.
    pub address: String,
    /// What it is, when and by whom; also its alternative text.
    pub caption: String,
}

/// The viewer; it exists while it is rendered. Arrow keys turn over, Escape leaves. What can be done with the picture stands beside
/// the cross.
#[component]
pub fn PhotoViewer(
    photos: Vec<ViewerPhoto>,
    first: usize,
    onclose: EventHandler<()>,
    children: Element,
) -> Element {
    let text = use_text();
    let mut at = use_signal(|| first);
    let mut focus_kept = use_signal(|| None::<platform::FocusKept>);
    let count = photos.len();
    let Some(photo) = photos.get(at()).cloned() else {
        return rsx! {};
    };
    let (towards_left, towards_right) = match text.language().direction() {
        Direction::LeftToRight => (Turn::Previous, Turn::Next),
        Direction::RightToLeft => (Turn::Next, Turn::Previous),
    };
    let many = count > 1;
    let mut turn = move |step: Turn| at.set(step.from(at(), count));
    let place = text.say(
        "photo-of",
        [("number", (at() + 1).into()), ("count", count.into())],
    );
    rsx! {
        dialog {
            class: "photo-viewer",
            aria_label: "{photo.caption}",
            onmounted: move |event| focus_kept.set(Some(platform::show_modal(&event.data()))),
            oncancel: move |event| {
                event.prevent_default();
                onclose.call(());
            },
            onkeydown: move |event| {
                event.stop_propagation();
                match event.key() {
                    Key::ArrowRight => turn(towards_right),
                    Key::ArrowLeft => turn(towards_left),
                    _ => {}
                }
            },
            header {
                if many {
                    span { class: "numeric", "{place}" }
                }
                span { class: "push" }
                {children}
                IconButton { glyph: Glyph::Close, label: text.say("close", []), onclick: move |_| onclose.call(()) }
            }
            div {
                if many {
                    IconButton { glyph: Glyph::ChevronLeft, label: text.say("photo-previous", []), onclick: move |_| turn(Turn::Previous) }
                }
                img { src: "{photo.address}", alt: "{photo.caption}" }
                if many {
                    IconButton { glyph: Glyph::ChevronRight, label: text.say("photo-next", []), onclick: move |_| turn(Turn::Next) }
                }
            }
            footer { "{photo.caption}" }
        }
    }
}

#[derive(Clone, Copy)]
enum Turn {
    Next,
    Previous,
}

impl Turn {
    /// The next place, round and round.
    fn from(self, at: usize, count: usize) -> usize {
        match self {
            Self::Next => (at + 1) % count.max(1),
            Self::Previous => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        }
    }
}
