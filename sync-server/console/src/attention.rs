//! What waits for a person: tasks that the rules opened, and work from the field that cannot be placed by itself.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        attention::{Attention, OrderRef, StuckOperation, TaskRow, UnreadAnswers, WaitingConflict},
        events::Topic,
    },
    rules::permission::Task,
    sync::ReceiptOutcome,
};
use kuitti_text::Text;
use kuitti_ui::{
    Ago, AsOf, Banner, Button, ButtonSize, ButtonState, Chip, Empty, Glyph, Icon, Tone, use_calendar,
    use_now, use_text,
};

use crate::{
    answers::AnswerLines, api, flash::use_flash, live::use_live, orders::ConflictSlip, remote::use_remote,
    route::Route, session::use_session, town::use_town,
};

/// Changes of orders, devices and notices open and settle tasks.
pub(crate) const TOPICS: &[Topic] = &[Topic::Orders, Topic::Devices, Topic::Notices];

/// Everything that waits, oldest first.
#[component]
pub(crate) fn AttentionScreen() -> Element {
    let text = use_text();
    let remote = use_remote(TOPICS, || (), |()| api::get::<Attention>("/api/attention"));
    let waiting = remote.value();
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-attention", [])} }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
            span { class: "push" }
            if let Some(waiting) = &waiting {
                AsOf { at: waiting.as_of }
            }
        }
        div { class: "desk-body", "data-narrow": "",
            match waiting {
                None => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
                Some(waiting) if is_empty(&waiting) => rsx! {
                    Empty { glyph: Glyph::Check, title: text.say("attention-none", []),
                        p { {text.say("attention-none-way", [])} }
                    }
                },
                Some(waiting) => rsx! {
                    div { class: "stack",
                        Answers { answers: waiting.answers }
                        Conflicts { conflicts: waiting.conflicts }
                        Tasks { tasks: waiting.tasks }
                        Stuck { operations: waiting.operations }
                    }
                },
            }
        }
    }
}

const fn is_empty(waiting: &Attention) -> bool {
    waiting.conflicts.is_empty()
        && waiting.tasks.is_empty()
        && waiting.operations.is_empty()
        && waiting.answers.is_empty()
}

/// What citizens wrote back and nobody has read.
#[component]
fn Answers(answers: Vec<UnreadAnswers>) -> Element {
    let text = use_text();
    if answers.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Notice } {text.say("answers", [])} }
            ul { class: "lines",
                for unread in answers {
                    li { class: "line-block", key: "{unread.request}",
                        Link { to: Route::Request { id: unread.request.to_string() },
                            span { class: "code", "{unread.number}" }
                            " {unread.address}"
                        }
                        AnswerLines { request: unread.request, answers: unread.answers }
                    }
                }
            }
        }
    }
}

/// What two people said about one thing, with both sides.
#[component]
fn Conflicts(conflicts: Vec<WaitingConflict>) -> Element {
    let text = use_text();
    if conflicts.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Conflict } {text.say("attention-conflicts", [])} }
            ul { class: "lines",
                for waiting in conflicts {
                    li { class: "line-block", key: "{waiting.conflict.id}",
                        div { class: "between",
                            OrderLink { order: waiting.order.clone() }
                            span { class: "faint numeric", Ago { at: waiting.conflict.opened_at } }
                        }
                        ConflictSlip { waiting }
                    }
                }
            }
        }
    }
}

#[component]
fn Tasks(tasks: Vec<TaskRow>) -> Element {
    let text = use_text();
    if tasks.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Conflict } {text.say("attention-tasks", [])} }
            ul { class: "lines",
                for task in tasks {
                    TaskLine { key: "{task.id}", task }
                }
            }
        }
    }
}

#[component]
fn TaskLine(task: TaskRow) -> Element {
    let text = use_text();
    let (session, flash, live) = (use_session(), use_flash(), use_live());
    let mut state = use_signal(ButtonState::default);
    let id = task.id;
    let settle = move |_| async move {
        state.set(ButtonState::Busy);
        if let Err(problem) = api::delete(&format!("/api/attention/{id}")).await {
            flash.bad(problem.say(text));
        }
        live.poke(TOPICS);
        state.set(ButtonState::Ready);
    };
    rsx! {
        li { class: "line",
            div { class: "grow",
                p { class: "timeline-title", {sentence(&task.code, text)} }
                OrderLink { order: task.order }
            }
            span { class: "faint numeric", Ago { at: task.opened_at } }
            if session.may(Task::Decide) {
                Button { size: ButtonSize::Small, state: state(), onclick: settle, {text.say("review-settle", [])} }
            }
        }
    }
}

/// A task's own sentence, or else that of the verdict from which it came.
fn sentence(code: &str, text: Text) -> String {
    let code = code.replace('_', "-");
    let known = [format!("task-{code}"), format!("receipt-{code}")]
        .into_iter()
        .find(|key| text.knows(key));
    known.map_or_else(|| code, |key| text.say(&key, []))
}

#[component]
fn OrderLink(order: Option<OrderRef>) -> Element {
    let Some(order) = order else { return rsx! {} };
    rsx! {
        Link { to: Route::Order { id: order.id.to_string() },
            span { class: "code", "{order.number}" }
            " {order.title}"
        }
    }
}

/// Operations that are kept until somebody has dealt with them.
#[component]
fn Stuck(operations: Vec<StuckOperation>) -> Element {
    let text = use_text();
    if operations.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Device } {text.say("attention-operations", [])} }
            p { class: "soft", {text.say("attention-operations-about", [])} }
            ul { class: "lines",
                for stuck in operations {
                    StuckLine { key: "{stuck.operation.op}", stuck }
                }
            }
        }
    }
}

#[component]
fn StuckLine(stuck: StuckOperation) -> Element {
    let text = use_text();
    let town = use_town();
    let (calendar, now) = (use_calendar(), use_now());
    let operation = &stuck.operation;
    let name = operation.kind.split('@').next().unwrap_or_default();
    let occurred = text.moment(calendar.local(operation.occurred.at), calendar.local(now).date());
    let (tone, glyph, key) = match operation.outcome {
        ReceiptOutcome::Quarantined => (Tone::Bad, Glyph::Warning, "outcome-quarantined"),
        _ => (Tone::Info, Glyph::Clock, "outcome-held"),
    };
    rsx! {
        li { class: "line-block",
            div { class: "between",
                span { class: "cluster",
                    Chip { tone, glyph, {text.say(key, [])} }
                    strong { {text.word("operation", name)} }
                    span { class: "soft", {town.worker(operation.worker)} }
                    span { class: "faint numeric", "{occurred}" }
                }
                OrderLink { order: stuck.order.clone() }
            }
            p { {text.word("receipt", &operation.code)} }
            details {
                summary { {text.say("attention-as-sent", [])} }
                pre { class: "raw", "{stuck.body}" }
            }
        }
    }
}
