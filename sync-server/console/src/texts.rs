//! The texts of messages: which the town wrote itself, and one of them open.
mod editor;
mod preview;
mod versions;

use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, texts::OwnTexts},
    domain::{NoticeStage, TextKey, TextKind},
    id::CategoryCode,
};
use kuitti_text::Language;
use kuitti_ui::{Banner, Field, Glyph, Icon, Tone, use_text};

use self::editor::Editor;
use crate::{api, remote::use_remote, town::use_town};

/// All stages, and the text of one of them.
#[component]
pub(crate) fn TextsScreen() -> Element {
    let text = use_text();
    let chosen = use_signal(|| TextKey {
        language: text.language(),
        stage: NoticeStage::Done,
        kind: TextKind::Sms,
        category: None,
    });
    let own = use_remote(&[Topic::Notices], || (), |()| api::get::<OwnTexts>("/api/texts"));
    let open = chosen.read().clone();
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-texts", [])} }
            if let Some(problem) = own.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
        div { class: "desk-body",
            p { class: "soft", {text.say("texts-lead", [])} }
            div { class: "two-panes",
                Stages { chosen, own: own.value() }
                section { class: "card stack",
                    h2 { class: "plain", {text.word("notice-stage", open.stage.code())} }
                    Choice { chosen }
                    Editor { key: "{open:?}", of: open }
                }
            }
        }
    }
}

/// The stages, with those for which the town wrote something in this language.
#[component]
fn Stages(chosen: Signal<TextKey>, own: Option<OwnTexts>) -> Element {
    let text = use_text();
    let mut chosen = chosen;
    let here = chosen.read().clone();
    let tag = |stage: NoticeStage| {
        let texts = own.iter().flat_map(|own| &own.texts);
        let mut of_stage = texts.filter(|text| text.key.stage == stage && text.key.language == here.language);
        let first = of_stage.next()?;
        let broken = first.broken || of_stage.any(|text| text.broken);
        Some(if broken { "text-broken" } else { "text-own" })
    };
    rsx! {
        nav { class: "card pane-list", aria_label: text.say("texts-stage", []),
            for stage in NoticeStage::ALL {
                button {
                    key: "{stage.code()}",
                    class: "pane-choice",
                    r#type: "button",
                    aria_current: (stage == here.stage).then_some("true"),
                    onclick: move |_| chosen.write().stage = stage,
                    Icon { of: Glyph::Notice }
                    span { class: "grow", {text.word("notice-stage", stage.code())} }
                    if let Some(tag) = tag(stage) {
                        span { class: "tag", {text.say(tag, [])} }
                    }
                }
            }
        }
    }
}

/// Language, part of the message, category.
#[component]
fn Choice(chosen: Signal<TextKey>) -> Element {
    let text = use_text();
    let mut chosen = chosen;
    let categories = use_town().categories();
    let here = chosen.read().clone();
    let category = here.category.as_ref().map_or("", CategoryCode::as_str).to_owned();
    rsx! {
        div { class: "cluster",
            Field { id: "text-language", label: text.say("language", []),
                select { id: "text-language", class: "select",
                    onchange: move |event| if let Some(language) = Language::from_tag(&event.value()) { chosen.write().language = language },
                    for language in Language::ALL {
                        option { value: language.code(), lang: language.code(), selected: language == here.language, {language.own_name()} }
                    }
                }
            }
            Field { id: "text-kind", label: text.say("texts-part", []),
                select { id: "text-kind", class: "select",
                    onchange: move |event| if let Some(kind) = TextKind::from_code(&event.value()) { chosen.write().kind = kind },
                    for kind in TextKind::ALL {
                        option { value: kind.code(), selected: kind == here.kind, {text.word("text-kind", kind.code())} }
                    }
                }
            }
            Field { id: "text-category", label: text.say("texts-category", []),
                select { id: "text-category", class: "select",
                    onchange: move |event| chosen.write().category = Some(event.value()).filter(|code| !code.is_empty()).map(CategoryCode),
                    option { value: "", selected: category.is_empty(), {text.say("texts-all-categories", [])} }
                    for one in categories {
                        option { value: "{one.code}", selected: one.code.as_str() == category, {one.name.get(text.language())} }
                    }
                }
            }
        }
    }
}
