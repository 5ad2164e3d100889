//! One request: what was reported, by whom, which orders serve it, what the citizen is told.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, requests::RequestDetail},
    domain::Contact,
    id::Sha256Hex,
    rules::permission::Task,
};
use kuitti_ui::{
    Ago, Button, ButtonKind, Empty, Glyph, Icon, Listing, Map, MapPoint, PhotoViewer, PointLook, StageChip,
    StatusChip, ViewerPhoto, use_calendar, use_now, use_text,
};

use super::{RequestLine, came_back::CameBack, make_orders::MakeOrdersDialog, near::near_and_alike};
use crate::{
    answers::AnswersCard, api, keys::use_key, notices::NoticeLine, photo_file::PhotoFile, remote::use_remote,
    route::Route, session::use_session, town::use_town,
};

/// One request.
#[component]
pub(crate) fn RequestScreen(id: ReadSignal<String>) -> Element {
    let text = use_text();
    let remote = use_remote(
        &[Topic::Requests, Topic::Orders, Topic::Notices],
        move || id.read().clone(),
        |id| async move { api::get::<RequestDetail>(&format!("/api/requests/{id}")).await },
    );
    match (remote.value(), remote.problem()) {
        (Some(detail), _) => rsx! { Detail { detail } },
        (None, Some(problem)) => rsx! {
            Empty { glyph: Glyph::Request, title: problem.say(text),
                Button { onclick: move |_| remote.refresh(), {text.say("retry", [])} }
            }
        },
        (None, None) => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
    }
}

#[component]
fn Detail(detail: RequestDetail) -> Element {
    let text = use_text();
    let (town, session) = (use_town(), use_session());
    let mut making = use_signal(|| false);
    let may_dispatch = session.may(Task::Dispatch);
    use_key("o", "key-make-orders", move |()| {
        if may_dispatch {
            making.set(true);
        }
    });
    use_key("Escape", "back", move |()| navigator().go_back());
    let category = town.category(&detail.row.category, text);
    rsx! {
        div { class: "desk-head",
            h1 { "{category}" }
            StageChip { stage: detail.row.stage }
            span { class: "faint code", "{detail.row.number}" }
            span { class: "push" }
            if may_dispatch {
                Button { kind: ButtonKind::Primary, glyph: Glyph::Order, onclick: move |_| making.set(true),
                    {text.say("make-orders", [])}
                    span { class: "key", "o" }
                }
            }
        }
        div { class: "desk-body",
            div { class: "detail",
                div {
                    if let Some(came_back) = detail.came_back() {
                        CameBack { id: detail.row.id, came_back: came_back.clone() }
                    }
                    Report { detail: detail.clone() }
                    AnswersCard { request: detail.row.id, answers: detail.answers.clone() }
                    if !detail.photos.is_empty() {
                        Photos { detail: detail.clone() }
                    }
                    Near { detail: detail.clone() }
                    Notices { detail: detail.clone() }
                }
                div {
                    Where { detail: detail.clone() }
                    Facts { detail: detail.clone() }
                    Orders { detail: detail.clone() }
                }
            }
        }
        if making() {
            MakeOrdersDialog {
                requests: vec![detail.row],
                onclose: move |()| making.set(false),
                onmade: move |()| making.set(false),
            }
        }
    }
}

#[component]
fn Report(detail: RequestDetail) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let when = text.moment(calendar.local(detail.row.received_at), calendar.local(now).date());
    let how = text.word("intake", channel_code(&detail));
    let said = text.say("request-came", [("channel", how.into()), ("moment", when.into())]);
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Request } {text.say("request-report", [])} }
            p { class: "citizen-words", "{detail.description}" }
            p { class: "faint", "{said}" }
        }
    }
}

const fn channel_code(detail: &RequestDetail) -> &'static str {
    use kuitti_shared::domain::IntakeChannel;
    match detail.row.channel {
        IntakeChannel::Web => "web",
        IntakeChannel::Phone => "phone",
        IntakeChannel::Import => "import",
        IntakeChannel::Field => "field",
    }
}

#[component]
fn Photos(detail: RequestDetail) -> Element {
    let text = use_text();
    let mut open = use_signal(|| None::<usize>);
    let caption = text.say("photo-of-citizen", []);
    let shown = |photo: &Sha256Hex| ViewerPhoto {
        address: format!("/api/requests/{}/photos/{photo}", detail.row.id),
        caption: caption.clone(),
    };
    let (files, photos): (Vec<_>, Vec<_>) = detail
        .photos
        .iter()
        .partition(|photo| detail.files.contains(photo));
    let photos: Vec<_> = photos.into_iter().map(shown).collect();
    let files: Vec<_> = files.into_iter().map(shown).collect();
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Photo } {text.say("photos", [])} }
            div { class: "photos",
                for (place, photo) in photos.clone().into_iter().enumerate() {
                    button { class: "photo", r#type: "button", onclick: move |_| open.set(Some(place)),
                        img { src: "{photo.address}?size=thumb", alt: "{photo.caption}", loading: "lazy" }
                    }
                }
                for file in files {
                    PhotoFile { key: "{file.address}", address: file.address, caption: text.say("photo-role-other", []), size: None }
                }
            }
        }
        if let Some(first) = open() {
            PhotoViewer { photos, first, onclose: move |()| open.set(None) }
        }
    }
}

