//! Photos of an order: those whose bytes are on this phone are shown, the others are at the office.

use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, PhotoSize, Request};
use kuitti_shared::domain::{Mark, Missing, PhotoRecord, PhotoRole};
use kuitti_shared::id::{OrderId, PhotoId};
use kuitti_shared::operation::HideTarget;
use kuitti_ui::{Dialog, DialogForm, Glyph, Icon, PhotoViewer, ViewerPhoto, use_calendar, use_text};

use super::evidence::Where;
use super::marking::MarkSheet;
use super::take_back::{TakeBack, is_own};
use crate::screens::answer::Shown;
use crate::screens::phone::use_phone;
use crate::shell::page::picture::{PhotoFile, Picture, chosen_files};

/// The photos as small pictures; a press shows one as large as the screen.
#[component]
pub(super) fn Photos(view: Shown<OrderView>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut large = use_signal(|| None::<PhotoRecord>);
    let saving = (phone.saving_photos)();
    let shown = view.aggregate.photos.iter().filter(|photo| !photo.hidden);
    rsx! {
        div { class: "photos",
            for photo in shown {
                if !photo.is_picture() {
                    Unopened { key: "{photo.photo}", record: photo.clone(), view: view.clone() }
                } else if view.photos.contains_key(&photo.photo) {
                    Small {
                        key: "{photo.photo}",
                        record: photo.clone(),
                        view: view.clone(),
                        onpress: move |record| large.set(Some(record)),
                    }
                } else {
                    div { key: "{photo.photo}", class: "photo", "data-awaited": "",
                        Icon { of: Glyph::Photo }
                        {text.word("photo-role", role_code(photo.role))}
                        br {}
                        {text.say("photo-at-office", [])}
                    }
                }
            }
        }
        if saving > 0 {
            p { class: "soft", role: "status", {text.say("photo-saving", [("count", saving.into())])} }
        }
        if let Some(record) = large() {
            Large { key: "{record.photo}", record, view: view.clone(), onclose: move |()| large.set(None) }
        }
    }
}

#[component]
fn Small(record: PhotoRecord, view: Shown<OrderView>, onpress: EventHandler<PhotoRecord>) -> Element {
    let caption = use_caption(&record);
    let picture = use_picture(record.photo, PhotoSize::Thumbnail);
    let state = view.photos.get(&record.photo).map(|photo| photo.state.clone());
    rsx! {
        button { class: "photo", r#type: "button", "data-role": role_code(record.role), onclick: move |_| onpress.call(record.clone()),
            if let Some(picture) = picture() {
                img { src: picture.address(), alt: "{caption}" }
            }
            span { class: "photo-caption",
                "{caption} "
                if let Some(state) = state {
                    Where { state }
                }
            }
        }
    }
}

/// A file that could not be opened as a picture: what it is, how large, and how far it is on its way.
#[component]
fn Unopened(record: PhotoRecord, view: Shown<OrderView>) -> Element {
    let (text, caption) = (use_text(), use_caption(&record));
    let state = view.photos.get(&record.photo).map(|photo| photo.state.clone());
    rsx! {
        div { class: "photo", "data-file": "", "data-role": role_code(record.role),
            Icon { of: Glyph::File }
            b { "{caption}" }
            span { {text.say("photo-file", [("size", text.size(record.size).into())])} }
            match state {
                Some(state) => rsx! {
                    span { Where { state } }
                },
                None => rsx! {
                    span { {text.say("photo-at-office", [])} }
                },
            }
            if is_own(&view, record.worker) {
                TakeBack { order: view.card.id, target: HideTarget::Photo(record.op) }
            }
        }
    }
}

#[component]
fn Large(record: PhotoRecord, view: Shown<OrderView>, onclose: EventHandler<()>) -> Element {
    let caption = use_caption(&record);
    let picture = use_picture(record.photo, PhotoSize::Full);
    match picture() {
        None => rsx! {},
        Some(picture) => {
            let photo = ViewerPhoto {
                address: picture.address().to_owned(),
                caption,
            };
            rsx! {
                PhotoViewer { photos: vec![photo], first: 0, onclose,
                    if is_own(&view, record.worker) {
                        TakeBack { order: view.card.id, target: HideTarget::Photo(record.op), ontaken: onclose }
                    }
                }
            }
        }
    }
}

/// The picture, once the engine has handed it over; it is released with the component.
fn use_picture(photo: PhotoId, size: PhotoSize) -> Signal<Option<Rc<Picture>>> {
    let phone = use_phone();
    let mut picture = use_signal(|| None);
    use_future(move || async move {
        let Some(engine) = phone.engine() else { return };
        if let Ok(found) = engine.picture(photo, size).await {
            picture.set(Some(Rc::new(found)));
        }
    });
    picture
}

