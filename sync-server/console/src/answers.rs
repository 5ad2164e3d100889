//! What citizens wrote back, until somebody has read it.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{attention::AnswersRead, events::Topic},
    domain::CitizenAnswer,
    id::RequestId,
    rules::permission::Task,
};
use kuitti_ui::{Ago, Button, ButtonSize, ButtonState, Glyph, Icon, use_text};
use serde::de::IgnoredAny;

use crate::{api, flash::use_flash, live::use_live, session::use_session};

/// Everything that a citizen wrote back, on the page of the request.
#[component]
pub(crate) fn AnswersCard(request: RequestId, answers: Vec<CitizenAnswer>) -> Element {
    let text = use_text();
    if answers.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Notice } {text.say("answers", [])} }
            AnswerLines { request, answers }
        }
    }
}

/// What was written, and the command that says it was read.
#[component]
pub(crate) fn AnswerLines(request: RequestId, answers: Vec<CitizenAnswer>) -> Element {
    let text = use_text();
    let (session, flash, live) = (use_session(), use_flash(), use_live());
    let mut busy = use_signal(ButtonState::default);
    let unread = answers.iter().filter(|answer| answer.read_at.is_none());
    // What comes while this is on the screen is not read by it.
    let until = unread.map(|answer| answer.at).max();
    let read = use_callback(move |until| {
        spawn(async move {
            busy.set(ButtonState::Busy);
            let path = format!("/api/requests/{request}/answers/read");
            if let Err(problem) = api::post::<_, IgnoredAny>(&path, &AnswersRead { until }).await {
                flash.bad(problem.say(text));
            }
            live.poke(&[Topic::Requests, Topic::Orders]);
            busy.set(ButtonState::Ready);
        });
    });
    rsx! {
        ul { class: "lines",
            for answer in answers {
                li { class: "line", key: "{answer.at.0}",
                    p { class: "citizen-words grow", dir: "auto", "{answer.text}" }
                    if answer.read_at.is_none() {
                        span { class: "tag", "data-tone": "bad", {text.say("answer-unread", [])} }
                    }
                    span { class: "faint numeric", Ago { at: answer.at } }
                }
            }
        }
        if let (Some(until), true) = (until, session.may(Task::TakeCalls)) {
            Button { size: ButtonSize::Small, state: busy(), onclick: move |_| read.call(until), {text.say("answer-read", [])} }
        }
    }
}
