//! How to get there: distance and direction from the phone's position, and the hand-over to its own navigation.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderCard;
use kuitti_shared::domain::Fix;
use kuitti_ui::{Glyph, Icon, use_now, use_text};

use crate::screens::phone::use_phone;
use crate::screens::place::{IAmHere, mark};
use crate::screens::route::Route;
use crate::shell::page::device;
use crate::shell::page::position::NoPosition;

/// The way to an order.
#[component]
pub(super) fn WayThere(card: OrderCard) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let Some(target) = card.place.position else {
        return rsx! {
            section { class: "card", aria_label: text.say("order-way", []),
                p { class: "soft", {text.say("order-no-place", [])} }
            }
        };
    };
    rsx! {
        section { class: "card stack near", aria_label: text.say("order-way", []),
            match ((phone.position)(), card.way) {
                (Some(Err(NoPosition::Denied)), _) => rsx! {
                    p { class: "soft", {text.say("order-position-denied", [])} }
                    IAmHere { position: target }
                },
                (Some(Ok(fix)), Some(way)) => rsx! {
                    div { class: "way",
                        span { class: "way-needle", style: "--bearing: {way.bearing.0:.0}deg", aria_hidden: "true", Icon { of: Glyph::ArrowUp } }
                        div { class: "grow",
                            p { class: "way-distance", "{text.distance(way.distance.0)}" }
                            p { class: "soft",
                                {text.say("order-direction", [("direction", text.direction(way.bearing.0).into())])}
                                br {}
                                Accuracy { fix }
                            }
                        }
                    }
                },
                _ => rsx! {
                    p { class: "soft", {text.say("order-no-position", [])} }
                    IAmHere { position: target }
                },
            }
            a { class: "button", "data-wide": "", href: Route::Compass(card.id).href(),
                Icon { of: Glyph::Compass }
                {text.say("compass", [])}
            }
            a { class: "button", "data-wide": "", href: device::navigation_link(target),
                Icon { of: Glyph::Car }
                {text.say("order-navigate", [])}
            }
        }
    }
}

/// How exactly the phone knows where it is, and since when.
#[component]
pub(in crate::screens) fn Accuracy(fix: Fix) -> Element {
    let (text, now, phone) = (use_text(), use_now(), use_phone());
    if let Some(key) = mark(phone.source.read().kind()) {
        return rsx! { span { class: "small", {text.say(key, [])} } };
    }
    let seconds = u64::try_from((now - fix.at).0 / 1000).unwrap_or(0);
    let accuracy = text.distance(fix.accuracy.0);
    let said = text.say(
        "order-position-accuracy",
        [("accuracy", accuracy.into()), ("ago", text.ago(seconds).into())],
    );
    rsx! { span { class: "small", "{said}" } }
}
