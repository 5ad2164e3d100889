//! The dispatcher's first screen: requests in a list and on the map, side by side.
use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_shared::{
    api::{Page, events::Topic, requests::RequestFilter, requests::RequestRow},
    id::RequestId,
    rules::permission::Task,
};
use kuitti_text::Text;
use kuitti_ui::{
    AsOf, Banner, Button, ButtonKind, ButtonSize, Empty, Glyph, Icon, Map, MapPoint, PointLook,
    PointSelection, Tone, use_text,
};

use super::{
    list::RequestList,
    make_orders::MakeOrdersDialog,
    view::{RequestsView, Stages, use_requests_view},
};
use crate::{
    api::{self, ApiError},
    browser,
    keys::use_key,
    remote::{Remote, use_remote},
    route::Route,
    session::use_session,
    town::{TownContext, use_town},
};

const SEARCH: &str = "request-search";

/// Requests in a list and on the map.
#[component]
pub(crate) fn RequestsScreen() -> Element {
    let text = use_text();
    let view = use_requests_view();
    let making = use_signal(|| false);
    let remote = use_remote(
        &[Topic::Requests],
        move || view.question(),
        |(filter, pages)| read_pages(filter, pages),
    );
    let rows = use_memo(move || remote.value().map(|page| page.rows).unwrap_or_default());
    bind_keys(view, rows, making);
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-requests", [])} }
            StageChoice {}
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
        div { class: "workbench",
            section { class: "list-pane",
                Filters {}
                Rows { remote, rows }
                div {
                    SelectionBar { making }
                    Foot { remote }
                }
            }
            RequestMap { rows }
        }
        if making() {
            MakeOrders { rows, making }
        }
    }
}

/// As many pages as are wanted, as one.
async fn read_pages(filter: RequestFilter, pages: u32) -> Result<Page<RequestRow>, ApiError> {
    let mut all: Page<RequestRow> = api::find("/api/requests", &filter).await?;
    for _ in 1..pages {
        let Some(after) = all.next.take() else { break };
        let next: Page<RequestRow> = api::find(
            "/api/requests",
            &RequestFilter {
                after: Some(after),
                ..filter.clone()
            },
        )
        .await?;
        all.rows.extend(next.rows);
        all.next = next.next;
    }
    Ok(all)
}

fn bind_keys(mut view: RequestsView, rows: Memo<Vec<RequestRow>>, mut making: Signal<bool>) {
    let session = use_session();
    use_key("ArrowDown", "key-next", move |()| view.step(&rows.peek(), 1));
    use_key("ArrowUp", "key-previous", move |()| view.step(&rows.peek(), -1));
    use_key(" ", "key-select", move |()| {
        let here = *view.current.peek();
        if let Some(id) = here {
            view.toggle(id);
        }
    });
    use_key("a", "key-select-all", move |()| {
        let all: BTreeSet<RequestId> = rows.peek().iter().map(|row| row.id).collect();
        view.selected.set(all);
    });
    use_key("Escape", "key-clear", move |()| view.selected.write().clear());
    use_key("Enter", "key-open", move |()| {
        let here = *view.current.peek();
        if let Some(id) = here {
            navigator().push(Route::Request { id: id.to_string() });
        }
    });
    use_key("o", "key-make-orders", move |()| {
        if session.may(Task::Dispatch) && !view.subjects().is_empty() {
            making.set(true);
        }
    });
    use_key("/", "key-search", move |()| browser::focus(SEARCH));
}

#[component]
fn StageChoice() -> Element {
    let text = use_text();
    let view = use_requests_view();
    let chosen = *view.stages.read();
    rsx! {
        div { class: "segments", role: "group", aria_label: text.say("filter-stage", []),
            for stages in Stages::ALL {
                button {
                    r#type: "button",
                    aria_pressed: "{stages == chosen}",
                    onclick: move |_| view.refilter(|view| view.stages.set(stages)),
                    {text.say(stages.name(), [])}
                }
            }
        }
    }
}

#[component]
fn Filters() -> Element {
    let text = use_text();
    let view = use_requests_view();
    let categories = use_town().categories();
    let chosen = view.category.read().clone().unwrap_or_default();
    rsx! {
        div { class: "list-filters", role: "search",
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
                    oninput: move |event| view.refilter(|view| view.text.set(event.value())),
                }
            }
            select {
                class: "select",
                "data-size": "small",
                aria_label: text.say("category", []),
                onchange: move |event| view.refilter(|view| view.category.set(Some(event.value()).filter(|code| !code.is_empty()))),
                option { value: "", selected: chosen.is_empty(), {text.say("filter-all-categories", [])} }
                for category in categories {
                    option {
                        value: "{category.code}",
                        selected: category.code.as_str() == chosen,
                        {category.name.get(text.language())}
                    }
                }
            }
        }
    }
}

