//! Who is calling: the number first, because it knows the rest.
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use kuitti_shared::{
    api::{calls::Caller, events::Topic},
    domain::Position,
    id::CategoryCode,
};
use kuitti_ui::{Ago, Banner, Glyph, Icon, Tone, use_text};

use super::draft::use_draft;
use crate::{
    api::{self, ApiError},
    browser,
    remote::{Remote, use_remote},
    requests::{RequestLine, near_and_alike},
};

/// The shortest number worth asking about.
const DIGITS: usize = 6;
/// Digits come in quickly; the server is asked when they stop.
const PAUSE_MILLISECONDS: u32 = 250;

/// The caller as the number tells, asked as it is typed.
pub(super) fn use_caller() -> Remote<Option<Caller>> {
    let mut draft = use_draft();
    let remote = use_remote(
        &[Topic::Requests],
        move || draft.phone.read().trim().to_owned(),
        |phone| async move {
            if phone.chars().filter(char::is_ascii_digit).count() < DIGITS {
                return Ok(None);
            }
            TimeoutFuture::new(PAUSE_MILLISECONDS).await;
            match api::get(&format!(
                "/api/callers?phone={}",
                browser::percent_encoded(&phone)
            ))
            .await
            {
                // Half a number is none yet.
                Err(problem) if problem.is("phone_unreadable") => Ok(None),
                other => other.map(Some),
            }
        },
    );
    use_effect(move || {
        // What the operator has typed stands; what is empty is filled.
        if let Some(Some(Caller {
            contact: Some(contact),
            language,
            ..
        })) = remote.value()
        {
            fill(draft.name, contact.name);
            fill(draft.email, contact.email);
            if let Some(language) = language {
                draft.language.set(language);
            }
            if !contact.notify.is_empty() {
                draft.notify.set(contact.notify.into_iter().collect());
            }
        }
    });
    remote
}

fn fill(mut field: Signal<String>, known: Option<String>) {
    if let Some(known) = known.filter(|_| field.peek().is_empty()) {
        field.set(known);
    }
}

/// The caller in a sentence under the number.
#[component]
pub(super) fn CallerSign(caller: Remote<Option<Caller>>) -> Element {
    let text = use_text();
    if let Some(problem) = caller.problem().filter(|problem| *problem != ApiError::LoggedOut) {
        return rsx! { Banner { tone: Tone::Warn, {problem.say(text)} } };
    }
    let Some(Some(caller)) = caller.value() else {
        return rsx! {};
    };
    let name = caller
        .contact
        .and_then(|contact| contact.name)
        .unwrap_or_else(|| caller.phone.clone());
    let said = match caller.requests.len() {
        0 => text.say("caller-new", [("phone", caller.phone.into())]),
        count => text.say("caller-known", [("name", name.into()), ("count", count.into())]),
    };
    rsx! {
        p { class: "caller-sign", role: "status",
            Icon { of: Glyph::Person }
            "{said}"
        }
    }
}

/// What this number reported before.
#[component]
pub(super) fn Earlier(caller: Remote<Option<Caller>>) -> Element {
    let text = use_text();
    let requests = caller
        .value()
        .flatten()
        .map(|caller| caller.requests)
        .unwrap_or_default();
    if requests.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Clock } {text.say("caller-earlier", [])} }
            ul { class: "lines",
                for row in requests {
                    RequestLine { key: "{row.id}", row: row.clone(), Ago { at: row.received_at } }
                }
            }
        }
    }
}

/// Others who reported the same nearby.
#[component]
pub(super) fn Alike() -> Element {
    let text = use_text();
    let draft = use_draft();
    let near = use_remote(
        &[Topic::Requests],
        move || (draft.category.read().clone(), *draft.position.read()),
        |(category, place): (Option<CategoryCode>, Option<Position>)| async move {
            match (category, place) {
                (Some(category), Some(place)) => near_and_alike(category, place, None).await,
                _ => Ok(Vec::new()),
            }
        },
    );
    let found = near.value().unwrap_or_default();
    if found.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Merge } {text.say("near-and-alike", [])} }
            p { class: "soft small", {text.say("near-and-alike-call", [])} }
            ul { class: "lines",
                for neighbour in found {
                    RequestLine { key: "{neighbour.row.id}", row: neighbour.row.clone(),
                        span { class: "faint numeric", {text.distance(neighbour.metres)} }
                    }
                }
            }
        }
    }
}