fn use_caption(record: &PhotoRecord) -> String {
    let (text, calendar) = (use_text(), use_calendar());
    let role = text.word("photo-role", role_code(record.role));
    let clock = text.clock(calendar.local(record.at.at));
    text.say("photo-caption", [("role", role.into()), ("clock", clock.into())])
}

const ROLES: [PhotoRole; 3] = [PhotoRole::Before, PhotoRole::After, PhotoRole::Other];

/// A picture that was just taken, and what it shows.
#[derive(Clone, PartialEq)]
struct Taken {
    file: PhotoFile,
    role: PhotoRole,
}

/// Asks what the photo shows, and opens the camera; what was taken may be drawn on before it is kept.
#[component]
pub(super) fn PhotoSheet(order: OrderId, missing: Vec<Missing>, onclose: EventHandler<()>) -> Element {
    let (text, mut phone) = (use_text(), use_phone());
    let mut to_mark = use_signal(Vec::<Taken>::new);
    let keep = move |taken: Taken, marks: Vec<Mark>| {
        let Taken { file, role } = taken;
        let fix = None;
        phone.add_photo(
            Request::AddPhoto {
                order,
                role,
                fix,
                marks,
            },
            file,
        );
    };
    let take = move |taken: Vec<Taken>| {
        if (phone.marks_first)() {
            to_mark.set(taken);
            return;
        }
        for one in taken {
            keep(one, Vec::new());
        }
        onclose.call(());
    };
    if let Some(taken) = to_mark.read().last().cloned() {
        let file = taken.file.clone();
        let save = move |marks| {
            keep(taken.clone(), marks);
            to_mark.write().pop();
            if to_mark.peek().is_empty() {
                onclose.call(());
            }
        };
        return rsx! { MarkSheet { key: "{to_mark.read().len()}", file, onsave: save, onclose } };
    }
    // What the office asks for lies nearest to the thumb.
    let (asked, others): (Vec<PhotoRole>, Vec<PhotoRole>) = ROLES
        .into_iter()
        .partition(|role| missing.contains(&Missing::Photo(*role)));
    rsx! {
        Dialog { title: text.say("photo-title", []), form: DialogForm::Sheet, onclose,
            div { class: "stack near",
                for role in asked.into_iter().chain(others) {
                    div { key: "{role_code(role)}", class: "picture-sources",
                        FileButton { role, from: Source::Camera, ontake: take }
                        FileButton { role, from: Source::Gallery, ontake: take }
                    }
                }
                label { class: "check-row",
                    input {
                        r#type: "checkbox",
                        checked: (phone.marks_first)(),
                        "data-mark": "first",
                        onchange: move |event| phone.marks_first.set(event.checked()),
                    }
                    span { {text.say("mark-first", [])} }
                }
            }
        }
    }
}

/// Where a picture comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Camera,
    Gallery,
}

/// The camera takes one picture; from the gallery several can be chosen at once.
#[component]
fn FileButton(role: PhotoRole, from: Source, ontake: EventHandler<Vec<Taken>>) -> Element {
    let text = use_text();
    let taken = move |event: FormEvent| {
        let files = chosen_files(&event).into_iter();
        ontake.call(files.map(|file| Taken { file, role }).collect());
    };
    let shows = text.say(&format!("photo-{}", role_code(role)), []);
    rsx! {
        label { class: "button camera-button", "data-size": "large",
            match from {
                Source::Camera => rsx! {
                    Icon { of: Glyph::Camera }
                    "{shows}"
                    input {
                        class: "visually-hidden",
                        r#type: "file",
                        accept: "image/*",
                        capture: "environment",
                        "data-role": role_code(role),
                        onchange: taken,
                    }
                },
                Source::Gallery => rsx! {
                    Icon { of: Glyph::Photo }
                    span { class: "visually-hidden", {text.say("photo-gallery", [("role", shows.into())])} }
                    input {
                        class: "visually-hidden",
                        r#type: "file",
                        accept: "image/*",
                        multiple: true,
                        "data-gallery": role_code(role),
                        onchange: taken,
                    }
                },
            }
        }
    }
}

/// Part of the keys of words about a role.
pub(in crate::screens) const fn role_code(role: PhotoRole) -> &'static str {
    match role {
        PhotoRole::Before => "before",
        PhotoRole::After => "after",
        PhotoRole::Other => "other",
    }
}
