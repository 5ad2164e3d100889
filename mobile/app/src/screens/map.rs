//! The orders of the day on the street map, with the phone among them. Without WebGL the same points stand on a plain map; the list
//! of the day says it all in words.

use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_engine::protocol::{MapOnPhone, MapState, OrderCard, Reply, Request, Today, Urgency};
use kuitti_text::Text;
use kuitti_ui::{
    Glyph, Ground, IconButton, Listing, Map as PlainMap, MapPoint, PointLook, PointSelection, Tone, use_text,
};

use super::answer::use_answer;
use super::frame::Frame;
use super::phone::{Phone, use_phone};
use super::place::mark;
use super::route::{Route, go};
use crate::shell::page::street_map::{Here, MapOptions, OnMap, Stop, StreetMap};
use crate::shell::whereabouts::Source;

/// Can this browser draw the street map?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawing {
    /// It is being tried, or it is drawn.
    Streets,
    /// It cannot.
    Plain,
}

/// See the module.
#[component]
pub(super) fn TownMap() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let orders = use_answer(|| Request::Today, today);
    let map = use_answer(
        move || {
            let _asked_again_when_more_is_here = (phone.map_news)();
            Request::Map
        },
        on_phone,
    );
    let drawing = use_signal(|| Drawing::Streets);
    let cards = use_memo(move || match &*orders.read() {
        Some(Ok(orders)) => orders.open.clone(),
        _ => Vec::new(),
    });
    let map = map.read().as_ref().and_then(|map| map.as_ref().ok().cloned());
    rsx! {
        Frame { title: text.say("map-title", []), here: Route::Map,
            if let Some(map) = &map {
                if let Some(sentence) = about(text, map.state) {
                    p { class: "soft small", role: "status", "{sentence}" }
                }
                match (drawing(), &map.here) {
                    (Drawing::Streets, Some(here)) => rsx! {
                        Streets { key: "{here.sha256}", map: map.clone(), cards, drawing }
                    },
                    _ => rsx! { Plain { cards } },
                }
            }
        }
    }
}

fn today(reply: Reply) -> Option<Today> {
    match reply {
        Reply::Today(orders) => Some(*orders),
        _ => None,
    }
}

fn on_phone(reply: Reply) -> Option<MapOnPhone> {
    match reply {
        Reply::Map(map) => Some(*map),
        _ => None,
    }
}

/// What there is to say about the map itself.
fn about(text: Text, state: MapState) -> Option<String> {
    match state {
        MapState::None => Some(text.say("map-none", [])),
        MapState::Here { .. } => None,
        MapState::Coming { arrived, size } => {
            let bytes = |count| text.size(count).into();
            Some(text.say("map-coming", [("arrived", bytes(arrived)), ("size", bytes(size))]))
        }
    }
}

/// The map by WebGL.
#[component]
fn Streets(map: MapOnPhone, cards: ReadSignal<Vec<OrderCard>>, drawing: Signal<Drawing>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut opened = use_signal(|| None::<Rc<StreetMap>>);
    let mut drawing = drawing;
    let on_map = use_memo(move || on_map(text, &cards.read(), here(text, phone)));
    let mut pinning = use_signal(|| false);
    use_effect(move || {
        if let Some(opened) = &*opened.read() {
            opened.show(&on_map.read());
        }
    });
    let open = move |event: MountedEvent| {
        let (Some(engine), Some(options)) = (phone.engine(), options(text, &map)) else {
            return drawing.set(Drawing::Plain);
        };
        spawn(async move {
            match StreetMap::open(&event.data(), engine, &options).await {
                Ok(map) => opened.set(Some(Rc::new(map))),
                Err(_no_webgl) => drawing.set(Drawing::Plain),
            }
        });
    };
    let pin = move |_| {
        if let Some(opened) = &*opened.read() {
            pinning.set(true);
            opened.choose(move |position| {
                pinning.set(false);
                phone.locate(Source::pin(position));
            });
        }
    };
    let zoom = move |steps: f64| {
        if let Some(opened) = &*opened.read() {
            opened.zoom(steps);
        }
    };
    rsx! {
        if pinning() {
            p { role: "status", {text.say("place-pin-press", [])} }
        }
        div { class: "map map-streets", "data-pinning": pinning().then_some(""),
            div { class: "map-canvas", onmounted: open }
            div { class: "map-controls",
                IconButton { glyph: Glyph::Plus, label: text.say("map-zoom-in", []), onclick: move |_| zoom(1.0) }
                IconButton { glyph: Glyph::Minus, label: text.say("map-zoom-out", []), onclick: move |_| zoom(-1.0) }
                IconButton { glyph: Glyph::Pin, label: text.say("place-pin-map", []), onclick: pin }
                IconButton {
                    glyph: Glyph::ZoomFit,
                    label: text.say("map-fit", []),
                    onclick: move |_| {
                        if let Some(opened) = &*opened.read() {
                            opened.fit(&on_map.read());
                        }
                    },
                }
            }
        }
    }
}

