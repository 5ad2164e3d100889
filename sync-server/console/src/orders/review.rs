//! What somebody in the office has to decide: two values for one thing, a completion that waits for a word.
use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::OrderDetail,
    apply::office::Decision,
    domain::{ConflictField, ConflictRecord, PastValue, Standing, Visit},
    rules::permission::Task,
};
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, ButtonKind, ButtonSize, Tone, use_calendar, use_now, use_text};

use super::{
    decide::{Decider, use_decide},
    evidence::unit,
};
use crate::{session::use_session, town::use_town, words};

/// Everything that waits for a decision, above everything else.
#[component]
pub(super) fn Reviews(detail: OrderDetail) -> Element {
    let may_decide = use_session().may(Task::Decide);
    let decide = use_decide(detail.aggregate.order.id, detail.aggregate.order.version);
    let waiting: Vec<_> = detail
        .aggregate
        .current_visits()
        .filter(|visit| {
            visit
                .finish()
                .is_some_and(|(.., standing)| standing == Standing::Unconfirmed)
        })
        .cloned()
        .collect();
    let open: Vec<_> = detail
        .aggregate
        .conflicts
        .iter()
        .filter(|conflict| conflict.settled_at.is_none())
        .cloned()
        .collect();
    rsx! {
        for visit in waiting {
            Completion { key: "{visit.id}", visit, may_decide, decide }
        }
        for conflict in open {
            Conflict { key: "{conflict.id}", detail: detail.clone(), conflict, may_decide, decide }
        }
    }
}

/// Somebody says it is done, and another has to agree.
#[component]
fn Completion(visit: Visit, may_decide: bool, decide: Decider) -> Element {
    let text = use_text();
    let town = use_town();
    let (calendar, now) = (use_calendar(), use_now());
    let at = visit
        .ended_at
        .map(|ended| text.moment(&calendar.local(ended.at), &calendar.local(now)))
        .unwrap_or_default();
    let outcome = visit
        .finish()
        .map(|(outcome, extent, _)| words::finish(outcome, extent, Standing::Counts, text))
        .unwrap_or_default();
    let id = visit.id;
    let state = (decide.state)();
    rsx! {
        Banner {
            tone: Tone::Warn,
            title: text.say("review-completion", [("worker", town.worker(visit.worker).into()), ("moment", at.into())]),
            p { {text.say("review-completion-body", [("outcome", outcome.into())])} }
            if may_decide {
                div { class: "cluster",
                    Button { kind: ButtonKind::Primary, size: ButtonSize::Small, state, onclick: move |_| decide.decide(Decision::Confirm { visit: id }), {text.say("review-confirm", [])} }
                    Button { size: ButtonSize::Small, state, onclick: move |_| decide.decide(Decision::Reject { visit: id }), {text.say("review-reject", [])} }
                }
            }
        }
    }
}

/// A clash. Both sides stay visible, whatever is decided.
#[component]
fn Conflict(detail: OrderDetail, conflict: ConflictRecord, may_decide: bool, decide: Decider) -> Element {
    let text = use_text();
    let town = use_town();
    let id = conflict.id;
    let says = |value: &PastValue, unit: Option<&str>| {
        format!(
            "{}: {}",
            town.worker(value.worker),
            words::item_value(&value.value, unit, text)
        )
    };
    let values: Vec<String> = match &conflict.field {
        ConflictField::Checklist(item) => {
            let entry = detail
                .aggregate
                .checklist
                .iter()
                .find(|entry| entry.item == *item);
            entry
                .map(|entry| {
                    entry
                        .history
                        .iter()
                        .chain(&entry.answer)
                        .map(|value| says(value, unit(&entry.kind)))
                        .collect()
                })
                .unwrap_or_default()
        }
        ConflictField::Completion | ConflictField::Undo => Vec::new(),
    };
    let state = (decide.state)();
    rsx! {
        Banner { tone: if conflict.review { Tone::Warn } else { Tone::Info }, title: title(&conflict, &detail, text),
            p { {text.word("receipt", &conflict.code)} }
            if !values.is_empty() {
                ul {
                    for value in values {
                        li { "{value}" }
                    }
                }
            }
            if may_decide {
                Button { size: ButtonSize::Small, state, onclick: move |_| decide.decide(Decision::Settle { conflict: id }), {text.say("review-settle", [])} }
            }
        }
    }
}

fn title(conflict: &ConflictRecord, detail: &OrderDetail, text: Text) -> String {
    match &conflict.field {
        ConflictField::Checklist(item) => {
            let entry = detail
                .aggregate
                .checklist
                .iter()
                .find(|entry| entry.item == *item);
            let name = entry.map_or_else(
                || item.to_string(),
                |entry| entry.label.get(text.language()).to_owned(),
            );
            text.say("review-checklist", [("item", name.into())])
        }
        ConflictField::Completion => text.say("review-outcome", []),
        ConflictField::Undo => text.say("review-undo", []),
    }
}
