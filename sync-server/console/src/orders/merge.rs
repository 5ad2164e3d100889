//! Two orders about the same problem become one.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        attention::OrderRef,
        events::Topic,
        orders::{MergeOrder, OrderRow},
    },
    domain::WorkOrder,
    id::OrderId,
    unit::Version,
};
use kuitti_ui::{
    Banner, Button, ButtonKind, ButtonState, ButtonType, Dialog, Field, StatusChip, Tone, use_text,
};
use serde::de::IgnoredAny;

use crate::{
    api::{self, ApiError},
    live::use_live,
    remote::use_remote,
    requests::{Neighbour, order_of_number, orders_near},
    route::Route,
};

/// Why nothing was merged.
#[derive(Debug, Clone, PartialEq)]
enum Trouble {
    NoSuchNumber,
    Refused(ApiError),
}

/// Asks which order stays, by its place or by its number.
#[component]
pub(super) fn MergeDialog(order: WorkOrder, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let live = use_live();
    let (id, version) = use_hook(|| (order.id, order.version));
    let chosen = use_signal(|| None::<OrderId>);
    let mut number = use_signal(String::new);
    let mut state = use_signal(ButtonState::default);
    let mut trouble = use_signal(|| None::<Trouble>);
    let merge = move |event: FormEvent| {
        event.prevent_default();
        async move {
            if state() == ButtonState::Busy {
                return;
            }
            state.set(ButtonState::Busy);
            match merge(id, version, chosen(), number().trim()).await {
                Ok(()) => {
                    live.poke(&[Topic::Orders, Topic::Requests, Topic::Notices]);
                    onclose.call(());
                }
                Err(why) => trouble.set(Some(why)),
            }
            state.set(ButtonState::Ready);
        }
    };
    let has_choice = chosen.read().is_some() || !number.read().trim().is_empty();
    let ready = if has_choice {
        state()
    } else {
        ButtonState::Disabled
    };
    rsx! {
        Dialog { title: text.say("order-merge", []), onclose,
            form { class: "stack", onsubmit: merge,
                match trouble.read().as_ref() {
                    None => rsx! {},
                    Some(Trouble::NoSuchNumber) => rsx! { Banner { tone: Tone::Bad, {text.say("order-merge-unknown", [])} } },
                    Some(Trouble::Refused(problem)) => rsx! { Banner { tone: Tone::Bad, {problem.say(text)} } },
                }
                p { {text.say("order-merge-body", [])} }
                Near { order, chosen }
                Field { id: "merge-number", label: text.say("order-merge-number", []),
                    input {
                        class: "input",
                        id: "merge-number",
                        value: "{number}",
                        oninput: move |event| number.set(event.value()),
                    }
                }
                div { class: "dialog-actions",
                    Button { kind: ButtonKind::Quiet, onclick: move |_| onclose.call(()), {text.say("cancel", [])} }
                    Button { kind: ButtonKind::Primary, r#type: ButtonType::Submit, state: ready, {text.say("order-merge-do", [])} }
                }
            }
        }
    }
}

/// A number that was typed says more than a line that was chosen.
async fn merge(id: OrderId, version: Version, chosen: Option<OrderId>, number: &str) -> Result<(), Trouble> {
    let into = match chosen {
        Some(chosen) if number.is_empty() => chosen,
        _ => {
            let found = order_of_number(number).await.map_err(Trouble::Refused)?;
            found.ok_or(Trouble::NoSuchNumber)?.id
        }
    };
    let wanted = MergeOrder {
        version: Some(version),
        into,
    };
    let path = format!("/api/orders/{id}/merge");
    let merged = api::post::<_, IgnoredAny>(&path, &wanted).await;
    merged.map(|_| ()).map_err(Trouble::Refused)
}

/// Open orders nearby to choose from.
#[component]
fn Near(order: WorkOrder, chosen: Signal<Option<OrderId>>) -> Element {
    let text = use_text();
    let (id, category, place) = use_hook(|| (order.id, order.category.clone(), order.place.position));
    let near = use_remote(
        &[Topic::Orders],
        move || (category.clone(), place),
        move |(category, place)| async move {
            match place {
                Some(place) => orders_near(category, place, id).await,
                None => Ok(Vec::new()),
            }
        },
    );
    let Some(found) = near.value() else {
        return rsx! { p { class: "faint", aria_busy: "true", {text.say("loading", [])} } };
    };
    rsx! {
        div { class: "stack near", role: "radiogroup", aria_label: text.say("order-merge-near", []),
            strong { {text.say("order-merge-near", [])} }
            if found.is_empty() {
                p { class: "faint", {text.say("order-merge-none", [])} }
            }
            for neighbour in found {
                Choice { key: "{neighbour.row.id}", neighbour, chosen }
            }
        }
    }
}

#[component]
fn Choice(neighbour: Neighbour<OrderRow>, chosen: Signal<Option<OrderId>>) -> Element {
    let text = use_text();
    let Neighbour { row, metres } = neighbour;
    let id = row.id;
    let checked = *chosen.read() == Some(id);
    rsx! {
        label { class: "choice", "data-boxed": "",
            input {
                r#type: "radio",
                name: "merge-into",
                checked,
                onchange: move |_| chosen.set(Some(id)),
            }
            span { class: "stack tight grow",
                span { class: "cluster tight",
                    strong { "{row.title}" }
                    span { class: "faint code", "{row.number}" }
                    StatusChip { status: row.status }
                }
                span { class: "soft", "{row.place.address} · " span { class: "numeric", {text.distance(metres)} } }
            }
        }
    }
}

/// The order is part of another now.
#[component]
pub(super) fn MergedInto(into: OrderRef) -> Element {
    let text = use_text();
    rsx! {
        Banner { tone: Tone::Info, title: text.say("order-merged-into", []),
            p { {text.say("order-merged-into-body", [("number", into.number.0.clone().into())])} }
            Link { to: Route::Order { id: into.id.to_string() }, "{into.number} {into.title}" }
        }
    }
}
