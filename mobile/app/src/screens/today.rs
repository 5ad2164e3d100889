//! The list: what to do, in visiting order; what is done; what went to somebody else.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderCard, Reply, Request, Today as Orders, Urgency};
use kuitti_shared::domain::{Priority, StatusClass};
use kuitti_shared::id::OrderId;
use kuitti_shared::unit::WallTime;
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, Empty, Glyph, Icon, StatusChip, Tone, use_calendar, use_now, use_text};

use super::answer::use_answer;
use super::frame::Frame;
use super::glyphs;
use super::phone::use_phone;
use super::route::Route;
use super::words;

/// See the module.
#[component]
pub(super) fn Today() -> Element {
    let text = use_text();
    let answer = use_answer(|| Request::Today, orders);
    rsx! {
        Frame { title: text.say("today-title", []), here: Route::Today,
            match &*answer.read() {
                None => rsx! { p { class: "soft", {text.say("loading", [])} } },
                Some(Err(problem)) => rsx! { Banner { tone: Tone::Bad, p { "{words::problem(text, problem)}" } } },
                Some(Ok(orders)) => rsx! { Lists { orders: orders.clone() } },
            }
        }
    }
}

/// The orders to do, beside the one that is shown.
#[component]
pub(super) fn OpenOrders(current: OrderId) -> Element {
    let answer = use_answer(|| Request::Today, orders);
    match &*answer.read() {
        Some(Ok(orders)) => rsx! { Rows { cards: orders.open.clone(), current } },
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
fn Lists(orders: Orders) -> Element {
    let text = use_text();
    let nothing = orders.open.is_empty() && orders.finished.is_empty() && orders.no_longer_yours.is_empty();
    if nothing {
        return rsx! { Nothing {} };
    }
    rsx! {
        div {
            h2 { {text.say("today-summary", [("open", orders.open.len().into())])} }
            TheDay {}
        }
        Rows { cards: orders.open }
        if !orders.finished.is_empty() {
            h2 { {text.say("today-finished", [])} }
            Rows { cards: orders.finished }
        }
        if !orders.no_longer_yours.is_empty() {
            h2 { {text.say("today-no-longer-yours", [])} }
            Rows { cards: orders.no_longer_yours }
        }
    }
}

#[component]
fn TheDay() -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    rsx! { p { class: "soft small", {text.weekday_and_date(calendar.local(now).date())} } }
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

#[component]
fn Rows(cards: Vec<OrderCard>, current: Option<OrderId>) -> Element {
    rsx! {
        ul { class: "stack near order-rows",
            for card in cards {
                li { key: "{card.id}", Row { is_current: current == Some(card.id), card } }
            }
        }
    }
}

#[component]
fn Row(card: OrderCard, is_current: bool) -> Element {
    let text = use_text();
    rsx! {
        a { class: "order-row", "data-status": card.status.code(), href: Route::Order(card.id).href(), aria_current: is_current.then_some("true"),
            span { class: "order-row-icon", Icon { of: glyphs::of_category(&card.category) } }
            span {
                span { class: "order-row-title", "{card.title}" }
                br {}
                span { class: "order-row-place", {place(&card)} }
                span { class: "order-row-state",
                    StatusChip { status: card.status }
                    Pressing { card: card.clone() }
                    if card.pending > 0 {
                        span { class: "on-phone",
                            Icon { of: Glyph::Device }
                            {text.say("row-on-phone", [])}
                        }
                    }
                    if card.needs_attention {
                        span { class: "tag", "data-tone": Tone::Bad.code(),
                            Icon { of: Glyph::Warning }
                            {text.say("row-attention", [])}
                        }
                    }
                    if let Some(reason) = card.no_longer_yours {
                        span { class: "tag", {text.word("gone", reason.code())} }
                    }
                }
            }
            if let Some(way) = card.way {
                span { class: "order-row-way",
                    span { class: "icon", style: "rotate: {way.bearing.0:.0}deg", aria_hidden: "true", Icon { of: Glyph::ArrowUp } }
                    "{text.distance(way.distance.0)}"
                    span { class: "visually-hidden", {text.direction(way.bearing.0)} }
                }
            }
        }
    }
}

/// When it is due, if that matters to the order of the day.
#[component]
fn Pressing(card: OrderCard) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    if matches!(card.status_class, StatusClass::Done | StatusClass::Ended) {
        return rsx! {};
    }
    let moment = |at: WallTime| text.moment(&calendar.local(at), &calendar.local(now));
    let tone = match card.urgency {
        Urgency::Overdue | Urgency::Urgent => Some(Tone::Bad.code()),
        Urgency::DueSoon => Some(Tone::Warn.code()),
        Urgency::Planned => None,
    };
    let due = card.due_at.map(|at| due(text, card.urgency, moment(at)));
    rsx! {
        if card.priority == Priority::Urgent {
            span { class: "tag", "data-tone": Tone::Bad.code(),
                Icon { of: Glyph::Warning }
                {text.say("row-urgent", [])}
            }
        }
        if let Some(due) = due {
            span { class: "tag", "data-tone": tone,
                Icon { of: Glyph::Clock }
                "{due}"
            }
        }
    }
}

fn due(text: Text, urgency: Urgency, moment: String) -> String {
    let key = if urgency == Urgency::Overdue {
        "row-overdue"
    } else {
        "row-due"
    };
    text.say(key, [("moment", moment.into())])
}

fn place(card: &OrderCard) -> String {
    let parts = [card.place.address.trim(), card.place.detail.trim()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
