//! Pictures as large as the screen, one after the other.
use dioxus::html::geometry::ClientPoint;
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

/// How much larger a closer look is: a photo that fills a screen has not many more points than that.
const CLOSER: u8 = 3;
/// Pixels of the screen that an arrow key moves a closer look by.
const STEP: i32 = 60;

/// The viewer; it exists while it is rendered. Arrow keys turn over, Escape leaves; plus, or a tap on the picture, looks closer,
/// and then finger, mouse and arrow keys say where. What can be done with the picture stands beside the cross.
#[component]
pub fn PhotoViewer(
    photos: Vec<ViewerPhoto>,
    first: usize,
    onclose: EventHandler<()>,
    children: Element,
) -> Element {
    let text = use_text();
    let mut at = use_signal(|| first);
    let mut closer = use_signal(|| None::<Point>);
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
    let mut turn = move |step: Turn| {
        closer.set(None);
        at.set(step.from(at(), count));
    };
    let mut look = move |to: Option<Point>| closer.set(to);
    let (closer_glyph, closer_key) = match closer() {
        None => (Glyph::Plus, "photo-closer"),
        Some(_) => (Glyph::Minus, "photo-whole"),
    };
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
                match (event.key(), closer()) {
                    (Key::ArrowRight, None) => turn(towards_right),
                    (Key::ArrowLeft, None) => turn(towards_left),
                    (Key::Character(sign), None) if sign == "+" => look(Some(Point::MIDDLE)),
                    (Key::Character(sign), Some(_)) if sign == "-" => look(None),
                    (key, Some(point)) => look(Some(point.moved(&key))),
                    _ => {}
                }
            },
            header {
                if many {
                    span { class: "numeric", "{place}" }
                }
                span { class: "push" }
                IconButton {
                    glyph: closer_glyph,
                    label: text.say(closer_key, []),
                    onclick: move |_| look(closer().is_none().then_some(Point::MIDDLE)),
                }
                {children}
                IconButton { glyph: Glyph::Close, label: text.say("close", []), onclick: move |_| onclose.call(()) }
            }
            div {
                if many {
                    IconButton { glyph: Glyph::ChevronLeft, label: text.say("photo-previous", []), onclick: move |_| turn(Turn::Previous) }
                }
                img {
                    src: "{photo.address}",
                    alt: "{photo.caption}",
                    "data-closer": closer().is_some(),
                    style: closer().map(Point::style),
                    onclick: move |event| look(closer().is_none().then(|| Point::of(event.client_coordinates()))),
                    onpointermove: move |event| {
                        if closer().is_some() {
                            look(Some(Point::of(event.client_coordinates())));
                        }
                    },
                }
                if many {
                    IconButton { glyph: Glyph::ChevronRight, label: text.say("photo-next", []), onclick: move |_| turn(Turn::Next) }
                }
            }
            footer { "{photo.caption}" }
        }
    }
}

/// The point of the screen that stays where it is while everything around it grows.
#[derive(Clone, Copy, PartialEq)]
struct Point {
    /// From where it is counted, in percent of the screen.
    from: u8,
    /// Pixels.
    x: i32,
    /// Pixels.
    y: i32,
}

impl Point {
    const MIDDLE: Self = Self { from: 50, x: 0, y: 0 };

    fn of(pointer: ClientPoint) -> Self {
        let (x, y) = pointer.to_i32().to_tuple();
        Self { from: 0, x, y }
    }

    fn moved(self, key: &Key) -> Self {
        let (x, y) = match key {
            Key::ArrowRight => (STEP, 0),
            Key::ArrowLeft => (-STEP, 0),
            Key::ArrowDown => (0, STEP),
            Key::ArrowUp => (0, -STEP),
            _ => (0, 0),
        };
        Self {
            x: self.x + x,
            y: self.y + y,
            ..self
        }
    }

    fn style(self) -> String {
        let Self { from, x, y } = self;
        format!("transform:scale({CLOSER});transform-origin:calc({from}% + {x}px) calc({from}% + {y}px)")
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
