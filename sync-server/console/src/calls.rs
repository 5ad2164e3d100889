//! Citizens who are told by a call: who has it in hand, what to say, and what came of it.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        call_list::{CallResult, CallRow, EndCall, Taken},
        events::Topic,
    },
    id::NoticeId,
};
use kuitti_ui::{
    Ago, Banner, Button, ButtonKind, ButtonState, Chip, Empty, Glyph, Icon, Tone, use_calendar, use_text,
};
use serde::de::IgnoredAny;

use crate::{api, flash::use_flash, live::use_live, remote::use_remote, route::Route};

/// Calls come with messages, and go with what happens to their requests.
pub(crate) const TOPICS: &[Topic] = &[Topic::Notices, Topic::Requests];

/// Everybody who has to be called, the longest waiting first.
#[component]
pub(crate) fn CallsScreen() -> Element {
    let text = use_text();
    let remote = use_remote(TOPICS, || (), |()| api::get::<Vec<CallRow>>("/api/calls"));
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-calls", [])} }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
        div { class: "desk-body", "data-narrow": "",
            match remote.value() {
                None => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
                Some(calls) if calls.is_empty() => rsx! {
                    Empty { glyph: Glyph::Check, title: text.say("calls-none", []),
                        p { {text.say("calls-none-way", [])} }
                    }
                },
                Some(calls) => rsx! {
                    div { class: "stack",
                        for call in calls {
                            Call { key: "{call.id}", call }
                        }
                    }
                },
            }
        }
    }
}

#[component]
fn Call(call: CallRow) -> Element {
    let text = use_text();
    let attempts = [("count", call.attempts.into())];
    rsx! {
        section { class: "card stack far",
            div { class: "cluster far",
                a { class: "button", "data-size": "large", href: "tel:{call.phone}",
                    Icon { of: Glyph::Phone }
                    span { class: "numeric", dir: "ltr", "{call.phone}" }
                }
                div { class: "grow",
                    h2 { class: "plain",
                        if let Some(name) = &call.name {
                            bdi { "{name}" }
                            ", "
                        }
                        bdi { {call.language.own_name()} }
                    }
                    p { class: "faint",
                        Link { class: "code", to: Route::Request { id: call.request.to_string() }, "{call.number}" }
                        " {call.address}"
                    }
                }
                Chip { tone: Tone::Info, glyph: Glyph::Notice, {text.word("notice-stage", call.stage.code())} }
                p { class: "faint numeric",
                    Ago { at: call.since }
                    if call.attempts > 0 && call.taken.is_none() {
                        ", "
                        {text.say("calls-attempts", attempts)}
                    }
                }
            }
            match call.taken {
                None => rsx! { Take { id: call.id } },
                Some(taken) => rsx! { InHand { id: call.id, language: call.language.code(), taken } },
            }
        }
    }
}

#[component]
fn Take(id: NoticeId) -> Element {
    let text = use_text();
    let send = use_sending();
    rsx! {
        div {
            Button {
                kind: ButtonKind::Primary,
                glyph: Glyph::Phone,
                state: send.state(),
                onclick: move |_| send.take(id),
                {text.say("calls-take", [])}
            }
        }
    }
}

/// Whose it is; for its owner also what to say, and the results.
#[component]
fn InHand(id: NoticeId, language: &'static str, taken: Taken) -> Element {
    let text = use_text();
    let send = use_sending();
    let clock = text.clock(use_calendar().local(taken.until));
    let whose = [("name", taken.by.clone().into()), ("clock", clock.into())];
    rsx! {
        p { class: "faint", {text.say("calls-taken", whose)} }
        if let Some(words) = taken.words {
            div {
                h3 { class: "field-label", {text.say("calls-say", [])} }
                p { class: "citizen-words", lang: language, dir: "auto", "{words}" }
            }
            div { role: "group", aria_label: text.say("calls-result", []),
                p { class: "field-label", {text.say("calls-result", [])} }
                div { class: "cluster tight",
                    for result in CallResult::ALL {
                        Button {
                            key: "{result.code()}",
                            kind: if result == CallResult::Told { ButtonKind::Primary } else { ButtonKind::default() },
                            state: send.state(),
                            onclick: move |_| send.end(id, result),
                            {text.word("call-result", result.code())}
                        }
                    }
                }
            }
        }
    }
}

/// Commands about a call; one at a time.
#[derive(Clone, Copy)]
struct Sending {
    busy: Signal<ButtonState>,
    run: Callback<(NoticeId, Option<CallResult>)>,
}

fn use_sending() -> Sending {
    let text = use_text();
    let (flash, live) = (use_flash(), use_live());
    let mut busy = use_signal(ButtonState::default);
    let run = use_callback(move |(id, result): (NoticeId, Option<CallResult>)| {
        spawn(async move {
            busy.set(ButtonState::Busy);
            let sent = match result {
                None => api::post::<_, IgnoredAny>(&format!("/api/calls/{id}/take"), &()).await,
                Some(result) => api::post(&format!("/api/calls/{id}/result"), &EndCall { result }).await,
            };
            if let Err(problem) = sent {
                flash.bad(problem.say(text));
            }
            live.poke(TOPICS);
            busy.set(ButtonState::Ready);
        });
    });
    Sending { busy, run }
}

impl Sending {
    fn state(self) -> ButtonState {
        *self.busy.read()
    }

    fn take(self, id: NoticeId) {
        self.run.call((id, None));
    }

    fn end(self, id: NoticeId, result: CallResult) {
        self.run.call((id, Some(result)));
    }
}
