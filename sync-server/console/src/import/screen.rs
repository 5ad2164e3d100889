//! Choosing a file, and what became of it.
use dioxus::prelude::*;
use kuitti_shared::api::{events::Topic, imports::ImportSummary};
use kuitti_ui::{Ago, Banner, ButtonState, Empty, Glyph, Icon, Tone, use_text};

use super::report::Report;
use crate::{
    api::{self, ApiError},
    browser,
    live::use_live,
    remote::use_remote,
};

const FILE: &str = "import-file";
const PRESETS: [(&str, &str); 1] = [("la311", "MyLA311 (Los Angeles)")];

/// Imports, the newest open.
#[component]
pub(crate) fn ImportScreen() -> Element {
    let text = use_text();
    let mut chosen = use_signal(|| None::<ImportSummary>);
    let imports = use_remote(
        &[Topic::Requests],
        || (),
        |()| api::get::<Vec<ImportSummary>>("/api/imports"),
    );
    let known = imports.value().unwrap_or_default();
    let open = chosen().or_else(|| known.first().cloned());
    rsx! {
        div { class: "desk-head", h1 { {text.say("nav-import", [])} } }
        div { class: "desk-body",
            div { class: "detail",
                div {
                    if let Some(problem) = imports.problem() {
                        Banner { tone: Tone::Bad, {problem.say(text)} }
                    }
                    if let Some(summary) = open {
                        Report { key: "{summary.id}", summary }
                    } else {
                        Empty { glyph: Glyph::Import, title: text.say("import-none", []),
                            p { {text.say("import-none-way", [])} }
                        }
                    }
                }
                div {
                    FileForm { ondone: move |summary| { chosen.set(Some(summary)); imports.refresh(); } }
                    Earlier { imports: known, onopen: move |summary| chosen.set(Some(summary)) }
                }
            }
        }
    }
}

/// The file and the preset that reads it. The file goes as soon as it is chosen or dropped.
#[component]
fn FileForm(ondone: EventHandler<ImportSummary>) -> Element {
    let text = use_text();
    let live = use_live();
    let mut preset = use_signal(|| PRESETS.first().map_or("", |(code, _)| *code));
    let mut state = use_signal(ButtonState::default);
    let mut problem = use_signal(|| None::<ApiError>);
    let send = move |_| async move {
        let Some(file) = browser::chosen_file(FILE) else {
            return;
        };
        let name = browser::percent_encoded(&file.name());
        let path = format!("/api/imports?preset={preset}&file={name}");
        state.set(ButtonState::Busy);
        problem.set(None);
        match api::post_file::<ImportSummary>(&path, &file).await {
            Ok(summary) => ondone.call(summary),
            Err(error) => problem.set(Some(error)),
        }
        // The same file can be chosen again.
        browser::clear_file(FILE);
        live.poke(&[Topic::Requests, Topic::Town]);
        state.set(ButtonState::Ready);
    };
    let busy = state() == ButtonState::Busy;
    rsx! {
        section { class: "card stack",
            label { class: "field",
                span { class: "field-label", {text.say("import-preset", [])} }
                select {
                    class: "select",
                    onchange: move |event| {
                        let known = PRESETS.iter().find(|(code, _)| *code == event.value());
                        preset.set(known.map_or("", |(code, _)| *code));
                    },
                    for (code, name) in PRESETS {
                        option { value: code, selected: code == preset(), {name} }
                    }
                }
            }
            label { class: "drop", aria_busy: busy.then_some("true"),
                Icon { of: Glyph::Upload }
                strong { {text.say(if busy { "import-reading" } else { "import-choose" }, [])} }
                span { class: "soft small", {text.say("import-choose-hint", [])} }
                input {
                    class: "visually-hidden",
                    id: FILE,
                    r#type: "file",
                    accept: ".csv,text/csv",
                    disabled: busy,
                    onchange: send,
                }
            }
            if let Some(problem) = problem.read().as_ref() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
    }
}

#[component]
fn Earlier(imports: Vec<ImportSummary>, onopen: EventHandler<ImportSummary>) -> Element {
    let text = use_text();
    if imports.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Clock } {text.say("import-earlier", [])} }
            ul { class: "lines",
                for summary in imports {
                    li { class: "line", key: "{summary.id}",
                        button {
                            class: "link grow truncate",
                            r#type: "button",
                            onclick: move |_| onopen.call(summary.clone()),
                            "{summary.file}"
                        }
                        Ago { at: summary.at }
                    }
                }
            }
        }
    }
}
