//! A map as plain SVG: streets, points with colour and shape, no WebGL and no tiles.
//!
//! Dragging only moves one group; zooming scales the streets and clusters the points anew. Everything the pointer does, the keyboard and
//! the buttons do as well, and the points are a list for those who cannot see the picture.
mod cluster;
mod gesture;
mod ground;
mod look;
mod maths;
mod mercator;
mod points;
mod state;

use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_shared::domain::Position;

pub use self::ground::Ground;
pub use self::look::PointLook;

use self::gesture::Gesture;
use self::ground::{GroundShapes, StreetNames};
use self::mercator::{PlanePoint, scale_bar};
use self::points::{PointList, Points};
use self::state::{MapState, Step};
use crate::{Glyph, IconButton, use_text};

/// Something at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPoint {
    /// Whatever names it to the screen that shows the map.
    pub key: String,
    /// Where.
    pub position: Position,
    /// How it looks.
    pub look: PointLook,
    /// What it is, for the pointer that rests on it and for screen readers.
    pub label: String,
}

/// Points that a person chose, by a press or with a rectangle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointSelection {
    /// These instead of what was chosen.
    Replace(Vec<String>),
    /// These besides.
    Extend(Vec<String>),
}

/// Where the points stand as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Listing {
    /// Beside the map, on the same screen.
    #[default]
    Beside,
    /// Nowhere else: the map brings a list for screen readers.
    Here,
}

/// The map. Its height is its container's business.
#[component]
pub fn Map(
    label: String,
    ground: ReadSignal<Ground>,
    points: ReadSignal<Vec<MapPoint>>,
    #[props(default)] selected: ReadSignal<BTreeSet<String>>,
    #[props(default)] current: ReadSignal<Option<String>>,
    #[props(default)] picked: ReadSignal<Option<Position>>,
    #[props(default)] listing: Listing,
    onpress: Option<EventHandler<PointSelection>>,
    onarea: Option<EventHandler<PointSelection>>,
    onpick: Option<EventHandler<Position>>,
) -> Element {
    let text = use_text();
    let mut state = MapState::use_new(ground, points, picked);
    let mut drawing_area = use_signal(|| false);
    let zoom = use_memo(move || state.view().zoom);
    let size = state.size();
    let offset = state.view().offset(ground.read().origin(), size);
    let scale = state.view().scale();
    let (metres, pixels) = scale_bar(state.view().metres_per_pixel());
    let handlers = state::Handlers { onarea, onpick };
    let pick = picked().map(|position| state.view().to_screen(PlanePoint::of(position), size));

    rsx! {
        section {
            class: "map",
            aria_label: "{label}",
            "data-selecting": drawing_area().then_some(""),
            "data-picking": onpick.is_some().then_some(""),
            svg {
                role: "application",
                tabindex: "0",
                "aria-label": text.say("map-help", []),
                onmounted: move |event| state.mounted(event.data()),
                onresize: move |event| state.resized(&event),
                onpointerenter: move |_| state.locate(),
                onpointerdown: move |event| state.press(event, drawing_area()),
                onpointermove: move |event| state.drag(&event),
                onpointerup: move |event| state.lift(&event, handlers),
                onpointercancel: move |event| state.cancel(&event),
                onwheel: move |event| state.wheel(&event),
                onkeydown: move |event| state.key(&event),
                g { transform: "translate({offset.x:.2} {offset.y:.2}) scale({scale})",
                    GroundShapes { ground: ground(), zoom: zoom().round() }
                }
                g { transform: "translate({offset.x:.2} {offset.y:.2})",
                    StreetNames { ground: ground(), scale }
                    Points { state, points, selected, current, zoom, origin: ground.read().origin(), onpress }
                }
                if let Some(pick) = pick {
                    path {
                        class: "map-pick",
                        d: "M0 0c-6-8-10-12-10-18a10 10 0 0 1 20 0c0 6-4 10-10 18z",
                        transform: "translate({pick.x:.1} {pick.y:.1})",
                    }
                }
                if let Gesture::Rectangle { from, to, .. } = state.gesture() {
                    rect {
                        class: "map-selection",
                        x: from.x.min(to.x),
                        y: from.y.min(to.y),
                        width: (from.x - to.x).abs(),
                        height: (from.y - to.y).abs(),
                    }
                }
            }
            div { class: "map-controls",
                IconButton { glyph: Glyph::Plus, label: text.say("map-zoom-in", []), onclick: move |_| state.step(Step::In) }
                IconButton { glyph: Glyph::Minus, label: text.say("map-zoom-out", []), onclick: move |_| state.step(Step::Out) }
                IconButton { glyph: Glyph::ZoomFit, label: text.say("map-fit", []), onclick: move |_| state.fit() }
                if onarea.is_some() {
                    IconButton {
                        glyph: Glyph::BoxSelect,
                        label: text.say("map-select-area", []),
                        aria_pressed: "{drawing_area}",
                        onclick: move |_| drawing_area.toggle(),
                    }
                }
            }
            div { class: "map-foot",
                span { "{ground.read().attribution()}" }
                span { class: "map-scale", style: "inline-size:{pixels:.0}px", {text.distance(metres)} }
            }
            if listing == Listing::Here {
                PointList { points, onpress }
            }
        }
    }
}
