//! The checklist: each line is answered where it stands, and each answer is saved at once.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, ReceiptState};
use kuitti_shared::domain::{ChecklistEntry, ItemKind, ItemValue};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_ui::{Glyph, Icon, use_calendar, use_text};

use crate::screens::number;
use crate::screens::phone::use_phone;

/// The lines of an order's checklist.
#[component]
pub(super) fn Checklist(view: OrderView) -> Element {
    let text = use_text();
    let entries = &view.aggregate.checklist;
    if entries.is_empty() {
        return rsx! {};
    }
    let done = entries.iter().filter(|entry| is_answered(entry)).count();
    let title = text.say(
        "order-checklist",
        [("done", done.into()), ("count", entries.len().into())],
    );
    let order = view.card.id;
    let read_only = view.card.no_longer_yours.is_some();
    rsx! {
        section { class: "card", aria_labelledby: "checklist",
            h3 { class: "card-title", id: "checklist", "{title}" }
            for entry in entries {
                Line {
                    key: "{entry.item}",
                    order,
                    entry: entry.clone(),
                    receipt: entry.answer.as_ref().and_then(|answer| view.receipts.get(&answer.op)).cloned(),
                    read_only,
                }
            }
        }
    }
}

fn is_answered(entry: &ChecklistEntry) -> bool {
    match entry.answer.as_ref().map(|answer| &answer.value) {
        Some(ItemValue::Tick(ticked)) => *ticked,
        Some(ItemValue::Text(text)) => !text.trim().is_empty(),
        Some(ItemValue::Number(_)) => true,
        None => false,
    }
}

#[component]
fn Line(order: OrderId, entry: ChecklistEntry, receipt: Option<ReceiptState>, read_only: bool) -> Element {
    let (text, calendar) = (use_text(), use_calendar());
    let label = entry.label.get(text.language()).to_owned();
    let answered = entry.answer.as_ref().filter(|_| is_answered(&entry));
    let clock = answered.map(|answer| text.clock(&calendar.local(answer.at.at)));
    let control = match &entry.kind {
        ItemKind::Tick => rsx! { Tick { order, entry: entry.clone(), read_only } },
        ItemKind::Number { unit } => {
            rsx! { Typed { order, entry: entry.clone(), unit: Some(unit.clone()), read_only } }
        }
        ItemKind::Text => rsx! { Typed { order, entry: entry.clone(), unit: None::<String>, read_only } },
    };
    rsx! {
        label { class: "check-row", "data-item": "{entry.item}",
            if matches!(entry.kind, ItemKind::Tick) {
                {control}
                LineLabel { label, required: entry.required }
            } else {
                LineLabel { label, required: entry.required }
                {control}
            }
            if receipt == Some(ReceiptState::OnThisPhone) {
                span { class: "on-phone", title: text.say("receipt-state-on-phone", []), Icon { of: Glyph::Device } }
            }
            if let Some(clock) = clock {
                span { class: "faint numeric", "{clock}" }
            }
        }
    }
}

#[component]
fn LineLabel(label: String, required: bool) -> Element {
    let required_hint = format!(" ({})", use_text().say("order-required", []));
    rsx! {
        span { class: "grow",
            "{label}"
            if required {
                span { class: "soft small", {required_hint} }
            }
        }
    }
}

#[component]
fn Tick(order: OrderId, entry: ChecklistEntry, read_only: bool) -> Element {
    let phone = use_phone();
    let ticked = is_answered(&entry);
    let item = entry.item;
    rsx! {
        input {
            r#type: "checkbox",
            checked: ticked,
            disabled: read_only,
            onchange: move |event| {
                let action = Action::Check { item: item.clone(), value: ItemValue::Tick(event.checked()) };
                async move {
                    phone.perform(order, action).await;
                }
            },
        }
    }
}

/// A line answered by typing; saved when the field is left, if it can be read.
#[component]
fn Typed(order: OrderId, entry: ChecklistEntry, unit: Option<String>, read_only: bool) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut mistaken = use_signal(|| false);
    let value = match entry.answer.as_ref().map(|answer| &answer.value) {
        Some(ItemValue::Number(number)) => number.to_string(),
        Some(ItemValue::Text(text)) => text.clone(),
        Some(ItemValue::Tick(_)) | None => String::new(),
    };
    let (item, measured) = (entry.item, unit.clone());
    let leave = move |event: FormEvent| {
        let typed = event.value();
        let action = match &measured {
            Some(unit) => number::parse(&typed).map(|value| Action::Measure {
                item: item.clone(),
                value,
                unit: unit.clone(),
            }),
            None => Some(Action::Check {
                item: item.clone(),
                value: ItemValue::Text(typed.clone()),
            }),
        };
        mistaken.set(action.is_none() && !typed.trim().is_empty());
        async move {
            if let Some(action) = action {
                phone.perform(order, action).await;
            }
        }
    };
    rsx! {
        span { class: "typed-answer",
            input {
                class: "input",
                inputmode: if unit.is_some() { "decimal" } else { "text" },
                aria_invalid: mistaken(),
                disabled: read_only,
                value: "{value}",
                onchange: leave,
            }
            if let Some(unit) = &unit {
                span { class: "soft", "{unit}" }
            }
            if mistaken() {
                span { class: "field-error", role: "alert", {text.say("number-wrong", [])} }
            }
        }
    }
}
