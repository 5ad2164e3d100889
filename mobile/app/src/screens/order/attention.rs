//! What the worker should know before anything else: the order went away, a colleague reports it done, answers clash.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, ReceiptState, Reply, Request};
use kuitti_shared::domain::{ConflictField, ConflictRecord, OrderAggregate, Standing, Visit, VisitState};
use kuitti_shared::id::WorkerId;
use kuitti_shared::rules::conflict;
use kuitti_shared::sync::code;
use kuitti_shared::sync::town::TownCard;
use kuitti_text::Text;
use kuitti_ui::{Banner, Tone, use_calendar, use_text};

use crate::screens::answer::{Shown, use_answer};
use crate::screens::phone::use_phone;
use crate::screens::words;

/// See the module.
#[component]
pub(super) fn Attention(view: Shown<OrderView>) -> Element {
    let text = use_text();
    let worker = use_phone().worker();
    let reported = reported_done(&view, worker).cloned();
    rsx! {
        if let Some(reason) = view.card.no_longer_yours {
            Banner { tone: Tone::Warn,
                p { {text.say("order-no-longer-yours", [("reason", text.word("gone", reason.code()).into())])} }
            }
        }
        if let Some(visit) = reported {
            ReportedDone { visit }
        }
        for sentence in answers(&view, text).into_iter().chain(conflicts(&view, text)) {
            Banner { tone: Tone::Warn, p { "{sentence}" } }
        }
    }
}

/// What became of this phone's own work where that is not as usual, each sentence once.
fn answers(view: &OrderView, text: Text) -> BTreeSet<String> {
    let photos = view.photos.values().map(|photo| &photo.state);
    let states = view.receipts.values().chain(photos);
    states
        .filter(|state| is_to_read(view, state))
        .map(|state| words::receipt(text, state))
        .collect()
}

/// Both answers of a clash are told by a sentence of their own.
fn is_to_read(view: &OrderView, state: &ReceiptState) -> bool {
    let ReceiptState::NeedsAttention { code } = state else {
        return false;
    };
    code != code::CHECKLIST_CLASH && conflict::is_news(&view.aggregate, code)
}

/// What differs and is for the office to decide, in plain words, each sentence once.
fn conflicts(view: &OrderView, text: Text) -> BTreeSet<String> {
    let aggregate = &view.aggregate;
    // A completion that waits for a word has a banner of its own.
    let open = conflict::waiting(aggregate)
        .filter(|open| open.review || matches!(open.field, ConflictField::Checklist(_)));
    open.map(|open| clash(aggregate, open, text).unwrap_or_else(|| text.say("order-conflict", [])))
        .collect()
}

/// Two answers for one line of the checklist.
fn clash(aggregate: &OrderAggregate, open: &ConflictRecord, text: Text) -> Option<String> {
    let ConflictField::Checklist(item) = &open.field else {
        return None;
    };
    let line = aggregate.checklist.iter().find(|line| line.item == *item)?;
    let stands = &line.answer.as_ref()?.value;
    let other = &conflict::other_values(aggregate, open).first()?.value;
    let said = |value| text.answer(&line.kind, value);
    Some(text.say(
        "order-conflict-line",
        [
            ("item", line.label.get(text.language()).to_owned().into()),
            ("stands", said(stands).into()),
            ("other", said(other).into()),
        ],
    ))
}

/// The colleague's completion that waits for somebody's word.
pub(super) fn reported_done(view: &OrderView, worker: Option<WorkerId>) -> Option<&Visit> {
    let waits = |visit: &&Visit| {
        matches!(
            visit.state,
            VisitState::Finished {
                standing: Standing::Unconfirmed,
                ..
            }
        )
    };
    view.aggregate
        .current_visits()
        .filter(waits)
        .find(|visit| Some(visit.worker) != worker)
}

#[component]
fn ReportedDone(visit: Visit) -> Element {
    let (text, calendar) = (use_text(), use_calendar());
    let town = use_answer(|| Request::Town, town);
    let name = match &*town.read() {
        Some(Ok(town)) => town
            .colleagues
            .iter()
            .find(|one| one.id == visit.worker)
            .map(|one| one.name.clone()),
        _ => None,
    };
    let name = name.unwrap_or_else(|| text.say("order-colleague", []));
    let clock = visit
        .ended_at
        .map_or_else(String::new, |at| text.clock(calendar.local(at.at)));
    let title = text.say(
        "order-reported-done-title",
        [("name", name.into()), ("clock", clock.into())],
    );
    rsx! {
        Banner { tone: Tone::Warn, title,
            p { {text.say("order-reported-done", [])} }
        }
    }
}

/// The town's card out of a reply.
pub(in crate::screens) fn town(reply: Reply) -> Option<TownCard> {
    match reply {
        Reply::Town(town) => Some(*town),
        _ => None,
    }
}
