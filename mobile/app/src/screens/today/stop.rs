//! A place with its orders: several reports there are one stop, and are finished together.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderCard, Request};
use kuitti_shared::id::OrderId;
use kuitti_shared::rules::evidence::QuickFinish;
use kuitti_ui::{Banner, Button, ButtonState, Dialog, DialogForm, Glyph, Icon, Tone, use_text};

use super::growing::{Growing, Sequence, by_stop};
use super::row::Row;
use crate::screens::phone::use_phone;
use crate::screens::reading::Place;
use crate::shell::page::picture::{PhotoFile, chosen_files};

/// The orders to do, by stop.
#[component]
pub(super) fn Stops(cards: Vec<OrderCard>, place: Place, current: Option<OrderId>) -> Element {
    use_effect(move || place.return_to());
    rsx! { Growing { entries: by_stop(&cards), sequence: Sequence::Visits, shown: place.shown, current } }
}

/// Several orders at one place.
#[component]
pub(super) fn Together(stop: Vec<OrderCard>, current: Option<OrderId>) -> Element {
    let text = use_text();
    let mut finishing = use_signal(|| false);
    let place = stop
        .first()
        .map_or_else(String::new, |card| card.place.address.clone());
    let title = text.say(
        "stop-title",
        [("place", place.into()), ("count", stop.len().into())],
    );
    rsx! {
        section { class: "stop stack near", aria_label: "{title}",
            p { class: "stop-title",
                Icon { of: Glyph::Pin }
                span { class: "grow", "{title}" }
            }
            for card in stop.clone() {
                Row { key: "{card.id}", is_current: current == Some(card.id), card }
            }
            Button { glyph: Glyph::Check, "data-wide": "", "data-stop": "finish", onclick: move |_| finishing.set(true),
                {text.say("stop-finish", [])}
            }
        }
        if finishing() {
            FinishSheet { stop, onclose: move |()| finishing.set(false) }
        }
    }
}

/// One photo for all of them, where that is all that is missing.
#[component]
fn FinishSheet(stop: Vec<OrderCard>, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut saving = use_signal(|| false);
    let (own, ready): (Vec<OrderCard>, Vec<OrderCard>) = stop
        .into_iter()
        .partition(|card| card.quick_finish == QuickFinish::OnItsOwn);
    let needs_photo = ready
        .iter()
        .any(|card| card.quick_finish == QuickFinish::WithPhoto);
    let orders: Vec<OrderId> = ready.iter().map(|card| card.id).collect();
    let finish = use_callback(move |photo: Option<PhotoFile>| {
        let orders = orders.clone();
        spawn(async move {
            saving.set(true);
            let saved = phone
                .save_with(Request::FinishTogether { orders, fix: None }, photo)
                .await;
            saving.set(false);
            if saved {
                onclose.call(());
            }
        });
    });
    let state = if saving() {
        ButtonState::Busy
    } else {
        ButtonState::Ready
    };
    let count = ready.len();
    rsx! {
        Dialog { title: text.say("stop-finish-title", [("count", count.into())]), form: DialogForm::Sheet, onclose,
            ul { class: "lines",
                for card in ready {
                    li { key: "{card.id}", Icon { of: Glyph::Check } "{card.title}" }
                }
            }
            for card in own {
                Banner { key: "{card.id}", tone: Tone::Warn,
                    p { {text.say("stop-on-its-own", [("title", card.title.as_str().into())])} }
                }
            }
            if count > 0 {
                if needs_photo {
                    label { class: "button camera-button", "data-kind": "primary", "data-size": "large", "data-wide": "", aria_busy: saving(),
                        Icon { of: Glyph::Camera }
                        {text.say("stop-finish-photo", [])}
                        input {
                            class: "visually-hidden",
                            r#type: "file",
                            accept: "image/*",
                            capture: "environment",
                            "data-role": "after",
                            onchange: move |event| if let Some(photo) = chosen_files(&event).into_iter().next() { finish.call(Some(photo)) },
                        }
                    }
                } else {
                    Button { glyph: Glyph::Check, state, "data-wide": "", onclick: move |_| finish.call(None), {text.say("stop-finish-save", [])} }
                }
            }
        }
    }
}
