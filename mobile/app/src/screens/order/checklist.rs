//! The form: each line is answered where it stands, and each answer is saved at once.

mod choice;
mod day;
mod signature;
mod typed;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, ReceiptState};
use kuitti_shared::domain::{ChecklistEntry, ItemKind, ItemValue};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, use_calendar, use_text};

use self::choice::Choice;
use self::signature::Signing;
use self::typed::Typed;
use crate::screens::answer::Shown;
use crate::screens::phone::use_phone;

/// The lines of an order's form.
#[component]
pub(super) fn Checklist(view: Shown<OrderView>) -> Element {
    let text = use_text();
    let entries = &view.aggregate.checklist;
    if entries.is_empty() {
        return rsx! {};
    }
    let done = entries.iter().filter(|entry| entry.is_answered()).count();
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
                    entry: entry.clone(),
                    receipt: entry.answer.as_ref().and_then(|answer| view.receipts.get(&answer.op)).cloned(),
                    control: Control { order, item: entry.item.clone(), read_only },
                }
            }
        }
    }
}

/// What every way of answering needs.
#[derive(Clone, PartialEq)]
struct Control {
    order: OrderId,
    item: kuitti_shared::id::ItemCode,
    read_only: bool,
}

impl Control {
    fn check(&self, value: ItemValue) -> Action {
        let item = self.item.clone();
        Action::Check { item, value }
    }
}

#[component]
fn Line(entry: ChecklistEntry, receipt: Option<ReceiptState>, control: Control) -> Element {
    let text = use_text();
    let label = entry.label.get(text.language()).to_owned();
    let required = entry.required;
    match &entry.kind {
        ItemKind::Tick => rsx! {
            label { class: "check-row", "data-item": "{entry.item}",
                Tick { ticked: entry.is_answered(), control }
                {line_label(text, &label, required)}
                Answered { entry: entry.clone(), receipt }
            }
        },
        kind if !has_parts(kind, text) => rsx! {
            label { class: "check-row", "data-item": "{entry.item}",
                {line_label(text, &label, required)}
                Typed { entry: entry.clone(), control }
                Answered { entry: entry.clone(), receipt }
            }
        },
        kind => rsx! {
            fieldset { class: "check-row check-group", "data-item": "{entry.item}",
                legend { class: "between",
                    {line_label(text, &label, required)}
                    Answered { entry: entry.clone(), receipt }
                }
                match kind {
                    ItemKind::YesNo => rsx! { Choice { answers: choice::yes_no(text), entry: entry.clone(), control } },
                    ItemKind::Date => rsx! { Typed { entry: entry.clone(), control } },
                    ItemKind::Choice(options) => rsx! { Choice { answers: choice::one_of(options, text), entry: entry.clone(), control } },
                    _ => rsx! { Signing { label, entry: entry.clone(), control } },
                }
            }
        },
    }
}

/// Is it answered by more than one control?
fn has_parts(kind: &ItemKind, text: Text) -> bool {
    match kind {
        ItemKind::YesNo | ItemKind::Choice(_) | ItemKind::Signature => true,
        ItemKind::Date => day::is_picked_here(text),
        ItemKind::Tick | ItemKind::Number { .. } | ItemKind::Text | ItemKind::Barcode => false,
    }
}

/// Since when it is answered, and whether only this phone knows.
#[component]
fn Answered(entry: ChecklistEntry, receipt: Option<ReceiptState>) -> Element {
    let (text, calendar) = (use_text(), use_calendar());
    let answered = entry.answer.as_ref().filter(|_| entry.is_answered());
    let clock = answered.map(|answer| text.clock(calendar.local(answer.at.at)));
    rsx! {
        if receipt == Some(ReceiptState::OnThisPhone) {
            span { class: "on-phone", title: text.say("receipt-state-on-phone", []), Icon { of: Glyph::Device } }
        }
        if let Some(clock) = clock {
            span { class: "faint numeric", "{clock}" }
        }
    }
}

fn line_label(text: Text, label: &str, required: bool) -> Element {
    let required_hint = format!(" ({})", text.say("order-required", []));
    rsx! {
        span { class: "grow",
            "{label}"
            if required {
                span { class: "soft small", {required_hint} }
            }
        }
    }
}

/// A tap on a tick that is being saved.
#[derive(Clone, Copy, PartialEq)]
struct Tapped {
    stood: bool,
    now: bool,
}

#[component]
fn Tick(ticked: bool, control: Control) -> Element {
    let phone = use_phone();
    let mut tapped = use_signal(|| None::<Tapped>);
    // The browser ticks the box at the tap. What could not be saved is taken back, which only a change of ours does.
    let shown = match tapped() {
        Some(tap) if tap.stood == ticked => tap.now,
        _ => ticked,
    };
    rsx! {
        input {
            r#type: "checkbox",
            checked: shown,
            disabled: control.read_only,
            onchange: move |event| {
                let now = event.checked();
                tapped.set(Some(Tapped { stood: ticked, now }));
                let action = control.check(ItemValue::Tick(now));
                let order = control.order;
                async move {
                    if !phone.perform(order, action).await {
                        tapped.set(None);
                    }
                }
            },
        }
    }
}
