//! What the workers brought back.
use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::OrderDetail,
    domain::{ChecklistEntry, ItemKind, ItemValue, Note, PhotoRecord, PhotoRole, TimeKind},
    unit::Cents,
};
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, PhotoViewer, ViewerPhoto, use_calendar, use_now, use_text};

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
        let moment = text.moment(&calendar.local(photo.at.at), &calendar.local(now));
        let role = text.say(role_name(photo.role), []);
        ViewerPhoto {
            address: format!("/api/photos/{}", photo.photo),
            caption: format!("{role} · {moment} · {}", town.worker(photo.worker)),
        }
    };
    let photos: Vec<_> = here.iter().map(shown).collect();
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
    let answered = entries.iter().filter(|entry| is_answered(entry)).count();
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Checklist } {text.say("checklist-count", [("done", answered.into()), ("count", entries.len().into())])} }
            ul { class: "lines",
                for entry in entries {
                    li { class: "line", key: "{entry.item}",
                        span { class: "line-sign", "data-tone": is_answered(&entry).then_some("good"),
                            Icon { of: if is_answered(&entry) { Glyph::Check } else { Glyph::Minus } }
                        }
                        span { class: "grow", {entry.label.get(text.language())} }
                        span { class: "numeric", {answer(&entry, text)} }
                    }
                }
            }
        }
    }
}

fn is_answered(entry: &ChecklistEntry) -> bool {
    entry
        .answer
        .as_ref()
        .is_some_and(|answer| answer.value != ItemValue::Tick(false))
}

/// The unit in which an item is measured.
pub(super) fn unit(kind: &ItemKind) -> Option<&str> {
    match kind {
        ItemKind::Number { unit } => Some(unit),
        ItemKind::Tick | ItemKind::Text => None,
    }
}

fn answer(entry: &ChecklistEntry, text: Text) -> String {
    let value = entry.answer.as_ref().map(|answer| &answer.value);
    value
        .filter(|value| !matches!(value, ItemValue::Tick(_)))
        .map(|value| text.item_value(value, unit(&entry.kind)))
        .unwrap_or_default()
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
                                {money(cost, text)}
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

fn money(cents: Cents, text: Text) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a cost at an order is far below 2^53 cents"
    )]
    let amount = cents.0 as f64 / 100.0;
    text.say("money", [("amount", text.number(amount, 2).into())])
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
    rsx! { {text.moment(&calendar.local(at), &calendar.local(now))} }
}
