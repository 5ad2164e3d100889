//! The list: what to do, in visiting order; what is done; what went to somebody else.

mod find;
mod growing;
mod row;
mod stop;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderCard, Reply, Request, Today as Orders, UndoTogether};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_ui::{Banner, Button, ButtonState, Empty, Glyph, Icon, Tone, use_text, use_today};

pub(super) use self::find::Wanted;
use self::find::{Find, kinds};
pub(super) use self::growing::{FIRST, ListEnd};
use self::row::{Row, Rows};
use self::stop::Stops;
use super::answer::{Answered, use_answer};
use super::frame::Frame;
use super::phone::use_phone;
use super::reading::use_reading;
use super::route::Route;
use super::undo::FinishedTogether;
use super::words;

/// See the module.
#[component]
pub(super) fn Today() -> Element {
    let (text, phone) = (use_text(), use_phone());
    // Nobody has begun to read yet.
    use_hook(|| phone.tell(Request::PlanVisits));
    let answer = use_answer(|| Request::Today, orders);
    rsx! {
        Frame { title: text.say("today-title", []), here: Route::Today, place: use_reading().list,
            match &*answer.read() {
                None => rsx! { p { class: "soft", {text.say("loading", [])} } },
                Some(Err(problem)) => rsx! { Banner { tone: Tone::Bad, p { "{words::problem(text, problem)}" } } },
                Some(Ok(_)) => rsx! { Lists { answer } },
            }
        }
    }
}

/// The orders to do, beside the one that is shown.
#[component]
pub(super) fn OpenOrders(current: OrderId) -> Element {
    let answer = use_answer(|| Request::Today, orders);
    match &*answer.read() {
        Some(Ok(orders)) => {
            rsx! { Stops { cards: orders.open.clone(), place: use_reading().beside, current } }
        }
        _ => rsx! {},
    }
}

fn orders(reply: Reply) -> Option<Orders> {
    match reply {
        Reply::Today(orders) => Some(*orders),
        _ => None,
    }
}

#[component]
fn Lists(answer: ReadSignal<Answered<Orders>>) -> Element {
    let (text, reading) = (use_text(), use_reading());
    let mut wanted = reading.wanted;
    let answer = answer.read();
    let Some(Ok(orders)) = &*answer else {
        return rsx! {};
    };
    if orders.all().next().is_none() {
        return rsx! {
            Nothing {}
            ReportLink {}
        };
    }
    let narrow = |cards: &[OrderCard]| wanted.read().among(cards, text);
    rsx! {
        div { class: "between",
            div {
                h2 { {text.say("today-summary", [("open", orders.open.len().into())])} }
                TheDay {}
            }
            ReportLink {}
        }
        Find { count: orders.all().count(), kinds: kinds(orders, text), wanted }
        Stops { cards: narrow(&orders.open), place: reading.list }
        if wanted.read().is_narrow() {
            Button { glyph: Glyph::Close, onclick: move |_| wanted.set(Wanted::default()), {text.say("find-none", [])} }
        }
        Pool { cards: narrow(&orders.pool) }
        Fold { title: text.say("today-taken", []), cards: narrow(&orders.taken) }
        if !orders.finished.is_empty() {
            h2 { {text.say("today-finished", [])} }
            Rows { cards: narrow(&orders.finished) }
        }
        if !orders.no_longer_yours.is_empty() {
            h2 { {text.say("today-no-longer-yours", [])} }
            Rows { cards: narrow(&orders.no_longer_yours) }
        }
        if let Some(offer) = orders.undo.clone() {
            FinishedTogether { about: name(orders, &offer), offer }
        }
    }
}

/// The title of a single order; several are counted instead.
fn name(orders: &Orders, offer: &UndoTogether) -> String {
    let [(order, _)] = offer.moves.as_slice() else {
        return String::new();
    };
    let finished = orders.finished.iter().find(|card| card.id == *order);
    finished.map_or_else(String::new, |card| card.title.clone())
}

/// Something else is broken too.
#[component]
fn ReportLink() -> Element {
    let text = use_text();
    rsx! {
        a { class: "button", id: "report", href: Route::Report.href(),
            Icon { of: Glyph::Plus }
            {text.say("report-link", [])}
        }
    }
}

/// The crew's orders that nobody has taken.
#[component]
fn Pool(cards: Vec<OrderCard>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    if cards.is_empty() {
        return rsx! {};
    }
    // Without a network two crews would take the same order.
    let online = phone.hears();
    let state = if online {
        ButtonState::Ready
    } else {
        ButtonState::Disabled
    };
    let take = move |order: OrderId| async move {
        phone.perform(order, Action::Accept {}).await;
    };
    rsx! {
        h2 { id: "pool", {text.say("today-pool", [("count", cards.len().into())])} }
        if !online {
            p { class: "soft small", "data-pool": "offline", {text.say("today-take-online", [])} }
        }
        ul { class: "stack near order-rows",
            for card in cards {
                li { class: "pool-row", key: "{card.id}",
                    Row { is_current: false, card: card.clone() }
                    Button { glyph: Glyph::Check, state, "data-wide": "", "data-pool": "take", onclick: move |_| take(card.id), {text.say("today-take", [])} }
                }
            }
        }
    }
}

/// Orders that are good to know of.
#[component]
fn Fold(title: String, cards: Vec<OrderCard>) -> Element {
    if cards.is_empty() {
        return rsx! {};
    }
    rsx! {
        details { class: "fold",
            summary { "{title} ({cards.len()})" }
            Rows { cards }
        }
    }
}

#[component]
fn TheDay() -> Element {
    let (text, today) = (use_text(), use_today());
    rsx! { p { class: "soft small", {text.weekday_and_date(today)} } }
}

#[component]
fn Nothing() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let heard = phone
        .status
        .read()
        .as_ref()
        .is_some_and(|status| status.sync.last_success.is_some());
    if !heard {
        // A phone that has heard nothing yet does not know that there is nothing.
        return rsx! {
            Empty { glyph: Glyph::Today, title: text.say("today-unheard-title", []),
                p { {text.say("today-unheard-way-out", [])} }
            }
        };
    }
    rsx! {
        Empty { glyph: Glyph::Today, title: text.say("today-empty-title", []),
            p { {text.say("today-empty-way-out", [])} }
            Button { glyph: Glyph::Refresh, onclick: move |_| phone.tell(Request::SyncNow),
                {text.say("today-ask-again", [])}
            }
        }
    }
}
