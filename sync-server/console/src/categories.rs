//! What the town has decided about each kind of problem.
mod form;
mod line;

use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, settings::CategoryChange},
    domain::{Category, NoticeProof},
    rules::permission::Task,
};
use kuitti_ui::{Glyph, Icon, use_text};
use serde::de::IgnoredAny;

use self::form::Form;
use crate::{api, flash::use_flash, live::use_live, session::use_session, town::use_town};

/// All categories, and one of them open.
#[component]
pub(crate) fn CategoriesScreen() -> Element {
    let text = use_text();
    let categories = use_town().categories();
    let mut chosen = use_signal(|| None::<String>);
    let open = chosen.read().clone();
    let open = categories
        .iter()
        .find(|category| Some(category.code.as_str()) == open.as_deref())
        .or(categories.first())
        .cloned();
    let code = open.as_ref().map(|category| category.code.clone());
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-categories", [])} }
        }
        div { class: "desk-body",
            div { class: "two-panes",
                nav { class: "card pane-list", aria_label: text.say("nav-categories", []),
                    for category in categories {
                        button {
                            key: "{category.code}",
                            class: "pane-choice",
                            r#type: "button",
                            aria_current: (Some(&category.code) == code.as_ref()).then_some("true"),
                            onclick: {
                                let code = category.code.to_string();
                                move |_| chosen.set(Some(code.clone()))
                            },
                            Icon { of: Glyph::Category }
                            span { class: "grow", {category.name.get(text.language())} }
                            if category.assigns_itself {
                                span { class: "tag", {text.say("category-by-itself", [])} }
                            }
                        }
                    }
                }
                if let Some(category) = open {
                    Decided { key: "{category.code}", category }
                }
            }
        }
    }
}

#[component]
fn Decided(category: Category) -> Element {
    let text = use_text();
    let skill = category
        .skill
        .as_ref()
        .map_or_else(|| text.say("category-no-skill", []), ToString::to_string);
    let warning = text.duration(u64::from(category.targets.warning.0) * 60);
    let breach = text.duration(u64::from(category.targets.breach.0) * 60);
    let proof = category.notice_proof == NoticeProof::PhotosArrived;
    rsx! {
        section { class: "card stack far",
            div {
                h2 { class: "plain", {category.name.get(text.language())} }
                p { class: "faint",
                    span { class: "code", "{category.code}" }
                    " · "
                    {text.say("category-facts", [("skill", skill.into()), ("warning", warning.into()), ("breach", breach.into())])}
                }
            }
            Decision {
                category: category.clone(),
                name: "category-assigns-itself",
                hint: "category-assigns-itself-hint",
                on: category.assigns_itself,
                change: move |on| CategoryChange { assigns_itself: Some(on), ..CategoryChange::default() },
            }
            Decision {
                category: category.clone(),
                name: "category-office-hours",
                hint: "category-office-hours-hint",
                on: category.targets.in_office_hours,
                change: move |on| CategoryChange { in_office_hours: Some(on), ..CategoryChange::default() },
            }
            Decision {
                category: category.clone(),
                name: "category-workers-take",
                hint: "category-workers-take-hint",
                on: category.workers_take,
                change: move |on| CategoryChange { workers_take: Some(on), ..CategoryChange::default() },
            }
            Decision {
                category: category.clone(),
                name: "category-publishes",
                hint: "category-publishes-hint",
                on: category.publishes_after_photo,
                change: move |on| CategoryChange { publishes_after_photo: Some(on), ..CategoryChange::default() },
            }
            Decision {
                category: category.clone(),
                name: "category-proof",
                hint: "category-proof-hint",
                on: proof,
                change: move |on| {
                    let notice_proof = if on { NoticeProof::PhotosArrived } else { NoticeProof::StatusEnough };
                    CategoryChange { notice_proof: Some(notice_proof), ..CategoryChange::default() }
                },
            }
            Form { category }
        }
    }
}

/// One decision, carried out as soon as it is switched.
#[component]
fn Decision(
    category: Category,
    name: &'static str,
    hint: &'static str,
    on: bool,
    change: Callback<bool, CategoryChange>,
) -> Element {
    let text = use_text();
    let (session, flash, live) = (use_session(), use_flash(), use_live());
    let switch = move |event: FormEvent| {
        let path = format!("/api/categories/{}", category.code);
        let wanted = change.call(event.checked());
        async move {
            match api::patch::<_, IgnoredAny>(&path, &wanted).await {
                Ok(_) => flash.good(text.say("category-saved", [])),
                Err(problem) => flash.bad(problem.say(text)),
            }
            live.poke(&[Topic::Town]);
        }
    };
    rsx! {
        label { class: "decision",
            span {
                strong { {text.say(name, [])} }
                br {}
                span { class: "soft small", {text.say(hint, [])} }
            }
            input {
                class: "switch",
                r#type: "checkbox",
                role: "switch",
                checked: on,
                disabled: !session.may(Task::Configure),
                onchange: switch,
            }
        }
    }
}
