//! A one-time code for a worker's next phone: as a picture to scan and as letters to type.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, people::Enrolment},
    domain::Worker,
};
use kuitti_ui::{Banner, Button, Dialog, Glyph, Icon, Tone, use_calendar, use_text};

use crate::{api, browser, remote::use_remote};

const NO_TOPICS: &[Topic] = &[];

/// Shows the code. Opening the dialog again makes another.
#[component]
pub(super) fn EnrolDialog(worker: ReadSignal<Worker>, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let remote = use_remote(
        NO_TOPICS,
        move || worker.read().id,
        |id| async move { api::post::<_, Enrolment>(&format!("/api/workers/{id}/enrolment"), &()).await },
    );
    let title = text.say(
        "enrol-device-title",
        [("worker", worker.read().name.clone().into())],
    );
    rsx! {
        Dialog { title, onclose,
            match (remote.value(), remote.problem()) {
                (Some(enrolment), _) => rsx! { Code { enrolment } },
                (None, Some(problem)) => rsx! { Banner { tone: Tone::Bad, {problem.say(text)} } },
                (None, None) => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
            }
            div { class: "dialog-actions",
                Button { autofocus: true, onclick: move |_| onclose.call(()), {text.say("close", [])} }
            }
        }
    }
}

#[component]
fn Code(enrolment: Enrolment) -> Element {
    let text = use_text();
    let until = text.clock(use_calendar().local(enrolment.expires_at));
    // As an image, whatever the server drew cannot act on this page.
    let picture = format!(
        "data:image/svg+xml;charset=utf-8,{}",
        browser::percent_encoded(&enrolment.qr_svg)
    );
    rsx! {
        div { class: "enrol-code",
            img { class: "qr", src: "{picture}", alt: text.say("enrol-qr", []) }
            div { class: "stack near",
                p { {text.say("enrol-how", [])} }
                p { class: "receipt-code", "{enrolment.code}" }
                p { class: "soft small enrol-url", "{enrolment.url}" }
                p { class: "as-of",
                    Icon { of: Glyph::Clock }
                    {text.say("enrol-until", [("clock", until.into())])}
                }
            }
        }
    }
}
