//! Whose work an order is.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        orders::{AssignOrders, Decisions},
    },
    domain::{Assignee, Crew},
    id::OrderId,
    unit::WallTime,
};
use kuitti_text::Text;
use kuitti_ui::{
    Banner, Button, ButtonKind, ButtonState, ButtonType, Dialog, Field, Tone, use_calendar, use_now, use_text,
};

use super::{board::assignee_of_code, view::assignee_code};
use crate::{
    api::{self, ApiError},
    flash::use_flash,
    live::use_live,
    town::{TownContext, use_town},
};

/// Crews, with until when they are on shift, and workers. `nobody` names the empty choice.
#[component]
pub(crate) fn AssigneeChoice(
    id: &'static str,
    assignee: Signal<Option<Assignee>>,
    nobody: String,
) -> Element {
    let text = use_text();
    let town = use_town();
    let (calendar, now) = (use_calendar(), use_now());
    let chosen = assignee.read().as_ref().map(assignee_code).unwrap_or_default();
    let crews = town.crews().into_iter().map(|crew| {
        let shift = match on_shift_until(town, &crew, now) {
            Some(until) => text.say(
                "on-shift-until",
                [("clock", text.clock(calendar.local(until)).into())],
            ),
            None => text.say("off-shift", []),
        };
        (
            assignee_code(&Assignee::Crew(crew.id)),
            format!("{} · {shift}", crew.name),
        )
    });
    let crews: Vec<_> = crews.collect();
    let workers: Vec<_> = town
        .workers()
        .into_iter()
        .map(|worker| (assignee_code(&Assignee::Worker(worker.id)), worker.name))
        .collect();
    rsx! {
        select {
            class: "select",
            id,
            aria_label: text.say("assign-to", []),
            onchange: move |event| assignee.set(assignee_of_code(&event.value())),
            option { value: "", selected: chosen.is_empty(), "{nobody}" }
            for (label, choices) in [("crews", crews), ("workers", workers)] {
                optgroup { label: text.say(label, []),
                    for (code, name) in choices {
                        option { value: "{code}", selected: code == chosen, "{name}" }
                    }
                }
            }
        }
    }
}

/// Until when a crew is on shift, if it is now.
pub(crate) fn on_shift_until(town: TownContext, crew: &Crew, now: WallTime) -> Option<WallTime> {
    let town = town.get()?;
    let present = town
        .shifts
        .iter()
        .filter(|shift| shift.crew == crew.id && shift.from <= now && now < shift.until);
    present.map(|shift| shift.until).max()
}

/// Gives one or several orders to somebody.
#[component]
pub(super) fn AssignDialog(orders: Vec<OrderId>, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let (town, flash, live) = (use_town(), use_flash(), use_live());
    let assignee = use_signal(|| None::<Assignee>);
    let mut state = use_signal(ButtonState::default);
    let mut problem = use_signal(|| None::<ApiError>);
    let orders = use_hook(|| orders);
    let count = orders.len();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let wanted = AssignOrders {
            orders: orders.clone(),
            assignee: assignee(),
        };
        async move {
            if state() == ButtonState::Busy {
                return;
            }
            state.set(ButtonState::Busy);
            match api::post::<_, Decisions>("/api/orders/assign", &wanted).await {
                Ok(decisions) => {
                    live.poke(&[Topic::Orders]);
                    let name = wanted
                        .assignee
                        .map_or_else(|| text.say("nobody", []), |assignee| town.assignee(assignee));
                    if decisions.refused.is_empty() {
                        flash.good(text.say(
                            "orders-assigned",
                            [
                                ("count", decisions.changed.len().into()),
                                ("assignee", name.into()),
                            ],
                        ));
                    } else {
                        flash.bad(refused(&decisions, text));
                    }
                    onclose.call(());
                }
                Err(error) => problem.set(Some(error)),
            }
            state.set(ButtonState::Ready);
        }
    };
    rsx! {
        Dialog { title: text.say("assign-count", [("count", count.into())]), onclose,
            form { class: "stack", onsubmit: submit,
                if let Some(problem) = problem.read().as_ref() {
                    Banner { tone: Tone::Bad, {problem.say(text)} }
                }
                Field { id: "assign-to", label: text.say("assign-to", []), hint: text.say("assign-hint", []),
                    AssigneeChoice { id: "assign-to", assignee, nobody: text.say("nobody", []) }
                }
                div { class: "dialog-actions",
                    Button { kind: ButtonKind::Quiet, onclick: move |_| onclose.call(()), {text.say("cancel", [])} }
                    Button { kind: ButtonKind::Primary, r#type: ButtonType::Submit, state: state(), {text.say("assign", [])} }
                }
            }
        }
    }
}

/// One that is refused does not stop the others: both are said.
fn refused(decisions: &Decisions, text: Text) -> String {
    let reasons: Vec<_> = decisions
        .refused
        .iter()
        .map(|refused| text.word("problem", &refused.code))
        .collect();
    text.say(
        "orders-refused",
        [
            ("changed", decisions.changed.len().into()),
            ("refused", decisions.refused.len().into()),
            ("reasons", reasons.join(" ").into()),
        ],
    )
}
