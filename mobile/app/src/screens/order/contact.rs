//! What is known about the problem, and whom to call.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderView;
use kuitti_shared::domain::ContactCard;
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, use_text};

use crate::screens::answer::Shown;

/// The description as somebody wrote it, and the contact while the order is this worker's.
#[component]
pub(super) fn Known(view: Shown<OrderView>) -> Element {
    let text = use_text();
    let order = &view.aggregate.order;
    if order.description.trim().is_empty() && order.contact.is_none() {
        return rsx! {};
    }
    rsx! {
        section { class: "card stack near", aria_labelledby: "known",
            h3 { class: "card-title", id: "known", {text.say("order-description", [])} }
            if !order.description.trim().is_empty() {
                p { class: "written", "{order.description}" }
            }
            if let Some(contact) = &order.contact {
                a { class: "button", "data-wide": "", href: "tel:{contact.phone}",
                    Icon { of: Glyph::Phone }
                    {call(text, contact)}
                }
            }
        }
    }
}

fn call(text: Text, contact: &ContactCard) -> String {
    match &contact.name {
        Some(name) => text.say("order-contact", [("name", name.as_str().into())]),
        None => text.say(
            "order-contact-nameless",
            [("phone", contact.phone.as_str().into())],
        ),
    }
}
