//! Messages to citizens: where each stands, why it waits, and what a person has to decide.
mod edit;

use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        notices::{DecideNotice, NoticeDecision, NoticeGroup, NoticeList, NoticeRow},
    },
    domain::{NoticeStage, NoticeState},
    id::NoticeId,
    rules::permission::Task,
};
use kuitti_ui::{
    Ago, Banner, Button, ButtonSize, ButtonState, Chip, Empty, Glyph, Tone, use_calendar, use_now, use_text,
};
use serde::de::IgnoredAny;

use self::edit::EditWords;
use crate::{
    api, flash::use_flash, live::use_live, remote::use_remote, route::Route, session::use_session, words,
};

const GROUPS: [(NoticeGroup, &str, &str); 4] = [
    (NoticeGroup::Waiting, "waiting", "notices-waiting"),
    (NoticeGroup::Sent, "sent", "notices-sent"),
    (NoticeGroup::NeedsPerson, "needs_person", "notices-needs-person"),
    (NoticeGroup::Cancelled, "cancelled", "notices-cancelled"),
];

/// All messages, by what can be done about them.
#[component]
pub(crate) fn NoticesScreen() -> Element {
    let text = use_text();
    let group = use_signal(NoticeGroup::default);
    let remote = use_remote(
        &[Topic::Notices],
        move || *group.read(),
        |group| async move {
            let code = GROUPS
                .iter()
                .find(|(value, ..)| *value == group)
                .map_or("waiting", |(_, code, _)| code);
            api::get::<NoticeList>(&format!("/api/notices?group={code}")).await
        },
    );
    let list = remote.value();
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-notices", [])} }
            GroupChoice { group, list: list.clone() }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
        div { class: "desk-body",
            match list {
                None => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
                Some(list) if list.notices.is_empty() => rsx! {
                    Empty { glyph: Glyph::Notice, title: text.say("notices-none", []) }
                },
                Some(list) => rsx! { Table { notices: list.notices } },
            }
        }
    }
}

#[component]
fn GroupChoice(group: Signal<NoticeGroup>, list: Option<NoticeList>) -> Element {
    let text = use_text();
    let count = |value: NoticeGroup| {
        list.as_ref().and_then(|list| match value {
            NoticeGroup::Waiting => Some(list.waiting),
            NoticeGroup::Sent => Some(list.sent),
            NoticeGroup::NeedsPerson => Some(list.needs_person),
            NoticeGroup::Cancelled => None,
        })
    };
    rsx! {
        div { class: "segments", role: "group", aria_label: text.say("nav-notices", []),
            for (value, _, name) in GROUPS {
                button {
                    r#type: "button",
                    aria_pressed: "{group() == value}",
                    onclick: move |_| group.set(value),
                    {text.say(name, [])}
                    if let Some(count) = count(value) {
                        span { class: "count", {text.say("number", [("value", count.into())])} }
                    }
                }
            }
        }
    }
}

#[component]
fn Table(notices: Vec<NoticeRow>) -> Element {
    let text = use_text();
    rsx! {
        section { class: "card flush",
            div { class: "table-scroll",
                table { class: "table",
                    thead {
                        tr {
                            for name in ["notice-state", "notice-to", "notice-stage", "request", "notice-since"] {
                                th { scope: "col", {text.say(name, [])} }
                            }
                            th { span { class: "visually-hidden", {text.say("commands", [])} } }
                        }
                    }
                    tbody {
                        for notice in notices {
                            Row { key: "{notice.id}", notice }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Row(notice: NoticeRow) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let (tone, glyph, said) = words::notice_state(&notice.state, text, &calendar, now);
    let mut editing = use_signal(|| false);
    let waits = matches!(notice.state, NoticeState::Waiting { .. });
    let may_edit = waits && notice.stage != NoticeStage::Confirm && use_session().may(Task::Decide);
    rsx! {
        tr {
            td { Chip { tone, glyph, "{said}" } }
            td { {text.word("channel", notice.channel.code())} " " span { class: "numeric", "{notice.recipient}" } }
            td {
                {text.word("notice-stage", notice.stage.code())}
                ", "
                {notice.language.own_name()}
                if let Some(words) = &notice.words {
                    p { class: "citizen-words", "{words}" }
                }
            }
            td {
                Link { class: "code", to: Route::Request { id: notice.request.to_string() }, "{notice.number}" }
                p { class: "faint", "{notice.address}" }
            }
            td { class: "numeric", Ago { at: notice.changed_at } }
            td {
                div { class: "cluster tight",
                    Decisions { id: notice.id, state: notice.state.clone() }
                    if may_edit {
                        Button { size: ButtonSize::Small, "data-notice": "edit", onclick: move |_| editing.set(true), {text.say("notice-edit", [])} }
                    }
                }
            }
        }
        if editing() {
            EditWords { id: notice.id, onclose: move |()| editing.set(false) }
        }
    }
}

/// What can be decided about a message in its state.
const fn decisions(state: &NoticeState) -> &'static [(NoticeDecision, &'static str)] {
    const HOLD: &[(NoticeDecision, &str)] = &[(NoticeDecision::Hold, "notice-hold")];
    const RELEASE: &[(NoticeDecision, &str)] = &[(NoticeDecision::Release, "notice-release")];
    const AGAIN: &[(NoticeDecision, &str)] = &[
        (NoticeDecision::SendAgain, "notice-send-again"),
        (NoticeDecision::LeaveIt, "notice-leave"),
    ];
    match state {
        NoticeState::Waiting {
            reason: Some(kuitti_shared::domain::WaitReason::Office),
        } => RELEASE,
        NoticeState::Waiting { .. } => HOLD,
        NoticeState::Failed { .. } | NoticeState::Uncertain => AGAIN,
        NoticeState::Leased | NoticeState::Sent | NoticeState::Delivered | NoticeState::Cancelled { .. } => {
            &[]
        }
    }
}

#[component]
fn Decisions(id: NoticeId, state: NoticeState) -> Element {
    let text = use_text();
    let (session, flash, live) = (use_session(), use_flash(), use_live());
    let mut busy = use_signal(ButtonState::default);
    let decide = use_callback(move |decision: NoticeDecision| {
        spawn(async move {
            busy.set(ButtonState::Busy);
            let path = format!("/api/notices/{id}/decision");
            if let Err(problem) = api::post::<_, IgnoredAny>(&path, &DecideNotice { decision }).await {
                flash.bad(problem.say(text));
            }
            live.poke(&[Topic::Notices]);
            busy.set(ButtonState::Ready);
        });
    });
    if !session.may(Task::Decide) {
        return rsx! {};
    }
    rsx! {
        span { class: "cluster tight",
            for (decision, name) in decisions(&state) {
                Button { size: ButtonSize::Small, state: busy(), onclick: move |_| decide.call(*decision), {text.say(name, [])} }
            }
        }
    }
}

/// A message as one line, for the request it is about.
#[component]
pub(crate) fn NoticeLine(notice: NoticeRow) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let (tone, glyph, said) = words::notice_state(&notice.state, text, &calendar, now);
    rsx! {
        li { class: "line",
            span { class: "grow",
                {text.word("notice-stage", notice.stage.code())}
                " · "
                {text.word("channel", notice.channel.code())}
                " "
                span { class: "numeric faint", "{notice.recipient}" }
            }
            Chip { tone, glyph, "{said}" }
            Ago { at: notice.changed_at }
        }
    }
}