#[component]
fn Near(detail: ReadSignal<RequestDetail>) -> Element {
    let text = use_text();
    let near = use_remote(
        &[Topic::Requests],
        move || {
            let row = &detail.read().row;
            (row.category.clone(), row.place.position, row.id)
        },
        |(category, place, id)| async move {
            match place {
                Some(place) => near_and_alike(category, place, Some(id)).await,
                None => Ok(Vec::new()),
            }
        },
    );
    let found = near.value().unwrap_or_default();
    if found.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Merge } {text.say("near-and-alike", [])} }
            ul { class: "lines",
                for neighbour in found {
                    RequestLine { key: "{neighbour.row.id}", row: neighbour.row.clone(),
                        span { class: "faint numeric", {text.distance(neighbour.metres)} }
                        Ago { at: neighbour.row.received_at }
                    }
                }
            }
        }
    }
}

#[component]
fn Notices(detail: RequestDetail) -> Element {
    let text = use_text();
    if detail.notices.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Notice } {text.say("notices", [])} }
            ul { class: "lines",
                for notice in detail.notices {
                    NoticeLine { key: "{notice.id}", notice }
                }
            }
        }
    }
}

#[component]
fn Where(detail: ReadSignal<RequestDetail>) -> Element {
    let text = use_text();
    let town = use_town();
    let points = use_memo(move || {
        let row = &detail.read().row;
        let point = |position| MapPoint {
            key: row.id.to_string(),
            position,
            look: PointLook::Request(row.stage),
            label: row.place.address.clone(),
        };
        row.place.position.map(point).into_iter().collect::<Vec<_>>()
    });
    if points.read().is_empty() {
        return rsx! {};
    }
    rsx! {
        Map { label: text.say("map", []), ground: town.ground(), points, listing: Listing::Here }
    }
}

#[component]
fn Facts(detail: RequestDetail) -> Element {
    let text = use_text();
    let place = &detail.row.place;
    let told = detail.contact.as_ref().map(|contact| told_by(contact, text));
    rsx! {
        section { class: "card",
            dl { class: "facts",
                dt { {text.say("place", [])} }
                dd {
                    "{place.address}"
                    if !place.detail.is_empty() {
                        p { class: "faint", "{place.detail}" }
                    }
                }
                if let Some(contact) = detail.contact {
                    dt { {text.say("caller", [])} }
                    dd {
                        Person { contact }
                        p { a { href: "/api/requests/{detail.row.id}/person", download: "person.json", {text.say("caller-data", [])} } }
                    }
                }
                if let Some(told) = told {
                    dt { {text.say("told-by", [])} }
                    dd { "{told}, {detail.language.own_name()}" }
                }
                if let Some(first) = detail.row.follows {
                    dt { {text.say("request-follows", [])} }
                    dd {
                        Link { to: Route::Request { id: first.to_string() }, {text.say("request-follows-first", [])} }
                    }
                }
                if detail.row.followers > 0 {
                    dt { {text.say("request-followed", [])} }
                    dd { {text.say("request-followers", [("count", detail.row.followers.into())])} }
                }
                if let Some(number) = detail.external_number {
                    dt { {text.say("external-number", [])} }
                    dd { class: "code", "{number}" }
                }
                for rated in detail.feedback.iter().filter_map(|said| said.rating.as_ref()) {
                    dt { {text.say("request-rating", [])} }
                    dd {
                        {text.say("request-rating-of", [("number", rated.rating.number().into())])}
                        if !rated.words.is_empty() {
                            p { class: "citizen-words", "{rated.words}" }
                        }
                    }
                }
                if detail.occurrence > 0 {
                    dt { {text.word("request-stage", "reopened")} }
                    dd { {text.say("times", [("count", detail.occurrence.into())])} }
                }
            }
        }
    }
}

/// Name, number and address, each in its own direction.
#[component]
fn Person(contact: Contact) -> Element {
    let parts = [contact.name, contact.phone, contact.email];
    rsx! {
        for (at, part) in parts.into_iter().flatten().enumerate() {
            if at > 0 {
                ", "
            }
            bdi { "{part}" }
        }
    }
}

fn told_by(contact: &Contact, text: kuitti_text::Text) -> String {
    if contact.notify.is_empty() {
        return text.say("told-nothing", []);
    }
    contact
        .notify
        .iter()
        .map(|channel| text.word("channel", channel.code()))
        .collect::<Vec<_>>()
        .join(", ")
}

#[component]
fn Orders(detail: RequestDetail) -> Element {
    let text = use_text();
    if detail.orders.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Order } {text.say("nav-orders", [])} }
            ul { class: "lines",
                for order in detail.orders {
                    li { class: "line", key: "{order.id}",
                        StatusChip { status: order.status }
                        Link { class: "code grow", to: Route::Order { id: order.id.to_string() }, "{order.number}" }
                    }
                }
            }
        }
    }
}
