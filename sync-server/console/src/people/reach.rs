//! A person's number and address, to which Kuitti writes.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        colleagues::{Reach, WorkerReach},
        events::Topic,
    },
    domain::{NoticeChannel, Worker},
};
use kuitti_ui::{
    Banner, Button, ButtonKind, ButtonSize, ButtonState, ButtonType, Dialog, Field, Tone, use_text,
};
use serde::de::IgnoredAny;

use crate::{api, flash::use_flash, remote::use_remote};

const NO_TOPICS: &[Topic] = &[];

/// Opens a worker's number and address.
#[component]
pub(super) fn ReachButton(worker: Worker) -> Element {
    let text = use_text();
    let mut open = use_signal(|| false);
    rsx! {
        Button { size: ButtonSize::Small, "data-worker": "reach", onclick: move |_| open.set(true), {text.say("reach-edit", [])} }
        if open() {
            WorkerDialog { worker, onclose: move |()| open.set(false) }
        }
    }
}

#[component]
fn WorkerDialog(worker: Worker, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let remote = use_remote(
        NO_TOPICS,
        || (),
        |()| api::get::<Vec<WorkerReach>>("/api/workers/reach"),
    );
    let id = worker.id;
    let own = remote.value().map(|known| {
        let mut known = known.into_iter().filter(|row| row.worker == id);
        known.next().map(|row| row.reach).unwrap_or_default()
    });
    let title = text.say("reach-of-worker", [("worker", worker.name.into())]);
    rsx! {
        Dialog { title, onclose,
            p { class: "soft", {text.say("reach-of-worker-about", [])} }
            match (own, remote.problem()) {
                (Some(reach), _) => rsx! {
                    ReachForm { name: "worker", path: "/api/workers/{id}/reach", reach, onsaved: move |()| onclose.call(()) }
                },
                (None, Some(problem)) => rsx! { Banner { tone: Tone::Bad, {problem.say(text)} } },
                (None, None) => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
            }
        }
    }
}

/// Number, address, and which of them first.
#[component]
pub(super) fn ReachForm(name: String, path: String, reach: Reach, onsaved: EventHandler<()>) -> Element {
    let text = use_text();
    let flash = use_flash();
    let mut phone = use_signal(|| reach.phone.clone().unwrap_or_default());
    let mut email = use_signal(|| reach.email.clone().unwrap_or_default());
    let mut channel = use_signal(|| reach.channel.unwrap_or(NoticeChannel::Sms));
    let mut busy = use_signal(ButtonState::default);
    let save = use_callback(move |path: String| {
        spawn(async move {
            busy.set(ButtonState::Busy);
            let wanted = Reach {
                phone: Some(phone.peek().clone()),
                email: Some(email.peek().clone()),
                channel: Some(*channel.peek()),
            };
            match api::put::<_, IgnoredAny>(&path, &wanted).await {
                Ok(_) => {
                    flash.good(text.say("reach-saved", []));
                    onsaved.call(());
                }
                Err(problem) => flash.bad(problem.say(text)),
            }
            busy.set(ButtonState::Ready);
        });
    });
    rsx! {
        form { class: "stack",
            onsubmit: move |event| {
                event.prevent_default();
                save.call(path.clone());
            },
            Field { id: "{name}-phone", label: text.say("reach-phone", []),
                input {
                    class: "input",
                    id: "{name}-phone",
                    r#type: "tel",
                    dir: "ltr",
                    maxlength: "40",
                    value: "{phone}",
                    oninput: move |event| phone.set(event.value()),
                }
            }
            Field { id: "{name}-email", label: text.say("reach-email", []),
                input {
                    class: "input",
                    id: "{name}-email",
                    r#type: "email",
                    dir: "ltr",
                    maxlength: "200",
                    value: "{email}",
                    oninput: move |event| email.set(event.value()),
                }
            }
            Field { id: "{name}-first", label: text.say("reach-first", []),
                select {
                    class: "select",
                    id: "{name}-first",
                    value: channel().code(),
                    onchange: move |event| {
                        if let Some(chosen) = NoticeChannel::from_code(&event.value()) {
                            channel.set(chosen);
                        }
                    },
                    for way in NoticeChannel::DIRECT {
                        option { value: way.code(), selected: channel() == way, {text.word("channel", way.code())} }
                    }
                }
            }
            div {
                Button { kind: ButtonKind::Primary, r#type: ButtonType::Submit, state: busy(), {text.say("save", [])} }
            }
        }
    }
}
