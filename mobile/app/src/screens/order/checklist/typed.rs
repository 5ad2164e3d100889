//! Lines answered by typing: numbers, words, days, and what a label says. Saved when the field is left, if it can be read.

use dioxus::prelude::*;
use kuitti_shared::domain::{ChecklistEntry, Expected, ItemKind, ItemValue, Language};
use kuitti_shared::operation::Action;
use kuitti_text::Text;
use kuitti_ui::{Glyph, IconButton, use_text, use_today};

use super::{Control, day};
use crate::screens::number;
use crate::screens::phone::use_phone;
use crate::shell::page::barcode;

/// What is being typed. The order is drawn anew whenever something of it arrives, and an input shows what it is told to: without
/// this, half a word would be gone under the worker's fingers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Draft {
    typed: Option<String>,
    /// It is on disk; the next answer that comes may take its place.
    saved: bool,
}

impl Draft {
    const fn of(typed: String) -> Self {
        Self {
            typed: Some(typed),
            saved: false,
        }
    }
}

/// See the module.
#[component]
pub(super) fn Typed(entry: ChecklistEntry, control: Control) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut mistaken = use_signal(|| false);
    let mut draft = use_signal(Draft::default);
    let (language, today) = (text.language(), use_today());
    let is_day = entry.kind == ItemKind::Date;
    let value = match entry.answer.as_ref().map(|answer| &answer.value) {
        Some(ItemValue::Number(number)) => number.to_string(),
        Some(ItemValue::Text(day)) if is_day => day::typed(day, language),
        Some(ItemValue::Text(text)) => text.clone(),
        Some(ItemValue::Tick(_)) | None => String::new(),
    };
    let unexpected = outside(text, &entry);
    let unit = entry.kind.unit().map(str::to_owned);
    let input_kind = if is_day { "date" } else { "text" };
    let read_only = control.read_only;
    let scans = entry.kind == ItemKind::Barcode && barcode::can_read() && !read_only;
    let shown = draft.read().typed.clone().unwrap_or_else(|| value.clone());
    use_effect(use_reactive!(|value| {
        // An answer came that is not what is being typed.
        if draft.peek().saved && draft.peek().typed.as_ref() != Some(&value) {
            draft.set(Draft::default());
        }
    }));
    let save = use_callback(move |typed: String| {
        let action = read(&entry.kind, &control, &typed, language);
        // Half a day is on its way to a whole one.
        mistaken.set(action.is_none() && !is_day && !typed.trim().is_empty());
        let order = control.order;
        spawn(async move {
            if let Some(action) = action
                && phone.perform(order, action).await
                // Somebody who types on is not there yet.
                && draft.peek().typed.as_ref() == Some(&typed)
            {
                draft.write().saved = true;
            }
        });
    });
    let pick = use_callback(move |typed: String| {
        draft.set(Draft::of(typed.clone()));
        save.call(typed);
    });
    rsx! {
        span { class: "typed-answer",
            if is_day && day::is_picked_here(text) {
                {day::selects(text, today, &shown, read_only, pick)}
            } else {
                input {
                    class: "input",
                    r#type: input_kind,
                    inputmode: if unit.is_some() { "decimal" } else { "text" },
                    aria_invalid: mistaken(),
                    disabled: read_only,
                    value: "{shown}",
                    oninput: move |event| draft.set(Draft::of(event.value())),
                    onchange: move |event| save.call(event.value()),
                }
            }
            if let Some(unit) = &unit {
                span { class: "soft", "{unit}" }
            }
            if scans {
                Scan { onread: move |code| save.call(code) }
            }
            if mistaken() {
                span { class: "field-error", role: "alert", {text.say("number-wrong", [])} }
            }
            if let Some(said) = unexpected {
                span { class: "field-hint", role: "status", "{said}" }
            }
        }
    }
}

/// The answer, if what was typed can be read.
fn read(kind: &ItemKind, control: &Control, typed: &str, language: Language) -> Option<Action> {
    match kind {
        ItemKind::Number { unit, .. } => number::parse(typed).map(|value| Action::Measure {
            item: control.item.clone(),
            value,
            unit: unit.clone(),
        }),
        ItemKind::Date => day::answer(typed, language).map(|day| control.check(ItemValue::Text(day))),
        _ => Some(control.check(ItemValue::Text(typed.trim().to_owned()))),
    }
}

/// A number that nobody expects may be true: it is kept, and the worker is told.
fn outside(text: Text, entry: &ChecklistEntry) -> Option<String> {
    let (ItemKind::Number { expected, .. }, Some(answer)) = (&entry.kind, &entry.answer) else {
        return None;
    };
    let ItemValue::Number(number) = answer.value else {
        return None;
    };
    (!expected.holds(number))
        .then(|| text.say("number-unexpected", [("expected", range(text, *expected).into())]))
}

fn range(text: Text, expected: Expected) -> String {
    let end =
        |end: Option<f64>| end.map_or_else(String::new, |end| text.item_value(&ItemValue::Number(end), None));
    format!("{}–{}", end(expected.lowest), end(expected.highest))
}

/// Reads a label with the camera.
#[component]
fn Scan(onread: EventHandler<String>) -> Element {
    let text = use_text();
    let mut failed = use_signal(|| false);
    rsx! {
        label { class: "icon-button", aria_label: text.say("barcode-scan", []),
            kuitti_ui::Icon { of: Glyph::Qr }
            input {
                class: "visually-hidden",
                r#type: "file",
                accept: "image/*",
                capture: "environment",
                onchange: move |event| {
                    let file = crate::shell::page::picture::chosen_files(&event).into_iter().next();
                    async move {
                        let Some(file) = file else { return };
                        match barcode::read(&file).await {
                            Some(code) => onread.call(code),
                            None => failed.set(true),
                        }
                    }
                },
            }
        }
        if failed() {
            span { class: "field-error", role: "alert",
                {text.say("barcode-unread", [])}
                IconButton { glyph: Glyph::Close, label: text.say("close", []), onclick: move |_| failed.set(false) }
            }
        }
    }
}
