//! What the workers brought back.
use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::OrderDetail,
    domain::{
        ChecklistEntry, ItemKind, ItemValue, Missing, Note, PhotoRecord, PhotoRole, Signature, TimeKind,
    },
};
use kuitti_ui::{Glyph, Icon, PhotoViewer, Signed, Tone, ViewerPhoto, use_calendar, use_now, use_text};

use crate::photo_file::PhotoFile;
use crate::town::use_town;

/// The photos that are here, and those still on a phone.
#[component]
pub(super) fn Photos(detail: OrderDetail) -> Element {
    let text = use_text();
    let town = use_town();
    let (calendar, now) = (use_calendar(), use_now());
    let mut open = use_signal(|| None::<usize>);
    let (here, awaited): (Vec<_>, Vec<_>) = detail
        .aggregate
        .photos
        .into_iter()
        .filter(|photo| !photo.hidden)
        .partition(|photo| photo.arrived);
    if here.is_empty() && awaited.is_empty() {
        return rsx! {};
    }
    let shown = |photo: &PhotoRecord| {
        let moment = text.moment(calendar.local(photo.at.at), calendar.local(now).date());
        let role = text.say(role_name(photo.role), []);
        ViewerPhoto {
            address: format!("/api/photos/{}", photo.photo),
            caption: format!("{role} · {moment} · {}", town.worker(photo.worker)),
        }
    };
    let (here, files): (Vec<_>, Vec<_>) = here.into_iter().partition(PhotoRecord::is_picture);
    let photos: Vec<_> = here.iter().map(shown).collect();
    let files: Vec<_> = files.iter().map(|file| (shown(file), file.size)).collect();
    let waiting = text.say("photos-on-phone", [("count", awaited.len().into())]);
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Photo } {text.say("photos", [])} }
            div { class: "photos",
                for (place, photo) in photos.clone().into_iter().enumerate() {
                    button { class: "photo", r#type: "button", onclick: move |_| open.set(Some(place)),
                        img { src: "{photo.address}?size=thumb", alt: "{photo.caption}", loading: "lazy" }
                        span { class: "photo-caption", {photo.caption.split(" · ").take(2).collect::<Vec<_>>().join(" · ")} }
                    }
                }
                for (file, size) in files {
                    PhotoFile { key: "{file.address}", address: file.address.clone(), caption: file.caption, size }
                }
                if !awaited.is_empty() {
                    span { class: "photo", "data-awaited": "",
                        Icon { of: Glyph::Device }
                        "{waiting}"
                    }
                }
            }
        }
        if let Some(first) = open() {
            PhotoViewer { photos, first, onclose: move |()| open.set(None) }
        }
    }
}

const fn role_name(role: PhotoRole) -> &'static str {
    match role {
        PhotoRole::Before => "photo-role-before",
        PhotoRole::After => "photo-role-after",
        PhotoRole::Other => "photo-role-other",
    }
}

/// The questions and the answers that stand.
#[component]
pub(super) fn Checklist(detail: OrderDetail) -> Element {
    let text = use_text();
    let entries = detail.aggregate.checklist;
    if entries.is_empty() {
        return rsx! {};
    }
    let answered = entries.iter().filter(|entry| entry.is_answered()).count();
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Checklist } {text.say("checklist-count", [("done", answered.into()), ("count", entries.len().into())])} }
            ul { class: "lines",
                for entry in entries {
                    li { class: "line", key: "{entry.item}",
                        span { class: "line-sign", "data-tone": entry.is_answered().then_some("good"),
                            Icon { of: if entry.is_answered() { Glyph::Check } else { Glyph::Minus } }
                        }
                        span { class: "grow", {entry.label.get(text.language())} }
                        Answer { entry: entry.clone() }
                    }
                }
            }
        }
    }
}

/// What was answered; a signature as it was drawn, a number outside what is expected with a mark.
#[component]
fn Answer(entry: ChecklistEntry) -> Element {
    let text = use_text();
    let Some(answer) = entry.answer.as_ref().filter(|_| entry.kind != ItemKind::Tick) else {
        return rsx! {};
    };
    let said = text.answer(&entry.kind, &answer.value);
    let unexpected = match (&entry.kind, &answer.value) {
        (ItemKind::Number { expected, .. }, ItemValue::Number(number)) => !expected.holds(*number),
        _ => false,
    };
    if let (ItemKind::Signature, ItemValue::Text(drawn)) = (&entry.kind, &answer.value)
        && let Ok(signature) = drawn.parse::<Signature>()
    {
        return rsx! { Signed { signature, said } };
    }
    rsx! {
        span { class: "numeric", "{said}" }
        if unexpected {
            span { class: "tag", "data-tone": Tone::Warn.code(), {text.say("answer-unexpected", [])} }
        }
    }
}

