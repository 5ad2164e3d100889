//! One order: where it stands, who is there, what they brought back, and what is still on a phone.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{colleagues::Watched, events::Topic, orders::OrderDetail},
    domain::{OrderStatus, Priority, RequiredEvidence},
    rules::permission::Task,
};
use kuitti_ui::{
    AsOf, Banner, Button, ButtonKind, Dialog, Empty, Glyph, Icon, Listing, Map, MapPoint, PointLook,
    StageChip, StatusChip, Tone, use_calendar, use_text, use_today,
};

use super::{
    assign::AssignDialog,
    card::Due,
    decide::{Commands, EditDialog, use_decide},
    evidence::{Checklist, Exemptions, Material, Notes, Photos},
    merge::{MergeDialog, MergedInto},
    review::Reviews,
    story::Story,
    visits::Visits,
    watch::WatchButton,
};
use crate::{
    answers::AnswerLines, api, keys::use_key, remote::use_remote, route::Route, session::use_session,
    town::use_town, words,
};

/// One order.
#[component]
pub(crate) fn OrderScreen(id: ReadSignal<String>) -> Element {
    let text = use_text();
    let remote = use_remote(
        &[Topic::Orders, Topic::Devices, Topic::Notices],
        move || id.read().clone(),
        |id| async move { api::get::<OrderDetail>(&format!("/api/orders/{id}")).await },
    );
    let problem = remote.problem();
    let Some(detail) = remote.value() else {
        return match problem {
            Some(problem) => rsx! {
                Empty { glyph: Glyph::Order, title: problem.say(text),
                    Button { onclick: move |_| remote.refresh(), {text.say("retry", [])} }
                }
            },
            None => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
        };
    };
    rsx! {
        Head { detail: detail.clone() }
        div { class: "desk-body",
            div { class: "detail",
                div {
                    if let Some(problem) = problem {
                        Banner { tone: Tone::Bad, {problem.say(text)} }
                    }
                    if let Some(into) = detail.merged_into.clone() {
                        MergedInto { into }
                    }
                    Reviews { detail: detail.clone() }
                    Visits { detail: detail.clone() }
                    Photos { detail: detail.clone() }
                    div { class: "columns",
                        Checklist { detail: detail.clone() }
                        Exemptions { detail: detail.clone() }
                        Material { detail: detail.clone() }
                    }
                    Notes { detail: detail.clone() }
                    Requests { detail: detail.clone() }
                }
                div {
                    Where { detail: detail.clone() }
                    Facts { detail: detail.clone() }
                    Story { detail }
                }
            }
        }
    }
}

#[component]
fn Head(detail: OrderDetail) -> Element {
    let text = use_text();
    let may_dispatch = use_session().may(Task::Dispatch) && detail.merged_into.is_none();
    let order = detail.aggregate.order.clone();
    let mut assigning = use_signal(|| false);
    let mut editing = use_signal(|| false);
    let mut merging = use_signal(|| false);
    let decide = use_decide(order.id, order.version);
    let id = order.id;
    use_key("a", "key-assign", move |()| {
        if may_dispatch {
            assigning.set(true);
        }
    });
    use_key("e", "order-edit", move |()| {
        if may_dispatch {
            editing.set(true);
        }
    });
    use_key("Escape", "back", move |()| navigator().go_back());
    rsx! {
        div { class: "desk-head",
            h1 { "{order.title}" }
            StatusChip { status: order.status }
            span { class: "faint code", "{order.number}" }
            if order.priority == Priority::Urgent {
                span { class: "tag", "data-tone": "bad", Icon { of: Glyph::Warning } {text.say("priority-urgent", [])} }
            }
            AsOf { at: detail.as_of }
            span { class: "push" }
            WatchButton { watched: Watched::Order(id) }
            if may_dispatch {
                Button { glyph: Glyph::Crew, onclick: move |_| assigning.set(true),
                    {text.say("assign", [])}
                    span { class: "key", "a" }
                }
                Button { onclick: move |_| editing.set(true),
                    {text.say("order-edit", [])}
                    span { class: "key", "e" }
                }
                if !order.status.is_terminal() {
                    Button { glyph: Glyph::Merge, "data-order": "merge", onclick: move |_| merging.set(true), {text.say("order-merge", [])} }
                }
                Commands { status: order.status, decide }
            }
        }
        if assigning() {
            AssignDialog { orders: vec![id], onclose: move |()| assigning.set(false) }
        }
        if merging() {
            MergeDialog { order: order.clone(), onclose: move |()| merging.set(false) }
        }
        if editing() {
            EditDialog { order, decide, onclose: move |()| editing.set(false) }
        }
    }
}

