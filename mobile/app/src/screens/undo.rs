//! Taking back the latest move while that is possible, with the time that is left.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Request, UndoOffer, UndoTogether};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::Kind;
use kuitti_shared::unit::{Millis, WallTime};
use kuitti_ui::{Button, Glyph, use_text};

use super::phone::use_phone;
use super::words;
use crate::shell::page::{device, run, sleep};

const EVERY_SECOND: u32 = 1_000;

/// The bar at the foot of an order that was just finished: how long that can be taken back. It is where the finger just was.
#[component]
pub(super) fn JustFinished(order: OrderId, offer: Option<UndoOffer>) -> Element {
    match offer {
        Some(UndoOffer {
            op,
            kind: Kind::Finish,
            until: Some(until),
        }) => rsx! {
            Countdown { key: "{until.0}", until, about: "",
                TakeBack { moves: vec![(order, op)], kind: Kind::Finish }
            }
        },
        _ => rsx! {},
    }
}

/// The same at the foot of the list, for all that was finished at once. `about` says which it was, where it was one.
#[component]
pub(super) fn FinishedTogether(offer: UndoTogether, about: String) -> Element {
    rsx! {
        Countdown { key: "{offer.until.0}", until: offer.until, about,
            TakeBack { moves: offer.moves, kind: Kind::Finish }
        }
    }
}

/// The button that takes moves back.
#[component]
pub(super) fn TakeBack(moves: Vec<(OrderId, OpId)>, kind: Kind) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let label = if moves.len() > 1 {
        text.say("undo-together", [("count", moves.len().into())])
    } else {
        let what = words::operation(text, Some(kind));
        text.say("order-undo", [("what", what.into())])
    };
    let take_back = move |_| {
        let moves = moves.clone();
        // This button goes away with what it takes back, and with it whatever it has begun.
        run(async move {
            phone.save_with(Request::TakeBack { moves }, None).await;
        });
    };
    rsx! {
        Button { glyph: Glyph::Undo, id: "undo", onclick: take_back, "{label}" }
    }
}

#[component]
fn Countdown(until: WallTime, about: String, children: Element) -> Element {
    let text = use_text();
    let mut left = use_signal(|| until - device::now());
    use_future(move || async move {
        while left() > Millis::default() {
            sleep(EVERY_SECOND).await;
            left.set(until - device::now());
        }
    });
    let seconds = u64::try_from(left().0 / 1000).unwrap_or(0);
    if left() <= Millis::default() {
        return rsx! {};
    }
    rsx! {
        div { class: "act act-undo",
            if !about.is_empty() {
                p { class: "act-about", dir: "auto", "{about}" }
            }
            p { class: "numeric", {text.say("order-undo-finish", [("left", text.countdown(seconds).into())])} }
            {children}
        }
    }
}