fn options(text: Text, map: &MapOnPhone) -> Option<MapOptions> {
    let here = map.here.as_ref()?;
    Some(MapOptions {
        bounds: here.bounds,
        last_zoom: here.last_zoom,
        attribution: here.attribution.clone(),
        label: text.say("map-title", []),
        direction: text.language().direction().code(),
    })
}

fn here(text: Text, phone: Phone) -> Option<Here> {
    let fix = (phone.position)().and_then(Result::ok)?;
    let key = mark(phone.source.read().kind()).unwrap_or("map-you");
    Some(Here {
        latitude: fix.position.latitude(),
        longitude: fix.position.longitude(),
        label: text.say(key, []),
    })
}

fn on_map(text: Text, cards: &[OrderCard], position: Option<Here>) -> OnMap {
    let stop = |(number, card): (u32, &OrderCard)| {
        let position = card.place.position?;
        let number = text.number(number.into(), 0);
        Some(Stop {
            latitude: position.latitude(),
            longitude: position.longitude(),
            href: Route::Order(card.id).href(),
            label: format!("{number}: {}, {}", card.title, card.place.address),
            number,
            tone: tone(card.urgency).code(),
            beside: beside(cards, card),
        })
    };
    OnMap {
        stops: (1..).zip(cards).filter_map(stop).collect(),
        position,
    }
}

/// Orders of one stop stand in a row whose middle is their place.
fn beside(cards: &[OrderCard], card: &OrderCard) -> f64 {
    let mut before = 0;
    let mut together = 0;
    let is_drawn = |other: &&OrderCard| other.stop == card.stop && other.place.position.is_some();
    for other in cards.iter().filter(is_drawn) {
        before += u32::from(other.id == card.id) * together;
        together += 1;
    }
    f64::from(before) - f64::from(together - 1) / 2.0
}

const fn tone(urgency: Urgency) -> Tone {
    match urgency {
        Urgency::Overdue | Urgency::Urgent => Tone::Bad,
        Urgency::DueSoon => Tone::Warn,
        Urgency::Planned => Tone::Info,
    }
}

/// The points without streets.
#[component]
fn Plain(cards: ReadSignal<Vec<OrderCard>>) -> Element {
    let text = use_text();
    let points = use_memo(move || cards.read().iter().filter_map(point).collect::<Vec<_>>());
    let ground = use_signal(Ground::default);
    rsx! {
        PlainMap {
            label: text.say("map-title", []),
            ground,
            points,
            listing: Listing::Here,
            onpress: move |pressed: PointSelection| {
                let (PointSelection::Replace(keys) | PointSelection::Extend(keys)) = pressed;
                if let Some(order) = keys.first().and_then(|key| key.parse().ok()) {
                    go(&Route::Order(order));
                }
            },
        }
    }
}

fn point(card: &OrderCard) -> Option<MapPoint> {
    Some(MapPoint {
        key: card.id.to_string(),
        position: card.place.position?,
        look: PointLook::Order(card.status),
        label: format!("{}, {}", card.title, card.place.address),
    })
}
