//! One order in a list.

use dioxus::prelude::*;
use kuitti_engine::protocol::{News, OrderCard, Urgency};
use kuitti_shared::domain::{Appointment, Priority, StatusClass};
use kuitti_shared::unit::WallTime;
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, StatusChip, Tone, use_calendar, use_text, use_today};

use super::growing::{Growing, Sequence, single};
use crate::screens::glyphs;
use crate::screens::route::Route;

/// Orders below each other.
#[component]
pub(super) fn Rows(cards: Vec<OrderCard>) -> Element {
    rsx! { Growing { entries: single(cards), sequence: Sequence::Loose } }
}

/// See the module.
#[component]
pub(super) fn Row(card: OrderCard, is_current: bool) -> Element {
    let text = use_text();
    rsx! {
        a { class: "order-row", "data-status": card.status.code(), href: Route::Order(card.id).href(), aria_current: is_current.then_some("true"),
            span { class: "order-row-icon", Icon { of: glyphs::of_category(&card.category) } }
            span { class: "order-row-words",
                span { class: "order-row-title", "{card.title}" }
                br {}
                span { class: "order-row-place", {place(&card)} }
            }
            span { class: "order-row-state",
                StatusChip { status: card.status }
                if let Some(news) = card.news {
                    span { class: "tag", "data-tone": Tone::Info.code(), {text.say(news_key(news), [])} }
                }
                if !matches!(card.status_class, StatusClass::Done | StatusClass::Ended) {
                    Pressing { card: card.clone() }
                }
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
            if let Some(way) = card.way {
                span { class: "order-row-way",
                    span { class: "icon", style: "rotate: {way.bearing.0.round()}deg", aria_hidden: "true", Icon { of: Glyph::ArrowUp } }
                    "{text.distance(way.distance.0)}"
                    span { class: "visually-hidden", {text.direction(way.bearing.0)} }
                }
            }
        }
    }
}

/// When somebody is there, or else when it is due.
#[component]
fn Pressing(card: OrderCard) -> Element {
    let (text, calendar, today) = (use_text(), use_calendar(), use_today());
    let local = |at: WallTime| calendar.local(at);
    let tone = match card.urgency {
        Urgency::Overdue | Urgency::Urgent => Some(Tone::Bad.code()),
        Urgency::DueSoon => Some(Tone::Warn.code()),
        Urgency::Planned => None,
    };
    let span = |agreed: Appointment| text.span(local(agreed.from), local(agreed.until), today);
    let agreed = card
        .appointment
        .map(|agreed| appointment(text, card.urgency, span(agreed)));
    let due = || {
        card.due_at
            .map(|at| due(text, card.urgency, text.moment(local(at), today)))
    };
    rsx! {
        if card.priority == Priority::Urgent {
            span { class: "tag", "data-tone": Tone::Bad.code(),
                Icon { of: Glyph::Warning }
                {text.say("row-urgent", [])}
            }
        }
        if let Some(when) = agreed.or_else(due) {
            span { class: "tag", "data-tone": tone,
                Icon { of: Glyph::Clock }
                "{when}"
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

fn appointment(text: Text, urgency: Urgency, span: String) -> String {
    let key = if urgency == Urgency::Overdue {
        "row-appointment-over"
    } else {
        "row-appointment"
    };
    text.say(key, [("span", span.into())])
}

fn place(card: &OrderCard) -> String {
    let parts = [card.place.address.trim(), card.place.detail.trim()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

const fn news_key(news: News) -> &'static str {
    match news {
        News::New => "row-new",
        News::Changed => "row-changed",
    }
}
