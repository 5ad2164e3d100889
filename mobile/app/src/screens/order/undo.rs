//! Taking back the latest move while that is possible, with the time that is left.

use dioxus::prelude::*;
use kuitti_engine::protocol::UndoOffer;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::{Action, Kind};
use kuitti_shared::unit::{Millis, WallTime};
use kuitti_ui::{Button, Glyph, use_text};

use crate::screens::phone::use_phone;
use crate::screens::words;
use crate::shell::page::{device, sleep};

const EVERY_SECOND: u32 = 1_000;

/// The bar at the foot after finishing: how long that can be taken back. It is where the finger just was.
#[component]
pub(super) fn JustFinished(order: OrderId, offer: Option<UndoOffer>) -> Element {
    match offer {
        Some(UndoOffer {
            op,
            kind: Kind::Finish,
            until: Some(until),
        }) => rsx! {
            Countdown { key: "{until.0}", until,
                TakeBack { order, op, kind: Kind::Finish }
            }
        },
        _ => rsx! {},
    }
}

/// The button that takes a move back.
#[component]
pub(super) fn TakeBack(order: OrderId, op: OpId, kind: Kind) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let what = words::operation(text, Some(kind));
    let take_back = move |_| async move {
        phone.perform(order, Action::Undo { op }).await;
    };
    rsx! {
        Button { glyph: Glyph::Undo, id: "undo", onclick: take_back,
            {text.say("order-undo", [("what", what.into())])}
        }
    }
}

#[component]
fn Countdown(until: WallTime, children: Element) -> Element {
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
            p { class: "numeric", {text.say("order-undo-finish", [("left", text.countdown(seconds).into())])} }
            {children}
        }
    }
}
