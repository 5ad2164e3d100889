//! The way to an order as one big arrow, for a glance in the rain: where it points, how far it is, how well the phone knows.

use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, Request, Way};
use kuitti_shared::domain::Fix;
use kuitti_shared::id::OrderId;
use kuitti_shared::unit::Degrees;
use kuitti_ui::{Button, Empty, Glyph, Icon, use_text};

use super::answer::{Shown, use_answer};
use super::frame::Frame;
use super::order::{Accuracy, view};
use super::phone::use_phone;
use super::route::Route;
use crate::shell::page::heading::{self, HeadingWatch};
use crate::shell::page::{device, run};

/// See the module.
#[component]
pub(super) fn Compass(id: OrderId) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let answer = use_answer(move || Request::Order { order: id }, view);
    let view = answer
        .read()
        .as_ref()
        .and_then(|view| view.as_ref().ok().cloned());
    let fix = (phone.position)().and_then(Result::ok);
    rsx! {
        Frame { title: text.say("compass", []), back: Route::Order(id), here: Route::Today,
            match (view, fix) {
                (None, _) => rsx! { p { class: "soft", {text.say("loading", [])} } },
                (Some(view), Some(fix)) if view.card.way.is_some() => rsx! { Pointing { view, fix } },
                (Some(_), _) => rsx! {
                    Empty { glyph: Glyph::Compass, title: text.say("order-no-position", []),
                        a { class: "button", href: Route::Order(id).href(), {text.say("back", [])} }
                    }
                },
            }
        }
    }
}

#[component]
fn Pointing(view: Shown<OrderView>, fix: Fix) -> Element {
    let text = use_text();
    let heading = use_signal(|| None::<Degrees>);
    let _listening = use_hook(|| {
        let tell = move |degrees| {
            let mut heading = heading;
            heading.set(Some(degrees));
        };
        Rc::new(HeadingWatch::start(tell))
    });
    let Some(way) = view.card.way else { return rsx! {} };
    let place = view.card.place.clone();
    rsx! {
        section { class: "compass stack", aria_label: text.say("compass", []),
            Arrow { way, heading: heading() }
            p { class: "compass-distance", "{text.distance(way.distance.0)}" }
            p { class: "soft",
                {text.say("order-direction", [("direction", text.direction(way.bearing.0).into())])}
                br {}
                Accuracy { fix }
            }
            p { b { "{view.card.title}" } br {} "{place.address}" }
            p { class: "soft small", role: "status",
                {text.say(if heading().is_some() { "compass-turns" } else { "compass-from-north" }, [])}
            }
            if heading().is_none() && heading::wants_to_be_asked() {
                Button { glyph: Glyph::Compass, onclick: move |_| run(heading::ask()), {text.say("compass-ask", [])} }
            }
            if let Some(target) = place.position {
                a { class: "button", "data-wide": "", href: device::navigation_link(target),
                    Icon { of: Glyph::Car }
                    {text.say("order-navigate", [])}
                }
            }
        }
    }
}

/// Without a compass the arrow points as on a map, with north above.
#[component]
fn Arrow(way: Way, heading: Option<Degrees>) -> Element {
    let text = use_text();
    let turned = heading.map_or(0.0, |heading| heading.0);
    let arrow = Degrees(way.bearing.0 - turned).within_a_turn().0;
    let north = Degrees(-turned).within_a_turn().0;
    rsx! {
        div { class: "compass-face", aria_hidden: "true",
            span { class: "compass-north", style: "rotate: {north:.0}deg", span { style: "rotate: {turned:.0}deg", {text.say("compass-north", [])} } }
            span { class: "compass-arrow", style: "rotate: {arrow:.0}deg", Icon { of: Glyph::ArrowUp } }
        }
    }
}
