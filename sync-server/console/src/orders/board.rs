//! The board: every current order in the column of its status.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{Page, events::Topic, orders::OrderRow},
    domain::Assignee,
    rules::permission::Task,
};
use kuitti_ui::{AsOf, Banner, Button, ButtonKind, ButtonSize, Glyph, Icon, Tone, use_text};

use super::{
    assign::{AssignDialog, AssigneeChoice},
    card::BoardCard,
    view::{BoardView, Column, Shown, Step},
};
use crate::{api, browser, keys::use_key, remote::use_remote, route::Route, session::use_session};

const SEARCH: &str = "order-search";

/// Orders by status.
#[component]
pub(crate) fn OrdersScreen() -> Element {
    let text = use_text();
    let view = BoardView::use_new();
    let mut assigning = use_signal(|| false);
    let remote = use_remote(
        &[Topic::Orders],
        move || view.filter(),
        |filter| async move { api::find::<_, Page<OrderRow>>("/api/orders", &filter).await },
    );
    let rows = use_memo(move || remote.value().map(|page| page.rows).unwrap_or_default());
    bind_keys(view, rows, assigning);
    let columns = view.shown.read().columns();
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-orders", [])} }
            Filters { view }
            span { class: "push" }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
            if let Some(page) = remote.value() {
                AsOf { at: page.as_of }
            }
        }
        div { class: "board-frame",
            div { class: "board",
                for column in columns {
                    BoardColumn { key: "{column.name}", column: *column, rows, view }
                }
            }
            SelectionBar { view, assigning }
        }
        if assigning() {
            AssignDialog { orders: view.subjects(), onclose: move |()| assigning.set(false) }
        }
    }
}

fn bind_keys(mut view: BoardView, rows: Memo<Vec<OrderRow>>, mut assigning: Signal<bool>) {
    let session = use_session();
    use_key("ArrowDown", "key-next", move |()| {
        view.step(&rows.peek(), Step::Down);
    });
    use_key("ArrowUp", "key-previous", move |()| {
        view.step(&rows.peek(), Step::Up);
    });
    use_key("ArrowRight", "key-next-column", move |()| {
        view.step(&rows.peek(), Step::After);
    });
    use_key("ArrowLeft", "key-previous-column", move |()| {
        view.step(&rows.peek(), Step::Before);
    });
    use_key(" ", "key-select", move |()| {
        let here = *view.current.peek();
        if let Some(id) = here {
            view.toggle(id);
        }
    });
    use_key("Enter", "key-open", move |()| {
        let here = *view.current.peek();
        if let Some(id) = here {
            navigator().push(Route::Order { id: id.to_string() });
        }
    });
    use_key("Escape", "key-clear", move |()| view.selected.write().clear());
    use_key("a", "key-assign", move |()| {
        if session.may(Task::Dispatch) && !view.subjects().is_empty() {
            assigning.set(true);
        }
    });
    use_key("/", "key-search", move |()| browser::focus(SEARCH));
}

#[component]
fn Filters(view: BoardView) -> Element {
    let text = use_text();
    let mut view = view;
    let shown = *view.shown.read();
    let choices = [(Shown::Current, "orders-current"), (Shown::Over, "stages-over")];
    rsx! {
        div { class: "segments", role: "group", aria_label: text.say("filter-stage", []),
            for (value, name) in choices {
                button {
                    r#type: "button",
                    aria_pressed: "{value == shown}",
                    onclick: move |_| view.shown.set(value),
                    {text.say(name, [])}
                }
            }
        }
        label { class: "input-with-icon",
            Icon { of: Glyph::Search }
            input {
                class: "input",
                id: SEARCH,
                r#type: "search",
                "data-size": "small",
                placeholder: text.say("filter-text", []),
                aria_label: text.say("filter-text", []),
                value: "{view.text}",
                oninput: move |event| view.text.set(event.value()),
            }
        }
        div { class: "filter-assignee",
            AssigneeChoice { id: "board-assignee", assignee: view.assignee, nobody: text.say("filter-everybody", []) }
        }
    }
}

#[component]
fn BoardColumn(column: Column, rows: Memo<Vec<OrderRow>>, view: BoardView) -> Element {
    let text = use_text();
    let cards = column.rows(&rows.read());
    let first = column.statuses.first().copied();
    rsx! {
        section { class: "board-column", "data-status": first.map(|status| status.code()),
            h2 {
                if let Some(status) = first {
                    Icon { of: Glyph::of_status(status) }
                }
                {text.say(column.name, [])}
                span { class: "push numeric", {text.say("number", [("value", cards.len().into())])} }
            }
            div { class: "board-cards",
                for row in cards {
                    BoardCard { key: "{row.id}", row, view }
                }
            }
        }
    }
}

#[component]
fn SelectionBar(view: BoardView, assigning: Signal<bool>) -> Element {
    let text = use_text();
    let mut view = view;
    let session = use_session();
    let count = view.selected.read().len();
    if count == 0 {
        return rsx! {};
    }
    rsx! {
        div { class: "selection-bar",
            strong { {text.say("selected", [("count", count.into())])} }
            if session.may(Task::Dispatch) {
                Button { kind: ButtonKind::Primary, size: ButtonSize::Small, glyph: Glyph::Crew, onclick: move |_| assigning.set(true),
                    {text.say("assign", [])}
                    span { class: "key", "a" }
                }
            }
            span { class: "push" }
            Button { kind: ButtonKind::Quiet, size: ButtonSize::Small, onclick: move |_| view.selected.write().clear(), {text.say("key-clear", [])} }
        }
    }
}

/// The assignee of a select's value; see [`super::view::assignee_code`].
pub(crate) fn assignee_of_code(code: &str) -> Option<Assignee> {
    match code.split_once(':')? {
        ("crew", id) => id.parse().ok().map(Assignee::Crew),
        ("worker", id) => id.parse().ok().map(Assignee::Worker),
        _ => None,
    }
}
