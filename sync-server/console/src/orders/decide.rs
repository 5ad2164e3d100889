//! The office's decisions about one order. Each carries the version on the screen: nobody decides on an old one unawares.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, orders::Decide},
    apply::office::{Decision, Edit},
    domain::{OrderStatus, WorkOrder},
    id::OrderId,
    unit::Version,
};
use kuitti_ui::{Button, ButtonKind, ButtonState, ButtonType, Dialog, Field, Glyph, use_calendar, use_text};
use serde::de::IgnoredAny;

use super::appointment::{AppointmentFields, Draft};
use super::detail::{Confirmation, can_reopen};
use crate::{api, flash::use_flash, live::use_live, requests::PriorityChoice};

/// Sends decisions about one order.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Decider {
    send: Callback<Decision>,
    pub(super) state: Signal<ButtonState>,
}

impl Decider {
    pub(super) fn decide(self, decision: Decision) {
        self.send.call(decision);
    }
}

/// Decisions about the order as it is on the screen.
pub(super) fn use_decide(order: OrderId, version: Version) -> Decider {
    let text = use_text();
    let (flash, live) = (use_flash(), use_live());
    let mut state = use_signal(ButtonState::default);
    let send = use_callback(move |decision: Decision| {
        spawn(async move {
            if *state.peek() == ButtonState::Busy {
                return;
            }
            state.set(ButtonState::Busy);
            let path = format!("/api/orders/{order}/decisions");
            let decide = Decide {
                version: Some(version),
                decision,
            };
            if let Err(problem) = api::post::<_, IgnoredAny>(&path, &decide).await {
                flash.bad(problem.say(text));
            }
            // Also after a refusal: the screen was old.
            live.poke(&[Topic::Orders, Topic::Requests, Topic::Notices]);
            state.set(ButtonState::Ready);
        });
    });
    Decider { send, state }
}

/// Close, cancel, reopen: what the status allows.
#[component]
pub(super) fn Commands(status: OrderStatus, decide: Decider) -> Element {
    let text = use_text();
    let mut asking = use_signal(|| false);
    let over = matches!(status, OrderStatus::Closed | OrderStatus::Cancelled);
    let state = (decide.state)();
    rsx! {
        if can_reopen(status) {
            Button { glyph: Glyph::StatusReopened, state, onclick: move |_| decide.decide(Decision::Reopen), {text.say("order-reopen", [])} }
        }
        if !over {
            Button { glyph: Glyph::StatusClosed, state, onclick: move |_| decide.decide(Decision::Close), {text.say("order-close", [])} }
            Button { kind: ButtonKind::Danger, "data-order": "cancel", onclick: move |_| asking.set(true), {text.say("order-cancel", [])} }
        }
        if asking() {
            Confirmation {
                title: text.say("order-cancel", []),
                body: text.say("order-cancel-body", []),
                confirm: text.say("order-cancel", []),
                onconfirm: move |()| {
                    asking.set(false);
                    decide.decide(Decision::Cancel);
                },
                onclose: move |()| asking.set(false),
            }
        }
    }
}

/// Changes what belongs to the office.
#[component]
pub(super) fn EditDialog(order: WorkOrder, decide: Decider, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let order = use_hook(|| order);
    let mut title = use_signal(|| order.title.clone());
    let mut description = use_signal(|| order.description.clone());
    let priority = use_signal(|| order.priority);
    let calendar = use_calendar();
    let agreed = use_signal(|| Draft::of(order.appointment, &calendar));
    let mut tried = use_signal(|| false);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        // What nobody has touched is not judged: others may write what this form cannot.
        let is_as_it_was = *agreed.read() == Draft::of(order.appointment, &calendar);
        let appointment = match agreed.read().read(&calendar) {
            _ if is_as_it_was => order.appointment,
            Ok(appointment) => appointment,
            Err(_) => {
                tried.set(true);
                return;
            }
        };
        let changed = |new: String, old: &str| Some(new.trim().to_owned()).filter(|new| new != old);
        let edit = Edit {
            title: changed(title(), &order.title).filter(|title| !title.is_empty()),
            description: changed(description(), &order.description),
            priority: Some(priority()).filter(|priority| *priority != order.priority),
            appointment: Some(appointment).filter(|agreed| *agreed != order.appointment),
            ..Edit::default()
        };
        decide.decide(Decision::Edit(edit));
        onclose.call(());
    };
    rsx! {
        Dialog { title: text.say("order-edit", []), onclose,
            form { class: "stack", onsubmit: submit,
                Field { id: "edit-title", label: text.say("order-title", []),
                    input {
                        class: "input",
                        id: "edit-title",
                        autofocus: true,
                        required: true,
                        maxlength: "120",
                        value: "{title}",
                        oninput: move |event| title.set(event.value()),
                    }
                }
                Field { id: "edit-description", label: text.say("order-description", []),
                    textarea {
                        class: "textarea",
                        id: "edit-description",
                        value: "{description}",
                        oninput: move |event| description.set(event.value()),
                    }
                }
                PriorityChoice { priority }
                AppointmentFields { draft: agreed, tried: tried() }
                div { class: "dialog-actions",
                    Button { kind: ButtonKind::Quiet, onclick: move |_| onclose.call(()), {text.say("cancel", [])} }
                    Button { kind: ButtonKind::Primary, r#type: ButtonType::Submit, {text.say("save", [])} }
                }
            }
        }
    }
}
