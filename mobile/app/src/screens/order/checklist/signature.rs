//! Signing with a finger.

use dioxus::prelude::*;
use kuitti_shared::domain::signature::{HEIGHT, Point, WIDTH};
use kuitti_shared::domain::{ChecklistEntry, ItemValue, Signature};
use kuitti_ui::{Button, Glyph, Signed, use_text};

use super::Control;
use crate::screens::order::sheet::{SaveSheet, Saving};
use crate::screens::phone::use_phone;
use crate::shell::page::pen;

/// The signature that stands, and the way to sign.
#[component]
pub(super) fn Signing(label: String, entry: ChecklistEntry, control: Control) -> Element {
    let text = use_text();
    let mut open = use_signal(|| false);
    let stands = entry.answer.as_ref().and_then(|answer| match &answer.value {
        ItemValue::Text(drawn) => drawn.parse::<Signature>().ok(),
        _ => None,
    });
    let key = if stands.is_some() {
        "signature-again"
    } else {
        "signature-sign"
    };
    rsx! {
        if let Some(signature) = stands {
            Signed { signature, said: text.say("answer-signed", []) }
        }
        if !control.read_only {
            Button { glyph: Glyph::Signature, "data-wide": "", onclick: move |_| open.set(true), {text.say(key, [])} }
        }
        if open() {
            SigningSheet { label, control, onclose: move |()| open.set(false) }
        }
    }
}

#[component]
fn SigningSheet(label: String, control: Control, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let mut drawn = use_signal(Signature::default);
    let save = move || {
        let action = control.check(ItemValue::Text(drawn.peek().to_string()));
        let order = control.order;
        async move { phone.perform(order, action).await }
    };
    let ready = drawn.read().is_drawn();
    rsx! {
        SaveSheet {
            title: label,
            save_label: text.say("save", []),
            ready,
            save: Saving::new(save),
            onclose,
            p { class: "soft", {text.say("signature-hint", [])} }
            Pad { drawn }
            Button { glyph: Glyph::Undo, onclick: move |_| drawn.set(Signature::default()), {text.say("signature-clear", [])} }
        }
    }
}

/// Where the finger draws.
#[component]
fn Pad(drawn: Signal<Signature>) -> Element {
    let text = use_text();
    let mut drawn = drawn;
    let mut is_down = use_signal(|| false);
    rsx! {
        svg {
            class: "signature signature-pad",
            id: "signature",
            view_box: "0 0 {WIDTH} {HEIGHT}",
            preserve_aspect_ratio: "none",
            role: "img",
            "aria-label": text.say("signature-hint", []),
            onpointerdown: move |event| {
                event.prevent_default();
                is_down.set(true);
                if let Some(point) = point(&event) {
                    drawn.write().begin(point);
                }
            },
            onpointermove: move |event| {
                if let Some(point) = point(&event).filter(|_| is_down()) {
                    drawn.write().go_on(point);
                }
            },
            onpointerup: move |_| is_down.set(false),
            onpointerleave: move |_| is_down.set(false),
            onpointercancel: move |_| is_down.set(false),
            path { d: drawn.read().path() }
        }
    }
}

/// A place on the pad in the box of a signature.
fn point(event: &Event<PointerData>) -> Option<Point> {
    let (across, down) = pen::place(event)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both are between 0 and 1"
    )]
    let of = |share: f64, whole: u16| (share * f64::from(whole)).round() as u16;
    Some(Point {
        x: of(across, WIDTH),
        y: of(down, HEIGHT),
    })
}
