//! The fields of a call.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{problem::Problem, requests::RequestReceipt},
    domain::{Language, NoticeChannel},
    id::CategoryCode,
    written::searchable,
};
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, ButtonKind, ButtonState, ButtonType, Field, Glyph, Tone, use_text};

use super::{
    combobox::{Combobox, Proposal},
    draft::{CallDraft, Recorded, use_draft},
    place::streets_like,
    screen::PHONE,
};
use crate::{
    api::{self, ApiError},
    browser,
    town::{TownContext, use_town},
};

const CATEGORY: &str = "call-category";
const PLACE: &str = "call-place";
const DESCRIPTION: &str = "call-description";
const NAME: &str = "call-name";
const SAVE: &str = "call-save";

/// The form; its children stand under the number.
#[component]
pub(super) fn CallForm(children: Element) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    let mut state = use_signal(ButtonState::default);
    let mut problem = use_signal(|| None::<ApiError>);
    use_effect(|| browser::focus(PHONE));
    let save = use_callback(move |()| {
        spawn(async move {
            if *state.peek() == ButtonState::Busy {
                return;
            }
            state.set(ButtonState::Busy);
            match record(draft).await {
                Ok(recorded) => {
                    draft.clear();
                    problem.set(None);
                    draft.receipt.set(Some(recorded));
                }
                Err(error) => problem.set(Some(error)),
            }
            state.set(ButtonState::Ready);
        });
    });
    let wrong = problem.read().as_ref().and_then(fields_of);
    let general = problem.read().as_ref().map(|problem| problem.say(text));
    let mistake = move |field: &str| mistake(wrong.as_deref(), field, text);
    rsx! {
        form {
            class: "call-steps",
            onsubmit: move |event| {
                event.prevent_default();
                save.call(());
            },
            onkeydown: move |event| {
                if event.key() == Key::Enter && event.modifiers().ctrl() {
                    event.prevent_default();
                    save.call(());
                }
            },
            if let Some(general) = general {
                Banner { tone: Tone::Bad, "{general}" }
            }
            div { class: "call-step",
                div { class: "stack near",
                    PhoneField { error: mistake("phone") }
                    {children}
                }
            }
            div { class: "call-step", CategoryField { error: mistake("category") } }
            div { class: "call-step",
                div { class: "stack near", PlaceField { error: mistake("place") } }
            }
            div { class: "call-step", DescriptionField { error: mistake("description") } }
            div { class: "call-step",
                div { class: "stack near",
                    ContactFields { error: mistake("email") }
                    div { class: "cluster",
                        Button { id: SAVE, kind: ButtonKind::Primary, glyph: Glyph::Receipt, r#type: ButtonType::Submit, state: state(), {text.say("call-save", [])} }
                    }
                }
            }
        }
    }
}

async fn record(draft: CallDraft) -> Result<Recorded, ApiError> {
    let request = draft.request();
    let receipt: RequestReceipt = api::post("/api/requests", &request).await?;
    let begun_at = draft.begun_at.peek().unwrap_or_else(browser::server_clock);
    let seconds = u64::try_from((browser::server_clock() - begun_at).0 / 1000).unwrap_or(0);
    Ok(Recorded {
        receipt,
        request,
        seconds,
    })
}

fn fields_of(problem: &ApiError) -> Option<Box<Problem>> {
    match problem {
        ApiError::Refused(problem) => Some(problem.clone()),
        _ => None,
    }
}

/// What the server says about one field.
fn mistake(problem: Option<&Problem>, field: &str, text: Text) -> Option<String> {
    let found = problem?.fields.iter().find(|wrong| wrong.field == field)?;
    Some(text.word("problem", &found.code))
}

/// Enter goes on to the next field.
fn on_enter(event: &KeyboardEvent, next: &str) {
    if event.key() == Key::Enter && !event.modifiers().ctrl() && !event.modifiers().shift() {
        event.prevent_default();
        browser::focus(next);
    }
}

#[component]
fn PhoneField(error: Option<String>) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    rsx! {
        Field { id: PHONE, label: text.say("call-phone", []), error: error.clone(),
            input {
                class: "input numeric",
                id: PHONE,
                r#type: "tel",
                autocomplete: "off",
                aria_invalid: error.is_some().then_some("true"),
                aria_describedby: "{PHONE}-error",
                value: "{draft.phone}",
                oninput: move |event| {
                    draft.begin();
                    draft.phone.set(event.value());
                },
                onkeydown: move |event| on_enter(&event, CATEGORY),
            }
        }
    }
}