#[component]
fn Rows(remote: Remote<Page<RequestRow>>, rows: Memo<Vec<RequestRow>>) -> Element {
    let text = use_text();
    if remote.value().is_none() {
        return rsx! {
            p { class: "empty", aria_busy: "true", {text.say("loading", [])} }
        };
    }
    if rows.read().is_empty() {
        return rsx! {
            Empty { glyph: Glyph::Request, title: text.say("requests-none", []),
                p { {text.say("requests-none-way", [])} }
            }
        };
    }
    rsx! {
        RequestList { rows: rows() }
    }
}

/// What can be done with the chosen rows.
#[component]
fn SelectionBar(making: Signal<bool>) -> Element {
    let text = use_text();
    let mut view = use_requests_view();
    let session = use_session();
    let count = view.selected.read().len();
    if count == 0 {
        return rsx! {};
    }
    rsx! {
        div { class: "selection-bar",
            strong { {text.say("selected", [("count", count.into())])} }
            if session.may(Task::Dispatch) {
                Button { kind: ButtonKind::Primary, size: ButtonSize::Small, glyph: Glyph::Order, onclick: move |_| making.set(true),
                    {text.say("make-orders", [])}
                    span { class: "key", "o" }
                }
            }
            span { class: "push" }
            Button { kind: ButtonKind::Quiet, size: ButtonSize::Small, onclick: move |_| view.selected.write().clear(), {text.say("key-clear", [])} }
        }
    }
}

/// How many there are, how old they are, and the rest of them.
#[component]
fn Foot(remote: Remote<Page<RequestRow>>) -> Element {
    let text = use_text();
    let mut view = use_requests_view();
    let Some(page) = remote.value() else {
        return rsx! {};
    };
    let count = text.say(
        "rows-of",
        [("shown", page.rows.len().into()), ("total", page.total.into())],
    );
    rsx! {
        div { class: "list-foot",
            span { class: "cluster",
                "{count}"
                if page.next.is_some() {
                    Button { kind: ButtonKind::Quiet, size: ButtonSize::Small, onclick: move |_| *view.pages.write() += 1, {text.say("rows-more", [])} }
                }
            }
            AsOf { at: page.as_of }
        }
    }
}

#[component]
fn RequestMap(rows: Memo<Vec<RequestRow>>) -> Element {
    let text = use_text();
    let town = use_town();
    let mut view = use_requests_view();
    let points = use_memo(move || {
        rows.read()
            .iter()
            .filter_map(|row| point(row, town, text))
            .collect::<Vec<_>>()
    });
    let selected = use_memo(move || {
        view.selected
            .read()
            .iter()
            .map(ToString::to_string)
            .collect::<BTreeSet<_>>()
    });
    let current = use_memo(move || (view.current)().map(|id| id.to_string()));
    let ids = |keys: &[String]| {
        keys.iter()
            .filter_map(|key| key.parse().ok())
            .collect::<BTreeSet<RequestId>>()
    };
    let mut choose = move |selection: PointSelection| match selection {
        PointSelection::Replace(keys) => view.selected.set(ids(&keys)),
        PointSelection::Extend(keys) => view.selected.write().extend(ids(&keys)),
    };
    rsx! {
        Map {
            label: text.say("map-requests", []),
            ground: town.ground(),
            points,
            selected,
            current,
            onpress: move |selection| {
                if let PointSelection::Replace(keys) = &selection && let [key] = keys.as_slice() {
                    return view.current.set(key.parse().ok());
                }
                choose(selection);
            },
            onarea: choose,
        }
    }
}

fn point(row: &RequestRow, town: TownContext, text: Text) -> Option<MapPoint> {
    Some(MapPoint {
        key: row.id.to_string(),
        position: row.place.position?,
        look: PointLook::Request(row.stage),
        label: format!("{}, {}", town.category(&row.category, text), row.place.address),
    })
}

#[component]
fn MakeOrders(rows: Memo<Vec<RequestRow>>, making: Signal<bool>) -> Element {
    let mut view = use_requests_view();
    // What the question is about stays as it was when it was asked, whatever arrives meanwhile.
    let subjects = use_hook(|| {
        let ids = view.subjects();
        rows.peek()
            .iter()
            .filter(|row| ids.contains(&row.id))
            .cloned()
            .collect::<Vec<_>>()
    });
    rsx! {
        MakeOrdersDialog {
            requests: subjects,
            onclose: move |()| making.set(false),
            onmade: move |()| {
                making.set(false);
                view.selected.write().clear();
            },
        }
    }
}