#[component]
fn Where(detail: ReadSignal<OrderDetail>) -> Element {
    let text = use_text();
    let town = use_town();
    let points = use_memo(move || {
        let order = &detail.read().aggregate.order;
        let point = |position| MapPoint {
            key: order.id.to_string(),
            position,
            look: PointLook::Order(order.status),
            label: order.place.address.clone(),
        };
        order.place.position.map(point).into_iter().collect::<Vec<_>>()
    });
    if points.read().is_empty() {
        return rsx! {};
    }
    rsx! {
        Map { label: text.say("map", []), ground: town.ground(), points, listing: Listing::Here }
    }
}

#[component]
fn Facts(detail: OrderDetail) -> Element {
    let text = use_text();
    let town = use_town();
    let order = &detail.aggregate.order;
    let (calendar, today) = (use_calendar(), use_today());
    let agreed = order
        .appointment
        .map(|agreed| text.span(calendar.local(agreed.from), calendar.local(agreed.until), today));
    let assignee = order
        .assignee
        .map_or_else(|| text.say("nobody", []), |assignee| town.assignee(assignee));
    let why = detail
        .routing
        .as_ref()
        .map(|routing| words::routing(routing, town, text));
    let evidence: Vec<_> = order
        .evidence
        .iter()
        .map(|evidence| text.say(evidence_name(*evidence), []))
        .collect();
    rsx! {
        section { class: "card",
            dl { class: "facts",
                dt { {text.say("place", [])} }
                dd {
                    "{order.place.address}"
                    if !order.place.detail.is_empty() {
                        p { class: "faint", "{order.place.detail}" }
                    }
                }
                dt { {text.say("category", [])} }
                dd { {order.category_name.get(text.language())} }
                dt { {text.say("assigned-to", [])} }
                dd {
                    "{assignee}"
                    if let Some(why) = why {
                        p { class: "faint", "{why}" }
                    }
                }
                if let Some(agreed) = agreed {
                    dt { {text.say("appointment", [])} }
                    dd { "{agreed}" }
                }
                if let (Some(due), false) = (order.due_at, order.status.is_terminal()) {
                    dt { {text.say("due", [])} }
                    dd { Due { at: due } }
                }
                dt { {text.say("priority", [])} }
                dd { {words::priority(order.priority, text)} }
                if !evidence.is_empty() {
                    dt { {text.say("proof", [])} }
                    dd { {evidence.join(", ")} }
                }
            }
            if !order.description.is_empty() {
                p { class: "citizen-words", "{order.description}" }
            }
        }
    }
}

const fn evidence_name(evidence: RequiredEvidence) -> &'static str {
    match evidence {
        RequiredEvidence::PhotoBefore => "proof-photo-before",
        RequiredEvidence::PhotoAfter => "proof-photo-after",
    }
}

#[component]
fn Requests(detail: OrderDetail) -> Element {
    let text = use_text();
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Request } {text.say("requests-count", [("count", detail.requests.len().into())])} }
            ul { class: "lines",
                for request in detail.requests {
                    li { class: "line", key: "{request.id}",
                        StageChip { stage: request.stage }
                        Link { class: "code", to: Route::Request { id: request.id.to_string() }, "{request.number}" }
                        span { class: "soft grow truncate", "{request.summary}" }
                    }
                    if !request.answers.is_empty() {
                        li { class: "line-block", key: "{request.id}-answers",
                            AnswerLines { request: request.id, answers: request.answers }
                        }
                    }
                }
            }
        }
    }
}

/// A question before something that the field will notice.
#[component]
pub(super) fn Confirmation(
    title: String,
    body: String,
    confirm: String,
    onconfirm: EventHandler<()>,
    onclose: EventHandler<()>,
) -> Element {
    let text = use_text();
    rsx! {
        Dialog { title, onclose,
            p { "{body}" }
            div { class: "dialog-actions",
                Button { kind: ButtonKind::Quiet, autofocus: true, onclick: move |_| onclose.call(()), {text.say("back", [])} }
                Button { kind: ButtonKind::Danger, onclick: move |_| onconfirm.call(()), "{confirm}" }
            }
        }
    }
}

/// Can this order be taken up again?
pub(super) const fn can_reopen(status: OrderStatus) -> bool {
    matches!(
        status,
        OrderStatus::Finished | OrderStatus::Closed | OrderStatus::Cancelled
    )
}
