//! An order on the board.

use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::OrderRow,
    domain::{Appointment, OrderStatus, Priority},
    unit::{Millis, WallTime},
};
use kuitti_ui::{Ago, Glyph, Icon, StatusChip, Tone, use_calendar, use_now, use_text};

use super::view::BoardView;
use crate::{route::Route, town::use_town};

/// Nearer than this, a due time is worth a word.
const SOON: Millis = Millis::from_seconds(2 * 3600);

/// What a dispatcher has to know of an order at a glance.
#[component]
pub(crate) fn BoardCard(row: OrderRow, view: BoardView) -> Element {
    let mut view = view;
    let id = row.id;
    let text = use_text();
    let town = use_town();
    let current = use_memo(move || *view.current.read() == Some(id));
    let selected = use_memo(move || view.selected.read().contains(&id));
    let assignee = row
        .assignee
        .map_or_else(|| text.say("nobody", []), |assignee| town.assignee(assignee));
    let several = matches!(row.status, OrderStatus::Declined | OrderStatus::Reopened);
    rsx! {
        article {
            class: "board-card",
            "data-status": row.status.code(),
            "data-selected": selected().then_some(""),
            "data-current": current().then_some(""),
            onclick: move |event| {
                view.current.set(Some(id));
                if event.modifiers().ctrl() || event.modifiers().shift() {
                    view.toggle(id);
                }
            },
            div { class: "board-card-head",
                input {
                    r#type: "checkbox",
                    aria_label: text.say("key-select", []),
                    checked: selected(),
                    onclick: move |event| event.stop_propagation(),
                    onchange: move |_| view.toggle(id),
                }
                Link { to: Route::Order { id: id.to_string() }, aria_label: "{row.title}, {row.place.address}", "{row.title}" }
            }
            span { class: "soft", "{row.place.address}" }
            span { class: "between tight",
                span { Icon { of: Glyph::Crew } " {assignee}" }
                span { class: "faint", Ago { at: row.updated_at } }
            }
            div { class: "cluster tight",
                if several {
                    StatusChip { status: row.status }
                }
                Remarks { row: row.clone() }
            }
        }
    }
}

/// What is out of the ordinary.
#[component]
fn Remarks(row: OrderRow) -> Element {
    let text = use_text();
    let awaited = row.photos.saturating_sub(row.photos_arrived);
    rsx! {
        if row.review {
            Remark { tone: Tone::Warn, glyph: Glyph::Conflict, words: text.say("order-review", []) }
        }
        if awaited > 0 {
            Remark { tone: Tone::Warn, glyph: Glyph::Device, words: text.say("photos-on-phone", [("count", awaited.into())]) }
        }
        if row.priority == Priority::Urgent {
            Remark { tone: Tone::Bad, glyph: Glyph::Warning, words: text.say("priority-urgent", []) }
        }
        if !row.status.is_terminal() {
            // Whoever has begun was let in.
            if let Some(agreed) = row.appointment.filter(|_| !has_begun(row.status)) {
                Agreed { agreed }
            }
            if let Some(due) = row.due_at {
                Due { at: due }
            }
        }
    }
}

#[component]
fn Remark(tone: Tone, glyph: Glyph, words: String) -> Element {
    rsx! {
        span { class: "tag", "data-tone": tone.code(),
            Icon { of: glyph }
            "{words}"
        }
    }
}

const fn has_begun(status: OrderStatus) -> bool {
    matches!(status, OrderStatus::InWork | OrderStatus::FinishedUnconfirmed)
}

/// When somebody waits for the crew.
#[component]
fn Agreed(agreed: Appointment) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    let span = text.span(
        calendar.local(agreed.from),
        calendar.local(agreed.until),
        calendar.local(now).date(),
    );
    let (tone, key) = match agreed {
        Appointment { until, .. } if until < now => (Tone::Bad, "row-appointment-over"),
        Appointment { from, .. } if from - now < SOON => (Tone::Warn, "row-appointment"),
        _ => (Tone::Info, "row-appointment"),
    };
    rsx! { Remark { tone, glyph: Glyph::Person, words: text.say(key, [("span", span.into())]) } }
}

/// When it is due, once that is near or past.
#[component]
pub(super) fn Due(at: WallTime) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    let moment = text.moment(calendar.local(at), calendar.local(now).date());
    let (tone, key) = match at - now {
        left if left.0 < 0 => (Some(Tone::Bad), "overdue-since"),
        left if left < SOON => (Some(Tone::Warn), "due-at"),
        _ => (None, "due-at"),
    };
    rsx! {
        span { class: "tag", "data-tone": tone.map(Tone::code),
            Icon { of: Glyph::Clock }
            {text.say(key, [("moment", moment.into())])}
        }
    }
}
