//! Where the worker is, when the phone cannot say: a pin, or a recorded track for training. Never without a mark.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderCard, PlaceSource, Problem, Reply, Request, Today};
use kuitti_shared::domain::Position;
use kuitti_ui::{Banner, Button, Glyph, Icon, Tone, use_text};

use super::answer::use_answer;
use super::phone::{Phone, use_phone};
use super::route::Route;
use super::words;
use crate::shell::page::picture::{PhotoFile, chosen_files};
use crate::shell::whereabouts::Source;

/// Says on every screen that the position is not the phone's.
#[component]
pub(super) fn PlaceMark() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let Some(key) = mark(phone.source.read().kind()) else {
        return rsx! {};
    };
    rsx! {
        div { class: "place-mark", id: "place-mark", "data-tone": Tone::Warn.code(), role: "status",
            Icon { of: Glyph::Pin }
            span { class: "grow", {text.say(key, [])} }
            UsePhone { phone }
        }
    }
}

/// How to say whose position it is; nothing when it is the phone's.
pub(super) const fn mark(source: PlaceSource) -> Option<&'static str> {
    match source {
        PlaceSource::Phone => None,
        PlaceSource::Pin => Some("place-mark-pin"),
        PlaceSource::Track => Some("place-mark-track"),
    }
}

#[component]
fn UsePhone(phone: Phone) -> Element {
    let text = use_text();
    rsx! {
        Button { glyph: Glyph::Target, "data-place": "phone", onclick: move |_| phone.locate(Source::Phone), {text.say("place-use-phone", [])} }
    }
}

/// For an order to which the phone knows no way: the worker may stand there.
#[component]
pub(super) fn IAmHere(position: Position) -> Element {
    let (text, phone) = (use_text(), use_phone());
    rsx! {
        Button { glyph: Glyph::Pin, "data-wide": "", "data-place": "here", onclick: move |_| phone.locate(Source::pin(position)), {text.say("place-here", [])} }
    }
}

/// The choice among the settings.
#[component]
pub(super) fn WhereIAm() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let is_phone = phone.source.read().kind() == PlaceSource::Phone;
    rsx! {
        section { class: "card stack near", aria_labelledby: "where",
            h2 { class: "card-title", id: "where", {text.say("place-title", [])} }
            p { class: "soft small", {text.say("place-hint", [])} }
            if is_phone {
                p { {text.say("place-phone", [])} }
            }
            a { class: "button", href: Route::Map.href(),
                Icon { of: Glyph::Map }
                {text.say("place-pin-map", [])}
            }
            AtAnOrder {}
            PlayTrack {}
        }
    }
}

/// A pin by the name of a place.
#[component]
fn AtAnOrder() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let orders = use_answer(|| Request::Today, today);
    let places = use_memo(move || match &*orders.read() {
        Some(Ok(orders)) => places(&orders.open),
        _ => Vec::new(),
    });
    let choose = move |event: FormEvent| {
        let chosen = event
            .value()
            .parse()
            .ok()
            .and_then(|place: usize| places.read().get(place).cloned());
        if let Some((_, position)) = chosen {
            phone.locate(Source::pin(position));
        }
    };
    if places.read().is_empty() {
        return rsx! {};
    }
    rsx! {
        label { class: "setting",
            span { class: "grow", {text.say("place-pin-order", [])} }
            select { class: "select", id: "place-order", onchange: choose,
                option { value: "", selected: true, {text.say("place-choose", [])} }
                for (number, (name, _)) in places.read().iter().enumerate() {
                    option { key: "{number}", value: "{number}", "{name}" }
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

/// Places on the map in the order of their names, each once.
fn places(cards: &[OrderCard]) -> Vec<(String, Position)> {
    let mut places: Vec<(String, Position)> = Vec::new();
    for card in cards {
        let Some(position) = card.place.position else {
            continue;
        };
        let name = if card.place.address.is_empty() {
            card.title.clone()
        } else {
            card.place.address.clone()
        };
        if let Err(place) = places.binary_search_by(|(known, _)| known.cmp(&name)) {
            places.insert(place, (name, position));
        }
    }
    places
}

#[component]
fn PlayTrack() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut problem = use_signal(|| None::<Problem>);
    let play = move |file: PhotoFile| async move {
        let Some(engine) = phone.engine() else { return };
        match engine.call_with(Request::ReadTrack, &file).await {
            Reply::Track(track) => {
                problem.set(None);
                phone.locate(Source::play(*track));
            }
            Reply::Failed(why) => problem.set(Some(why)),
            _ => problem.set(Some(Problem::NoTrack)),
        }
    };
    rsx! {
        label { class: "button camera-button", "data-wide": "",
            Icon { of: Glyph::Play }
            {text.say("place-track", [])}
            input {
                class: "visually-hidden",
                id: "track",
                r#type: "file",
                accept: ".gpx,application/gpx+xml",
                onchange: move |event| async move {
                    if let Some(file) = chosen_files(&event).into_iter().next() {
                        play(file).await;
                    }
                },
            }
        }
        div { aria_live: "polite",
            if let Some(problem) = &*problem.read() {
                Banner { tone: Tone::Bad, p { "{words::problem(text, problem)}" } }
            }
        }
    }
}
