//! Requests as rows.
use dioxus::prelude::*;
use kuitti_shared::{api::requests::RequestRow, domain::IntakeChannel, id::RequestId};
use kuitti_ui::{Ago, Glyph, Icon, StageChip, use_text};

use super::view::use_requests_view;
use crate::{route::Route, town::use_town};

/// The rows, with one of them current and some selected. Keys are bound by the screen.
///
/// A grid, not a list box: a row holds a tick that can be pressed, and an option may hold nothing of that kind.
#[component]
pub(crate) fn RequestList(rows: Vec<RequestRow>) -> Element {
    let view = use_requests_view();
    let text = use_text();
    let active = (view.current)().map(row_id);
    rsx! {
        div {
            class: "rows",
            id: "requests",
            role: "grid",
            tabindex: "0",
            aria_multiselectable: "true",
            aria_label: text.say("nav-requests", []),
            aria_activedescendant: active,
            for row in rows {
                SelectableRow { key: "{row.id}", row }
            }
        }
    }
}

fn row_id(id: RequestId) -> String {
    format!("request-{id}")
}

fn words_id(id: RequestId) -> String {
    format!("request-{id}-words")
}

#[component]
fn SelectableRow(row: RequestRow) -> Element {
    let mut view = use_requests_view();
    let text = use_text();
    let id = row.id;
    let current = use_memo(move || *view.current.read() == Some(id));
    let selected = use_memo(move || view.selected.read().contains(&id));
    let mut element = use_signal(|| None::<Event<MountedData>>);
    use_effect(move || {
        if current()
            && let Some(element) = element.peek().clone()
        {
            spawn(async move {
                // A row that has left the list meanwhile is nowhere to scroll to.
                let _ = element.scroll_to_with_options(nearest()).await;
            });
        }
    });
    rsx! {
        div {
            class: "row",
            id: row_id(id),
            role: "row",
            aria_selected: "{selected}",
            "data-current": current().then_some(""),
            onmounted: move |event| element.set(Some(event)),
            onclick: move |event| {
                view.current.set(Some(id));
                if event.modifiers().ctrl() || event.modifiers().shift() {
                    view.toggle(id);
                }
            },
            ondoubleclick: move |_| { navigator().push(Route::Request { id: id.to_string() }); },
            div { role: "gridcell",
                input {
                    r#type: "checkbox",
                    tabindex: "-1",
                    aria_labelledby: words_id(id),
                    checked: selected(),
                    onclick: move |event| event.stop_propagation(),
                    onchange: move |_| {
                        view.current.set(Some(id));
                        view.toggle(id);
                    },
                }
            }
            RequestWords { row: row.clone() }
            div { class: "row-side", role: "gridcell",
                StageChip { stage: row.stage }
                if row.followers > 0 {
                    span { class: "faint", {text.say("request-followers", [("count", row.followers.into())])} }
                }
                span { class: "faint numeric",
                    Icon { of: channel_glyph(row.channel) }
                    " "
                    Ago { at: row.received_at }
                }
            }
        }
    }
}

fn nearest() -> ScrollToOptions {
    ScrollToOptions {
        behavior: ScrollBehavior::Instant,
        vertical: ScrollLogicalPosition::Nearest,
        horizontal: ScrollLogicalPosition::Nearest,
    }
}

#[component]
fn RequestWords(row: RequestRow) -> Element {
    let text = use_text();
    let category = use_town().category(&row.category, text);
    rsx! {
        div { class: "row-words", role: "gridcell", id: words_id(row.id),
            div { class: "row-title",
                span { class: "truncate", "{category}" }
                span { class: "row-place truncate", "{row.place.address}" }
            }
            div { class: "row-text truncate", "{row.summary}" }
        }
    }
}

const fn channel_glyph(channel: IntakeChannel) -> Glyph {
    match channel {
        IntakeChannel::Web => Glyph::Language,
        IntakeChannel::Phone => Glyph::Phone,
        IntakeChannel::Import => Glyph::Import,
        IntakeChannel::Field => Glyph::Device,
    }
}

/// A request as one line that leads to it, for lists beside other things.
#[component]
pub(crate) fn RequestLine(row: RequestRow, children: Element) -> Element {
    let text = use_text();
    let category = use_town().category(&row.category, text);
    rsx! {
        li { class: "line",
            StageChip { stage: row.stage }
            Link { class: "grow truncate", to: Route::Request { id: row.id.to_string() }, "{category}, {row.place.address}" }
            {children}
        }
    }
}
