//! One order: where it is, what is known, what to do next, and everything brought back from it.

mod attention;
mod checklist;
mod contact;
mod evidence;
mod finish;
mod head;
mod marking;
mod material;
mod moves;
mod note;
mod photos;
mod reason;
mod sheet;
mod take_back;
mod team;
mod time;
mod way;

pub(super) use attention::town;
pub(super) use photos::role_code;
pub(super) use sheet::SaveButton;
pub(super) use way::Accuracy;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, Problem, Reply, Request};
use kuitti_shared::id::OrderId;
use kuitti_ui::{Banner, Empty, Glyph, Tone, use_text};

use super::answer::{Shown, use_answer};
use super::frame::Frame;
use super::phone::use_phone;
use super::route::Route;
use super::today::OpenOrders;
use super::undo::JustFinished;
use super::words;

/// See the module.
#[component]
pub(super) fn Order(id: OrderId) -> Element {
    let (text, phone) = (use_text(), use_phone());
    use_hook(|| phone.tell(Request::Seen { order: id }));
    let answer = use_answer(move || Request::Order { order: id }, view);
    let title = match &*answer.read() {
        Some(Ok(view)) if !view.card.place.address.is_empty() => view.card.place.address.clone(),
        _ => text.say("order", []),
    };
    rsx! {
        Frame { title, back: Route::Today, here: Route::Today, beside: rsx! { OpenOrders { current: id } },
            match &*answer.read() {
                None => rsx! { p { class: "soft", {text.say("loading", [])} } },
                Some(Err(Problem::OrderUnknown)) => rsx! { NotHere {} },
                Some(Err(problem)) => rsx! { Banner { tone: Tone::Bad, p { "{words::problem(text, problem)}" } } },
                Some(Ok(view)) => rsx! { Whole { view: view.clone() } },
            }
        }
    }
}

pub(super) fn view(reply: Reply) -> Option<Shown<OrderView>> {
    match reply {
        Reply::Order(view) => Some(view.into()),
        _ => None,
    }
}

#[component]
fn NotHere() -> Element {
    let text = use_text();
    rsx! {
        Empty { glyph: Glyph::Order, title: text.say("order-not-here-title", []),
            p { {text.say("order-not-here-way-out", [])} }
        }
    }
}

#[component]
fn Whole(view: Shown<OrderView>) -> Element {
    rsx! {
        head::Head { view: view.clone() }
        attention::Attention { view: view.clone() }
        way::WayThere { card: view.card.clone() }
        contact::Known { view: view.clone() }
        team::Team { view: view.clone() }
        checklist::Checklist { view: view.clone() }
        evidence::Evidence { view: view.clone() }
        moves::OtherSteps { view: view.clone() }
        moves::MainStep { view: view.clone() }
        JustFinished { order: view.card.id, offer: view.undo }
    }
}
