//! A new problem, found on the way: what it is, where, and a photo. Saved without a network like everything else.

use dioxus::prelude::*;
use kuitti_engine::protocol::Request;
use kuitti_shared::domain::Place;
use kuitti_shared::id::CategoryCode;
use kuitti_ui::{Field, Glyph, Icon, use_text};

use super::answer::use_answer;
use super::frame::Frame;
use super::order::{SaveButton, town};
use super::phone::use_phone;
use super::route::{Route, return_to};
use crate::shell::page::picture::{PhotoFile, chosen_files};

/// What has been chosen and typed so far.
#[derive(Clone, Copy, PartialEq)]
struct Draft {
    category: Signal<Option<CategoryCode>>,
    description: Signal<String>,
    address: Signal<String>,
    photo: Signal<Option<PhotoFile>>,
}

/// See the module.
#[component]
pub(super) fn Report() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let draft = Draft {
        category: use_signal(|| None),
        description: use_signal(String::new),
        address: use_signal(String::new),
        photo: use_signal(|| None),
    };
    let mut saving = use_signal(|| false);
    let here = (phone.position)().and_then(Result::ok);
    let place = Place {
        address: draft.address.read().trim().to_owned(),
        position: here.map(|fix| fix.position),
        detail: String::new(),
    };
    let description = draft.description.read().trim().to_owned();
    let category = draft.category.read().clone();
    let ready = category.is_some() && place.is_known() && !description.is_empty();
    let save = move |event: FormEvent| {
        event.prevent_default();
        let request = category.clone().map(|category| Request::Report {
            category,
            description: description.clone(),
            place: place.clone(),
            fix: None,
        });
        let photo = draft.photo.peek().clone();
        async move {
            let Some(request) = request.filter(|_| ready && !saving()) else {
                return;
            };
            saving.set(true);
            let saved = phone.save_with(request, photo).await;
            saving.set(false);
            if saved {
                return_to(&Route::Today);
            }
        }
    };
    rsx! {
        Frame { title: text.say("report-title", []), back: Route::Today, here: Route::Today,
            form { class: "stack", onsubmit: save,
                Kind { draft }
                Words { draft, knows_position: here.is_some() }
                PhotoOfIt { draft }
                SaveButton { label: text.say("report-save", []), ready, saving: saving() }
            }
        }
    }
}

#[component]
fn Kind(draft: Draft) -> Element {
    let text = use_text();
    let town = use_answer(|| Request::Town, town);
    let categories = match &*town.read() {
        Some(Ok(town)) => town.categories.clone(),
        _ => Vec::new(),
    };
    let mut category = draft.category;
    rsx! {
        Field { id: "report-category", label: text.say("report-category", []),
            select {
                class: "select",
                id: "report-category",
                onchange: move |event| {
                    let code = event.value();
                    category.set((!code.is_empty()).then(|| code.as_str().into()));
                },
                option { value: "", {text.say("report-choose", [])} }
                for one in categories {
                    option { key: "{one.code}", value: "{one.code}", {one.name.get(text.language())} }
                }
            }
        }
    }
}

#[component]
fn Words(draft: Draft, knows_position: bool) -> Element {
    let text = use_text();
    let (mut description, mut address) = (draft.description, draft.address);
    let hint = if knows_position {
        "report-place-known"
    } else {
        "report-place-unknown"
    };
    rsx! {
        Field { id: "report-description", label: text.say("report-description", []),
            textarea {
                class: "textarea",
                id: "report-description",
                value: "{description}",
                oninput: move |event| description.set(event.value()),
            }
        }
        Field { id: "report-address", label: text.say("report-address", []), hint: text.say(hint, []),
            input {
                class: "input",
                id: "report-address",
                aria_describedby: "report-address-hint",
                value: "{address}",
                oninput: move |event| address.set(event.value()),
            }
        }
    }
}

#[component]
fn PhotoOfIt(draft: Draft) -> Element {
    let text = use_text();
    let mut photo = draft.photo;
    let taken = photo.read().is_some();
    let key = if taken {
        "report-photo-taken"
    } else {
        "report-photo"
    };
    rsx! {
        label { class: "button camera-button", "data-size": "large", "data-wide": "",
            Icon { of: if taken { Glyph::Check } else { Glyph::Camera } }
            {text.say(key, [])}
            input {
                class: "visually-hidden",
                r#type: "file",
                accept: "image/*",
                capture: "environment",
                "data-role": "report",
                onchange: move |event| if let Some(file) = chosen_files(&event).into_iter().next() { photo.set(Some(file)) },
            }
        }
    }
}