/// What could not be brought, and why.
#[component]
pub(super) fn Exemptions(detail: OrderDetail) -> Element {
    let (text, town) = (use_text(), use_town());
    let aggregate = detail.aggregate;
    if aggregate.exemptions.is_empty() {
        return rsx! {};
    }
    let name = |what: &Missing| match what {
        Missing::Photo(role) => text.say(role_name(*role), []),
        Missing::Item(item) => {
            let line = aggregate.checklist.iter().find(|line| line.item == *item);
            line.map_or_else(
                || item.to_string(),
                |line| line.label.get(text.language()).to_owned(),
            )
        }
    };
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Warning } {text.say("exemptions", [])} }
            ul { class: "lines",
                for exempt in &aggregate.exemptions {
                    li { class: "line-block", key: "{exempt.op}",
                        p { strong { {name(&exempt.what)} } ": " span { class: "citizen-words", "{exempt.reason}" } }
                        p { class: "faint", {town.worker(exempt.worker)} ", " Moment { at: exempt.at.at } }
                    }
                }
            }
        }
    }
}

/// Time and material.
#[component]
pub(super) fn Material(detail: OrderDetail) -> Element {
    let text = use_text();
    let town = use_town();
    let (times, materials) = (detail.aggregate.times, detail.aggregate.materials);
    if times.is_empty() && materials.is_empty() {
        return rsx! {};
    }
    let article = |code: &kuitti_shared::id::ArticleCode| {
        let known = town.get().and_then(|town| {
            town.articles
                .iter()
                .find(|article| article.code == *code)
                .cloned()
        });
        known.map_or_else(
            || (code.to_string(), String::new()),
            |article| (article.name.get(text.language()).to_owned(), article.unit),
        )
    };
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Material } {text.say("time-and-material", [])} }
            dl { class: "receipt-lines",
                for time in times {
                    div { key: "{time.op}",
                        dt { {text.say(time_name(time.kind), [])} ", " {town.worker(time.worker)} }
                        dd { {text.duration(u64::from(time.minutes.0) * 60)} }
                    }
                }
                for used in materials {
                    div { key: "{used.op}",
                        dt { {article(&used.article).0} }
                        dd {
                            {text.item_value(&ItemValue::Number(f64::from(used.thousandths) / 1000.0), Some(&article(&used.article).1))}
                            if let Some(cost) = used.cost {
                                ", "
                                {text.money(cost)}
                            }
                        }
                    }
                }
            }
        }
    }
}

const fn time_name(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Work => "time-kind-work",
        TimeKind::Travel => "time-kind-travel",
        TimeKind::Waiting => "time-kind-waiting",
    }
}

/// What the workers wrote and proposed.
#[component]
pub(super) fn Notes(detail: OrderDetail) -> Element {
    let text = use_text();
    let town = use_town();
    let notes: Vec<Note> = detail
        .aggregate
        .notes
        .into_iter()
        .filter(|note| !note.hidden)
        .collect();
    let suggestions = detail.aggregate.suggestions;
    if notes.is_empty() && suggestions.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Note } {text.say("notes", [])} }
            ul { class: "lines",
                for note in notes {
                    li { class: "line-block", key: "{note.op}",
                        p { class: "citizen-words", "{note.text}" }
                        p { class: "faint", {town.worker(note.worker)} ", " Moment { at: note.at.at } }
                    }
                }
                for suggestion in suggestions {
                    li { class: "line-block", key: "{suggestion.op}",
                        p { {text.say("suggestion", [("value", suggestion.value.clone().into())])} }
                        p { class: "faint", {town.worker(suggestion.worker)} }
                    }
                }
            }
        }
    }
}

#[component]
fn Moment(at: kuitti_shared::unit::WallTime) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    rsx! { {text.moment(calendar.local(at), calendar.local(now).date())} }
}
