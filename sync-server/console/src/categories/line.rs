//! One line of a form: its words, how it is answered, and whether it must be.
use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_shared::domain::{ChecklistTemplate, ChoiceOption, Expected, ItemKind, Language, Localised};
use kuitti_shared::written::number;
use kuitti_ui::use_text;

/// The kinds in the list, by the key of their names.
fn kinds() -> [(&'static str, ItemKind); 8] {
    let number = ItemKind::Number {
        unit: String::new(),
        expected: Expected::default(),
    };
    [
        ("form-tick", ItemKind::Tick),
        ("form-yes-no", ItemKind::YesNo),
        ("form-choice", ItemKind::Choice(Vec::new())),
        ("form-number", number),
        ("form-text", ItemKind::Text),
        ("form-date", ItemKind::Date),
        ("form-signature", ItemKind::Signature),
        ("form-barcode", ItemKind::Barcode),
    ]
}

/// A line that nobody has written yet, under a code that no other has.
pub(super) fn new_line(lines: &[ChecklistTemplate]) -> ChecklistTemplate {
    let taken: BTreeSet<&str> = lines.iter().map(|line| line.item.as_str()).collect();
    let free = (1_u32..).map(|number| format!("line_{number}"));
    let code = free.into_iter().find(|code| !taken.contains(code.as_str()));
    ChecklistTemplate {
        item: code.unwrap_or_default().as_str().into(),
        label: Localised::default(),
        kind: ItemKind::Tick,
        required: false,
    }
}

/// See the module.
#[component]
pub(super) fn LineEditor(
    line: ChecklistTemplate,
    may_change: bool,
    onchange: EventHandler<ChecklistTemplate>,
) -> Element {
    let text = use_text();
    let name = kinds()
        .iter()
        .find(|(_, kind)| is_same(kind, &line.kind))
        .map(|(key, _)| *key);
    let of = {
        let line = line.clone();
        move |kind: ItemKind| ChecklistTemplate { kind, ..line.clone() }
    };
    let choose = of.clone();
    rsx! {
        fieldset { class: "stack near", disabled: !may_change,
            Words { line: line.clone(), onchange }
            div { class: "cluster",
                select {
                    class: "select",
                    aria_label: text.say("form-kind", []),
                    onchange: move |event| {
                        if let Some((_, kind)) = kinds().into_iter().find(|(key, _)| *key == event.value()) {
                            onchange.call(choose(kind));
                        }
                    },
                    for (key, _) in kinds() {
                        option { key: "{key}", value: key, selected: Some(key) == name, "{text.say(key, [])}" }
                    }
                }
                label { class: "choice",
                    input {
                        r#type: "checkbox",
                        checked: line.required,
                        onchange: {
                            let line = line.clone();
                            move |event: FormEvent| onchange.call(ChecklistTemplate { required: event.checked(), ..line.clone() })
                        },
                    }
                    {text.say("required", [])}
                }
            }
            match &line.kind {
                ItemKind::Number { unit, expected } => rsx! {
                    Measure { unit: unit.clone(), expected: *expected, onchange: move |kind| onchange.call(of(kind)) }
                },
                ItemKind::Choice(options) => rsx! {
                    Answers { options: options.clone(), onchange: move |kind| onchange.call(of(kind)) }
                },
                _ => rsx! {},
            }
        }
    }
}

fn is_same(one: &ItemKind, other: &ItemKind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// The question, in the reader's language and in the others.
#[component]
fn Words(line: ChecklistTemplate, onchange: EventHandler<ChecklistTemplate>) -> Element {
    let text = use_text();
    let field = |language: Language| {
        let line = line.clone();
        let word = line.label.0.get(&language).cloned().unwrap_or_default();
        rsx! {
            label { class: "field", key: "{language.code()}",
                span { class: "field-label", {language.own_name()} }
                input {
                    class: "input",
                    lang: language.code(),
                    value: "{word}",
                    onchange: move |event| {
                        let label = line.label.with(language, &event.value());
                        onchange.call(ChecklistTemplate { label, ..line.clone() });
                    },
                }
            }
        }
    };
    rsx! {
        {field(text.language())}
        details {
            summary { class: "small", {text.say("form-other-languages", [])} }
            for language in Language::ALL.into_iter().filter(|language| *language != text.language()) {
                {field(language)}
            }
        }
    }
}

/// Unit and what is expected.
#[component]
fn Measure(unit: String, expected: Expected, onchange: EventHandler<ItemKind>) -> Element {
    let text = use_text();
    let shown = |end: Option<f64>| end.map_or_else(String::new, |end| end.to_string());
    let read = |typed: String| number(&typed);
    let (lowest, highest) = (shown(expected.lowest), shown(expected.highest));
    let (unit_of_lowest, unit_of_highest) = (unit.clone(), unit.clone());
    rsx! {
        div { class: "cluster",
            label { class: "field",
                span { class: "field-label", {text.say("form-unit", [])} }
                input { class: "input", size: 6, value: "{unit}", onchange: move |event| onchange.call(ItemKind::Number { unit: event.value(), expected }) }
            }
            label { class: "field",
                span { class: "field-label", {text.say("form-lowest", [])} }
                input {
                    class: "input",
                    size: 6,
                    inputmode: "decimal",
                    value: "{lowest}",
                    onchange: move |event| {
                        let expected = Expected { lowest: read(event.value()), ..expected };
                        onchange.call(ItemKind::Number { unit: unit_of_lowest.clone(), expected });
                    },
                }
            }
            label { class: "field",
                span { class: "field-label", {text.say("form-highest", [])} }
                input {
                    class: "input",
                    size: 6,
                    inputmode: "decimal",
                    value: "{highest}",
                    onchange: move |event| {
                        let expected = Expected { highest: read(event.value()), ..expected };
                        onchange.call(ItemKind::Number { unit: unit_of_highest.clone(), expected });
                    },
                }
            }
        }
    }
}

/// The answers of a choice, one a line.
#[component]
fn Answers(options: Vec<ChoiceOption>, onchange: EventHandler<ItemKind>) -> Element {
    let text = use_text();
    let language = text.language();
    let words: Vec<&str> = options.iter().map(|option| option.label.get(language)).collect();
    let words = words.join("\n");
    rsx! {
        label { class: "field",
            span { class: "field-label", {text.say("form-answers", [])} }
            textarea {
                class: "textarea",
                rows: 4,
                value: "{words}",
                onchange: move |event| onchange.call(ItemKind::Choice(read(&event.value(), &options, language))),
            }
        }
    }
}

/// An answer in the place of a former one keeps its code and its words in other languages.
fn read(typed: &str, before: &[ChoiceOption], language: Language) -> Vec<ChoiceOption> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut options: Vec<ChoiceOption> = Vec::new();
    for (place, word) in lines.enumerate() {
        let same = before.iter().find(|option| option.label.get(language) == word);
        let here = before
            .get(place)
            .filter(|option| options.iter().all(|one| one.code != option.code));
        let former = same.or(here);
        let taken: BTreeSet<&str> = before
            .iter()
            .chain(&options)
            .map(|option| option.code.as_str())
            .collect();
        let free = (1_u32..).map(|number| format!("answer_{number}"));
        let free = free.into_iter().find(|code| !taken.contains(code.as_str()));
        options.push(ChoiceOption {
            code: former.map_or_else(|| free.unwrap_or_default(), |option| option.code.clone()),
            label: former
                .map_or_else(Localised::default, |option| option.label.clone())
                .with(language, word),
        });
    }
    options
}
