//! What somebody in the office has to decide: two values for one thing, a completion that waits for a word.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        attention::{LineInConflict, WaitingConflict},
        orders::OrderDetail,
    },
    apply::office::Decision,
    domain::{ConflictField, ConflictRecord, ItemKind, PastValue, Standing, Visit},
    id::ConflictId,
    rules::permission::Task,
};
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, ButtonKind, ButtonSize, Tone, use_calendar, use_now, use_text};

use super::decide::{Decider, use_decide};
use crate::{session::use_session, town::use_town, words};

/// Everything that waits for a decision, above everything else.
#[component]
pub(super) fn Reviews(detail: OrderDetail) -> Element {
    let order = &detail.aggregate;
    let open = order
        .conflicts
        .iter()
        .filter(|conflict| conflict.settled_at.is_none());
    let open: Vec<_> = open
        .map(|conflict| WaitingConflict::of(order, conflict))
        .collect();
    let is_about_it = |waiting: &WaitingConflict| !waiting.unconfirmed.is_empty();
    let (completions, others): (Vec<_>, Vec<_>) = open.into_iter().partition(is_about_it);
    rsx! {
        // Each completion once, however many conflicts are about it.
        if let Some(waiting) = completions.first().cloned() {
            ConflictSlip { waiting }
        }
        for waiting in others {
            ConflictSlip { key: "{waiting.conflict.id}", waiting }
        }
    }
}

/// A conflict with both sides, and what can be decided about it.
#[component]
pub(crate) fn ConflictSlip(waiting: WaitingConflict) -> Element {
    let may_decide = use_session().may(Task::Decide);
    let decide = use_decide(waiting.order.id, waiting.version);
    if waiting.unconfirmed.is_empty() {
        return rsx! { Conflict { waiting, may_decide, decide } };
    }
    rsx! {
        for visit in waiting.unconfirmed {
            Completion { key: "{visit.id}", visit, may_decide, decide }
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
        .map(|ended| text.moment(calendar.local(ended.at), calendar.local(now).date()))
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
fn Conflict(waiting: WaitingConflict, may_decide: bool, decide: Decider) -> Element {
    let text = use_text();
    let WaitingConflict { conflict, line, .. } = waiting;
    let id = conflict.id;
    let waits = conflict.review || line.is_some();
    let state = (decide.state)();
    rsx! {
        Banner { tone: if waits { Tone::Warn } else { Tone::Info }, title: title(&conflict, line.as_ref(), text),
            p { {text.word("receipt", &conflict.code)} }
            match line {
                Some(line) => rsx! { Sides { line, conflict: id, may_decide, decide } },
                None if may_decide => rsx! {
                    Button { size: ButtonSize::Small, state, onclick: move |_| decide.decide(Decision::Settle { conflict: id }), {text.say("review-settle", [])} }
                },
                None => rsx! {},
            }
        }
    }
}

/// The value that stands and the others, each with who said it and when.
#[component]
fn Sides(line: LineInConflict, conflict: ConflictId, may_decide: bool, decide: Decider) -> Element {
    let text = use_text();
    let kind = line.kind;
    let state = (decide.state)();
    rsx! {
        ul { class: "lines",
            if let Some(value) = line.stands {
                li { class: "line", key: "{value.op}",
                    Said { value, kind: kind.clone() }
                    span { class: "tag", "data-tone": Tone::Good.code(), {text.say("review-stands", [])} }
                    if may_decide {
                        Button { size: ButtonSize::Small, state, onclick: move |_| decide.decide(Decision::Settle { conflict }), {text.say("review-keep", [])} }
                    }
                }
            }
            for value in line.others {
                li { class: "line", key: "{value.op}",
                    Said { value: value.clone(), kind: kind.clone() }
                    if may_decide {
                        Button {
                            size: ButtonSize::Small,
                            state,
                            onclick: move |_| decide.decide(Decision::Take { conflict, value: value.op }),
                            {text.say("review-take", [])}
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Said(value: PastValue, kind: ItemKind) -> Element {
    let (text, town) = (use_text(), use_town());
    let (calendar, now) = (use_calendar(), use_now());
    let moment = text.moment(calendar.local(value.at.at), calendar.local(now).date());
    let by = [
        ("worker", town.worker(value.worker).into()),
        ("moment", moment.into()),
    ];
    rsx! {
        div { class: "grow",
            strong { {text.answer(&kind, &value.value)} }
            p { class: "soft small", {text.say("review-by", by)} }
        }
    }
}

fn title(conflict: &ConflictRecord, line: Option<&LineInConflict>, text: Text) -> String {
    match &conflict.field {
        ConflictField::Checklist(item) => {
            let name = line.map_or_else(
                || item.to_string(),
                |line| line.label.get(text.language()).to_owned(),
            );
            text.say("review-checklist", [("item", name.into())])
        }
        ConflictField::Completion => text.say("review-outcome", []),
        ConflictField::Undo => text.say("review-undo", []),
    }
}
