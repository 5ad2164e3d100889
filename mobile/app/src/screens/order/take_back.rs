//! An own note or photo is taken back: it disappears from the order, here and at the office, and stays on record.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderView;
use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::operation::{Action, HideTarget};
use kuitti_ui::{
    Banner, Button, ButtonKind, ButtonSize, Dialog, DialogForm, Glyph, IconButton, Tone, use_text,
};

use crate::screens::phone::{Said, use_phone};
use crate::screens::words;

/// May this worker take back what `author` has brought to the order?
pub(super) fn is_own(view: &OrderView, author: WorkerId) -> bool {
    view.card.no_longer_yours.is_none() && use_phone().worker() == Some(author)
}

/// The command, and the question before it.
#[component]
pub(super) fn TakeBack(
    order: OrderId,
    target: HideTarget,
    #[props(default)] ontaken: EventHandler<()>,
) -> Element {
    let text = use_text();
    let mut asking = use_signal(|| false);
    let label = match target {
        HideTarget::Note(_) => "take-back-note",
        HideTarget::Photo(_) => "take-back-photo",
    };
    rsx! {
        IconButton {
            glyph: Glyph::Bin,
            label: text.say(label, []),
            "data-take-back": "",
            onclick: move |_| asking.set(true),
        }
        if asking() {
            Sure {
                title: text.say(&format!("{label}-title"), []),
                order,
                target,
                onclose: move |()| asking.set(false),
                ontaken,
            }
        }
    }
}

#[component]
fn Sure(
    title: String,
    order: OrderId,
    target: HideTarget,
    onclose: EventHandler<()>,
    ontaken: EventHandler<()>,
) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let take_back = move |_| async move {
        if phone.perform(order, Action::Hide(target)).await {
            onclose.call(());
            ontaken.call(());
        }
    };
    rsx! {
        Dialog { title, form: DialogForm::Sheet, onclose,
            p { {text.say("take-back-sure", [])} }
            if let Some(Said::NotSaved(problem)) = (phone.said)() {
                Banner { tone: Tone::Bad, title: text.say("not-saved", []), p { {words::problem(text, &problem)} } }
            }
            Button {
                kind: ButtonKind::Danger,
                size: ButtonSize::Large,
                glyph: Glyph::Bin,
                "data-sure": "",
                onclick: take_back,
                {text.say("take-back-now", [])}
            }
        }
    }
}
