//! From requests to orders: one for each, or one for all that report the same.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        orders::{Grouping, MadeOrder, MadeOrders, MakeOrders},
        requests::RequestRow,
    },
    domain::{Assignee, Priority},
};
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, ButtonKind, ButtonState, ButtonType, Dialog, Field, Tone, use_text};

use crate::{
    api::{self, ApiError},
    flash::{Message, use_flash},
    live::use_live,
    orders::AssigneeChoice,
    route::Route,
    town::{TownContext, use_town},
    words,
};

/// Asks how, and makes them.
#[component]
pub(crate) fn MakeOrdersDialog(
    requests: Vec<RequestRow>,
    onclose: EventHandler<()>,
    onmade: EventHandler<()>,
) -> Element {
    let text = use_text();
    let (town, flash, live) = (use_town(), use_flash(), use_live());
    let alike = requests
        .iter()
        .all(|row| Some(&row.category) == requests.first().map(|first| &first.category));
    let count = requests.len();
    let grouping = use_signal(|| {
        if alike {
            Grouping::OneForAll
        } else {
            Grouping::OneEach
        }
    });
    let mut title = use_signal(String::new);
    let priority = use_signal(Priority::default);
    let assignee = use_signal(|| None::<Assignee>);
    let mut state = use_signal(ButtonState::default);
    let mut problem = use_signal(|| None::<ApiError>);
    let ids: Vec<_> = requests.iter().map(|row| row.id).collect();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let title = Some(title.peek().trim().to_owned()).filter(|title| !title.is_empty());
        let wanted = MakeOrders {
            requests: ids.clone(),
            grouping: grouping(),
            title,
            priority: priority(),
            assignee: assignee(),
        };
        async move {
            if state() == ButtonState::Busy {
                return;
            }
            state.set(ButtonState::Busy);
            match api::post::<_, MadeOrders>("/api/orders", &wanted).await {
                Ok(made) => {
                    flash.say_all(
                        made.orders
                            .iter()
                            .map(|order| made_message(order, town, text))
                            .collect(),
                    );
                    live.poke(&[Topic::Requests, Topic::Orders]);
                    onmade.call(());
                }
                Err(error) => problem.set(Some(error)),
            }
            state.set(ButtonState::Ready);
        }
    };
    let about = summary(&requests, town, text);
    rsx! {
        Dialog { title: text.say("make-orders", []), onclose,
            form { class: "stack", onsubmit: submit,
                if let Some(problem) = problem.read().as_ref() {
                    Banner { tone: Tone::Bad, {problem.say(text)} }
                }
                p { class: "soft", "{about}" }
                if count > 1 {
                    GroupingChoice { grouping, count }
                }
                Field { id: "order-title", label: text.say("order-title", []), hint: text.say("order-title-hint", []),
                    input {
                        class: "input",
                        id: "order-title",
                        aria_describedby: "order-title-hint",
                        maxlength: "120",
                        value: "{title}",
                        oninput: move |event| title.set(event.value()),
                    }
                }
                PriorityChoice { priority }
                Field { id: "order-assignee", label: text.say("assign-to", []), hint: text.say("assign-by-rule-hint", []),
                    AssigneeChoice { id: "order-assignee", assignee, nobody: text.say("assign-by-rule", []) }
                }
                div { class: "dialog-actions",
                    Button { kind: ButtonKind::Quiet, onclick: move |_| onclose.call(()), {text.say("cancel", [])} }
                    Button { kind: ButtonKind::Primary, r#type: ButtonType::Submit, state: state(), autofocus: count == 1, {text.say("make-orders", [])} }
                }
            }
        }
    }
}

fn summary(requests: &[RequestRow], town: TownContext, text: Text) -> String {
    let count = text.say("requests-count", [("count", requests.len().into())]);
    let places: Vec<_> = requests
        .iter()
        .take(3)
        .map(|row| row.place.address.as_str())
        .collect();
    let category = requests
        .first()
        .map(|row| town.category(&row.category, text))
        .unwrap_or_default();
    format!(
        "{count}: {category}, {}{}",
        places.join("; "),
        if requests.len() > 3 { " …" } else { "" }
    )
}

fn made_message(order: &MadeOrder, town: TownContext, text: Text) -> Message {
    let reason = words::routing(&order.routing, town, text);
    let sentence = match order.assignee {
        Some(assignee) => text.say(
            "order-made-for",
            [
                ("assignee", town.assignee(assignee).into()),
                ("reason", reason.into()),
            ],
        ),
        None => text.say("order-made-for-nobody", [("reason", reason.into())]),
    };
    Message {
        tone: if order.assignee.is_some() {
            Tone::Good
        } else {
            Tone::Warn
        },
        text: sentence,
        leads: Some((
            order.number.to_string(),
            Route::Order {
                id: order.id.to_string(),
            },
        )),
    }
}

#[component]
fn GroupingChoice(grouping: Signal<Grouping>, count: usize) -> Element {
    let text = use_text();
    let choices = [
        (
            Grouping::OneForAll,
            "grouping-one-for-all",
            "grouping-one-for-all-hint",
        ),
        (Grouping::OneEach, "grouping-one-each", "grouping-one-each-hint"),
    ];
    rsx! {
        div { class: "stack near", role: "radiogroup", aria_label: text.say("grouping", []),
            for (value, name, hint) in choices {
                label { class: "choice", "data-boxed": "",
                    input {
                        r#type: "radio",
                        name: "grouping",
                        checked: grouping() == value,
                        autofocus: grouping() == value,
                        onchange: move |_| grouping.set(value),
                    }
                    span {
                        strong { {text.say(name, [("count", count.into())])} }
                        br {}
                        span { class: "soft small", {text.say(hint, [("count", count.into())])} }
                    }
                }
            }
        }
    }
}

/// How much an order matters.
#[component]
pub(crate) fn PriorityChoice(priority: Signal<Priority>) -> Element {
    let text = use_text();
    let choices = [
        (Priority::Low, "priority-low"),
        (Priority::Normal, "priority-normal"),
        (Priority::Urgent, "priority-urgent"),
    ];
    rsx! {
        fieldset { class: "field",
            legend { class: "field-label", {text.say("priority", [])} }
            div { class: "segments",
                for (value, name) in choices {
                    label {
                        input {
                            class: "visually-hidden",
                            r#type: "radio",
                            name: "priority",
                            checked: priority() == value,
                            onchange: move |_| priority.set(value),
                        }
                        {text.say(name, [])}
                    }
                }
            }
        }
    }
}
