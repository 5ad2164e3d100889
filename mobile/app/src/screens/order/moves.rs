//! The next step as one large button, and the other steps that are possible.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderView;
use kuitti_shared::operation::{Action, Kind};
use kuitti_ui::{Button, ButtonKind, ButtonSize, ButtonState, use_text};

use super::attention::reported_done;
use super::finish::FinishSheet;
use super::reason::{Asks, ReasonSheet};
use crate::screens::answer::Shown;
use crate::screens::glyphs;
use crate::screens::phone::use_phone;
use crate::screens::undo::TakeBack;
use crate::screens::words;

/// What a press of a step's button opens or does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Finish,
    Reason(Asks),
}

/// The bar at the foot: the usual next step, and beside it the way out of it.
#[component]
pub(super) fn MainStep(view: Shown<OrderView>) -> Element {
    let Some(primary) = view.primary else {
        return rsx! {};
    };
    let beside = beside(&view);
    rsx! {
        div { class: "act",
            if let Some(kind) = beside {
                Step { view: view.clone(), kind, look: ButtonKind::Quiet, size: ButtonSize::Large }
            }
            Step { view, kind: primary, look: ButtonKind::Primary, size: ButtonSize::Large }
        }
    }
}

/// The steps that are not in the bar.
#[component]
pub(super) fn OtherSteps(view: Shown<OrderView>) -> Element {
    let text = use_text();
    let in_bar = [view.primary, beside(&view)];
    let others: Vec<Kind> = view
        .moves
        .iter()
        .copied()
        .filter(|kind| !in_bar.contains(&Some(*kind)))
        .collect();
    let undo = view.undo.filter(|offer| offer.kind != Kind::Finish);
    if others.is_empty() && undo.is_none() {
        return rsx! {};
    }
    rsx! {
        section { class: "card stack near", aria_labelledby: "other-steps",
            h3 { class: "card-title", id: "other-steps", {text.say("order-other-steps", [])} }
            if let Some(offer) = undo {
                TakeBack { moves: vec![(view.card.id, offer.op)], kind: offer.kind }
            }
            for kind in others {
                Step { key: "{words::code(kind)}", view: view.clone(), kind, look: ButtonKind::Plain, size: ButtonSize::Normal }
            }
        }
    }
}

fn beside(view: &OrderView) -> Option<Kind> {
    view.moves
        .iter()
        .copied()
        .find(|kind| matches!(kind, Kind::Pause | Kind::Decline))
}

#[component]
fn Step(view: Shown<OrderView>, kind: Kind, look: ButtonKind, size: ButtonSize) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let order = view.card.id;
    let mut pressed = use_signal(|| None::<Pressed>);
    let mut saving = use_signal(|| false);
    let confirmed = reported_done(&view, phone.worker()).map(|visit| visit.id);
    let press = move |_| async move {
        let action = match (kind, Asks::of(kind)) {
            (Kind::Finish, _) => return pressed.set(Some(Pressed::Finish)),
            (_, Some(asks)) => return pressed.set(Some(Pressed::Reason(asks))),
            (Kind::Confirm, _) => confirmed.map(|visit| Action::Confirm { visit }),
            _ => plain(kind),
        };
        let Some(action) = action else { return };
        saving.set(true);
        phone.perform(order, action).await;
        saving.set(false);
    };
    let close = move |()| pressed.set(None);
    let state = if saving() {
        ButtonState::Busy
    } else {
        ButtonState::Ready
    };
    let code = words::code(kind);
    rsx! {
        Button { kind: look, size, state, glyph: glyphs::of_move(kind), onclick: press, "data-move": code,
            {text.say(&format!("move-{code}"), [])}
        }
        match pressed() {
            None => rsx! {},
            Some(Pressed::Finish) => rsx! { FinishSheet { view, onclose: close } },
            Some(Pressed::Reason(asks)) => rsx! { ReasonSheet { order, asks, onclose: close } },
        }
    }
}

/// Moves that need nothing but the press.
const fn plain(kind: Kind) -> Option<Action> {
    match kind {
        Kind::Accept => Some(Action::Accept {}),
        Kind::EnRoute => Some(Action::EnRoute {}),
        Kind::Start => Some(Action::Start {}),
        Kind::Resume => Some(Action::Resume {}),
        _ => None,
    }
}
