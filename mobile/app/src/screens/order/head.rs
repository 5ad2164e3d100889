//! What, where, until when, and how far it has come.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderView;
use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::{Outcome, Priority, Visit, VisitState};
use kuitti_shared::id::WorkerId;
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, StatusChip, use_calendar, use_now, use_text};

use crate::screens::answer::Shown;
use crate::screens::phone::use_phone;

/// The head of an order.
#[component]
pub(super) fn Head(view: Shown<OrderView>) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    let card = &view.card;
    let (local, today) = (|at| calendar.local(at), calendar.local(now).date());
    let due = card.due_at.map(|at| text.moment(local(at), today));
    let agreed = card
        .appointment
        .map(|agreed| text.span(local(agreed.from), local(agreed.until), today));
    rsx! {
        div { class: "stack near",
            div { class: "between",
                StatusChip { status: card.status }
                span { class: "numeric soft small", {text.say("order-number-is", [("number", card.number.0.as_str().into())])} }
            }
            h2 { "{card.title}" }
            ul { class: "lines",
                if !card.place.address.is_empty() {
                    li {
                        Icon { of: Glyph::Pin }
                        "{card.place.address}"
                    }
                }
                if !card.place.detail.is_empty() {
                    li {
                        Icon { of: Glyph::Info }
                        "{card.place.detail}"
                    }
                }
                if let Some(agreed) = agreed {
                    li {
                        Icon { of: Glyph::Clock }
                        {text.say("order-appointment", [("span", agreed.into())])}
                    }
                } else if let Some(due) = due {
                    li {
                        Icon { of: Glyph::Clock }
                        {text.say("order-due", [("moment", due.into())])}
                    }
                }
                if card.priority == Priority::Urgent {
                    li {
                        Icon { of: Glyph::Warning }
                        {text.say("order-priority-urgent", [])}
                    }
                }
            }
            if let Some(visit) = own_visit(&view, use_phone().worker()) {
                Steps { visit: visit.clone() }
                Ending { state: visit.state.clone() }
            }
        }
    }
}

/// The latest visit of this worker in the order's current round.
fn own_visit(view: &OrderView, worker: Option<WorkerId>) -> Option<&Visit> {
    view.aggregate
        .current_visits()
        .filter(|visit| Some(visit.worker) == worker)
        .last()
}

/// Why a visit ended, where that is not simply that the work was done.
#[component]
fn Ending(state: VisitState) -> Element {
    let text = use_text();
    let said = match &state {
        VisitState::Finished { outcome, .. } if *outcome != Outcome::Done => text.outcome(outcome),
        VisitState::Declined { reason } => reason_of(text, "visit-state-declined", reason),
        VisitState::HandedBack { reason } => reason_of(text, "visit-state-handed-back", reason),
        _ => return rsx! {},
    };
    rsx! {
        p { "data-ending": "", "{said}" }
    }
}

fn reason_of(text: Text, key: &str, reason: &str) -> String {
    let state = text.say(key, []);
    if reason.is_empty() {
        state
    } else {
        format!("{state}: {reason}")
    }
}

#[component]
fn Steps(visit: Visit) -> Element {
    let (text, calendar) = (use_text(), use_calendar());
    let steps = [
        ("accepted", visit.accepted_at),
        ("en-route", visit.en_route_at),
        ("on-site", visit.on_site_at),
        (
            "finished",
            visit
                .ended_at
                .filter(|_| matches!(visit.state, VisitState::Finished { .. })),
        ),
    ];
    let clock = |at: Occurred| {
        let about = if at.quality == Quality::C { "~" } else { "" };
        format!("{about}{}", text.clock(calendar.local(at.at)))
    };
    rsx! {
        ol { class: "steps", aria_label: text.say("order-steps", []),
            for (name, at) in steps {
                li { key: "{name}", "data-reached": at.map(|_| ""),
                    {text.word("visit-state", name)}
                    time { {at.map_or_else(|| "—".to_owned(), clock)} }
                }
            }
        }
    }
}