#[component]
fn CategoryField(error: Option<String>) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    let town = use_town();
    let proposals = categories_like(town, &draft.category_text.read(), text);
    rsx! {
        Field { id: CATEGORY, label: text.say("call-category", []), error: error.clone(),
            Combobox {
                id: CATEGORY,
                next: PLACE,
                glyph: Glyph::Category,
                value: draft.category_text.read().clone(),
                placeholder: text.say("call-category-placeholder", []),
                proposals,
                invalid: error.is_some(),
                ontype: move |typed| {
                    draft.begin();
                    draft.category.set(None);
                    draft.category_text.set(typed);
                },
                onchoose: move |proposal: Proposal| {
                    draft.category.set(Some(CategoryCode(proposal.key)));
                    draft.category_text.set(proposal.label);
                },
            }
        }
    }
}

fn categories_like(town: TownContext, typed: &str, text: Text) -> Vec<Proposal> {
    let wanted = searchable(typed.trim());
    let mut found: Vec<_> = town
        .categories()
        .into_iter()
        .map(|category| Proposal {
            label: category.name.get(text.language()).to_owned(),
            key: category.code.0,
        })
        .filter(|proposal| searchable(&proposal.label).contains(&wanted) || proposal.key.starts_with(&wanted))
        .collect();
    // Names that begin with it first.
    found.sort_by_key(|proposal| {
        (
            !searchable(&proposal.label).starts_with(&wanted),
            proposal.label.clone(),
        )
    });
    found
}

#[component]
fn PlaceField(error: Option<String>) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    let town = use_town();
    let proposals = use_memo(move || streets_like(&town.base_map(), &draft.address.read()));
    let shown: Vec<_> = proposals
        .read()
        .iter()
        .map(|street| Proposal {
            key: street.address.clone(),
            label: street.address.clone(),
        })
        .collect();
    rsx! {
        Field { id: PLACE, label: text.say("call-place", []), hint: text.say("call-place-hint", []), error: error.clone(),
            Combobox {
                id: PLACE,
                next: DESCRIPTION,
                glyph: Glyph::Pin,
                value: draft.address.read().clone(),
                placeholder: String::new(),
                proposals: shown,
                invalid: error.is_some(),
                ontype: move |typed| {
                    draft.begin();
                    draft.address.set(typed);
                },
                onchoose: move |proposal: Proposal| {
                    let street = proposals.peek().iter().find(|street| street.address == proposal.key).cloned();
                    draft.position.set(street.map(|street| street.middle));
                    draft.address.set(proposal.label);
                },
            }
        }
        label { class: "field",
            span { class: "field-label", {text.say("call-detail", [])} }
            input {
                class: "input",
                maxlength: "200",
                value: "{draft.detail}",
                oninput: move |event| draft.detail.set(event.value()),
                onkeydown: move |event| on_enter(&event, DESCRIPTION),
            }
        }
    }
}

#[component]
fn DescriptionField(error: Option<String>) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    rsx! {
        Field { id: DESCRIPTION, label: text.say("call-description", []), error: error.clone(),
            textarea {
                class: "textarea call-words",
                id: DESCRIPTION,
                aria_invalid: error.is_some().then_some("true"),
                aria_describedby: "{DESCRIPTION}-error",
                value: "{draft.description}",
                oninput: move |event| draft.description.set(event.value()),
                onkeydown: move |event| on_enter(&event, NAME),
            }
        }
    }
}

#[component]
fn ContactFields(error: Option<String>) -> Element {
    let text = use_text();
    let mut draft = use_draft();
    rsx! {
        div { class: "columns",
            Field { id: NAME, label: text.say("call-name", []),
                input {
                    class: "input",
                    id: NAME,
                    autocomplete: "off",
                    value: "{draft.name}",
                    oninput: move |event| draft.name.set(event.value()),
                    onkeydown: move |event| on_enter(&event, SAVE),
                }
            }
            Field { id: "call-email", label: text.say("call-email", []), error: error.clone(),
                input {
                    class: "input",
                    id: "call-email",
                    r#type: "email",
                    autocomplete: "off",
                    aria_invalid: error.is_some().then_some("true"),
                    aria_describedby: "call-email-error",
                    value: "{draft.email}",
                    oninput: move |event| draft.email.set(event.value()),
                    onkeydown: move |event| on_enter(&event, SAVE),
                }
            }
        }
        div { class: "cluster far",
            span { class: "field-label", {text.say("call-tell", [])} }
            for channel in use_town().channels().into_iter().filter(|channel| *channel != NoticeChannel::Webhook) {
                label { class: "choice",
                    input {
                        r#type: "checkbox",
                        checked: draft.notify.read().contains(&channel),
                        onchange: move |event| {
                            let mut notify = draft.notify.write();
                            if event.checked() { notify.insert(channel); } else { notify.remove(&channel); }
                        },
                    }
                    {text.word("channel", channel.code())}
                }
            }
            label { class: "cluster tight",
                span { {text.say("language", [])} }
                select {
                    class: "select",
                    "data-size": "small",
                    onchange: move |event| if let Some(language) = Language::from_tag(&event.value()) { draft.language.set(language) },
                    for language in Language::ALL {
                        option { value: language.code(), selected: language == *draft.language.read(), {language.own_name()} }
                    }
                }
            }
        }
    }
}
