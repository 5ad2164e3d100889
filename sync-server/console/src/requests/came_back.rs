//! A citizen says that it is not so: why, and what the office decides. A new order answers it too.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        requests::{DecideReopening, ReopeningDecision},
    },
    domain::Reopening,
    id::RequestId,
    rules::permission::Task,
};
use kuitti_ui::{Ago, Button, ButtonKind, ButtonState, Glyph, Icon, use_text};
use serde::de::IgnoredAny;

use crate::{api, flash::use_flash, live::use_live, session::use_session};

#[component]
pub(super) fn CameBack(id: RequestId, came_back: Reopening) -> Element {
    let text = use_text();
    let (session, flash, live) = (use_session(), use_flash(), use_live());
    let mut busy = use_signal(ButtonState::default);
    let decide = use_callback(move |decision: ReopeningDecision| {
        spawn(async move {
            busy.set(ButtonState::Busy);
            let path = format!("/api/requests/{id}/reopening");
            match api::post::<_, IgnoredAny>(&path, &DecideReopening { decision }).await {
                Ok(_) => flash.good(text.say(done(decision), [])),
                Err(problem) => flash.bad(problem.say(text)),
            }
            live.poke(&[Topic::Requests, Topic::Orders, Topic::Notices]);
            busy.set(ButtonState::Ready);
        });
    });
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Warning } {text.say("request-reopened-title", [])} }
            p { class: "citizen-words", "{came_back.reason}" }
            p { class: "faint", Ago { at: came_back.at } }
            if session.may(Task::Dispatch) {
                div { class: "cluster tight",
                    Button { kind: ButtonKind::Primary, state: busy(), onclick: move |_| decide.call(ReopeningDecision::TakeUp),
                        {text.say("request-take-up", [])}
                    }
                    Button { state: busy(), onclick: move |_| decide.call(ReopeningDecision::Uphold),
                        {text.say("request-uphold", [])}
                    }
                }
            }
        }
    }
}

const fn done(decision: ReopeningDecision) -> &'static str {
    match decision {
        ReopeningDecision::TakeUp => "request-taken-up",
        ReopeningDecision::Uphold => "request-upheld",
    }
}
