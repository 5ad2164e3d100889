//! The form that each new order of a category gets: its lines, and the photos that a worker must bring.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, settings::CategoryChange},
    domain::{Category, ChecklistTemplate, ItemKind, RequiredEvidence},
    rules::permission::Task,
};
use kuitti_ui::{Button, ButtonKind, Glyph, IconButton, use_text};
use serde::de::IgnoredAny;

use super::line::{LineEditor, new_line};
use crate::{api, flash::use_flash, live::use_live, session::use_session};

const PHOTOS: [(RequiredEvidence, &str); 2] = [
    (RequiredEvidence::PhotoBefore, "form-photo-before"),
    (RequiredEvidence::PhotoAfter, "form-photo-after"),
];

/// The form, to be changed as a whole and saved as a whole.
#[component]
pub(super) fn Form(category: Category) -> Element {
    let text = use_text();
    let may_change = use_session().may(Task::Configure);
    let mut lines = use_signal(|| category.checklist.clone());
    let mut evidence = use_signal(|| category.evidence.clone());
    let is_changed = *lines.read() != category.checklist || *evidence.read() != category.evidence;
    let (before_lines, before_evidence) = (category.checklist.clone(), category.evidence.clone());
    rsx! {
        section { class: "stack", aria_labelledby: "form",
            h3 { id: "form", {text.say("form-title", [])} }
            p { class: "soft small", {text.say("form-hint", [])} }
            ol { class: "stack near form-lines",
                for (place, line) in lines.read().clone().into_iter().enumerate() {
                    li { key: "{line.item}", class: "form-line",
                        LineEditor { line, may_change, onchange: move |line| replace(lines, place, line) }
                        if may_change {
                            Arrange { lines, place }
                        }
                    }
                }
            }
            fieldset { class: "stack near",
                legend { class: "field-label", {text.say("form-photos", [])} }
                for (one, key) in PHOTOS {
                    label { class: "choice", key: "{key}",
                        input {
                            r#type: "checkbox",
                            checked: evidence.read().contains(&one),
                            disabled: !may_change,
                            onchange: move |event| {
                                let mut all = evidence.write();
                                all.retain(|other| *other != one);
                                if event.checked() {
                                    all.push(one);
                                }
                            },
                        }
                        {text.say(key, [])}
                    }
                }
            }
            if may_change {
                div { class: "cluster",
                    Button { glyph: Glyph::Plus, onclick: move |_| { let line = new_line(&lines.read()); lines.write().push(line); }, {text.say("form-add", [])} }
                    if is_changed {
                        SaveForm { category, lines, evidence }
                        Button {
                            kind: ButtonKind::Quiet,
                            onclick: move |_| {
                                lines.set(before_lines.clone());
                                evidence.set(before_evidence.clone());
                            },
                            {text.say("cancel", [])}
                        }
                    }
                }
            }
        }
    }
}

fn replace(mut lines: Signal<Vec<ChecklistTemplate>>, place: usize, line: ChecklistTemplate) {
    if let Some(there) = lines.write().get_mut(place) {
        *there = line;
    }
}

/// Up, down, away.
#[component]
fn Arrange(lines: Signal<Vec<ChecklistTemplate>>, place: usize) -> Element {
    let text = use_text();
    let mut lines = lines;
    let last = lines.read().len().saturating_sub(1);
    rsx! {
        div { class: "cluster",
            if place > 0 {
                IconButton { glyph: Glyph::ArrowUp, label: text.say("form-up", []), onclick: move |_| lines.write().swap(place - 1, place) }
            }
            if place < last {
                IconButton { glyph: Glyph::ChevronDown, label: text.say("form-down", []), onclick: move |_| lines.write().swap(place, place + 1) }
            }
            IconButton { glyph: Glyph::Bin, label: text.say("remove", []), onclick: move |_| { lines.write().remove(place); } }
        }
    }
}

#[component]
fn SaveForm(
    category: Category,
    lines: Signal<Vec<ChecklistTemplate>>,
    evidence: Signal<Vec<RequiredEvidence>>,
) -> Element {
    let text = use_text();
    let (flash, live) = (use_flash(), use_live());
    let save = move |_| {
        let path = format!("/api/categories/{}", category.code);
        let wanted = CategoryChange {
            checklist: Some(lines.read().iter().map(tidied).collect()),
            evidence: Some(evidence.read().clone()),
            ..CategoryChange::default()
        };
        async move {
            match api::patch::<_, IgnoredAny>(&path, &wanted).await {
                Ok(_) => flash.good(text.say("category-saved", [])),
                Err(problem) => flash.bad(problem.say(text)),
            }
            live.poke(&[Topic::Town]);
        }
    };
    rsx! {
        Button { kind: ButtonKind::Primary, glyph: Glyph::Check, onclick: save, {text.say("form-save", [])} }
    }
}

/// Without the answers of a choice that somebody left empty.
fn tidied(line: &ChecklistTemplate) -> ChecklistTemplate {
    let mut line = line.clone();
    if let ItemKind::Choice(options) = &mut line.kind {
        options.retain(|option| !option.label.is_empty());
    }
    line
}
