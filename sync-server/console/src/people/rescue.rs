//! What a phone could not send comes in as a file; and the code that opens such files elsewhere.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        devices::{DeviceRow, RESCUE_CODE_HEADER, RescueCodeShown, RescueReport},
        events::Topic,
    },
    domain::Worker,
};
use kuitti_ui::{Banner, Button, Dialog, Glyph, Icon, Tone, use_calendar, use_now, use_text};

use crate::{
    api::{self, ApiError},
    browser,
    live::use_live,
    remote::use_remote,
};

const FILE: &str = "rescue-file";
const NO_TOPICS: &[Topic] = &[];

/// Chooses a file and says what became of it. It goes as soon as it is chosen.
#[component]
pub(super) fn RescueDialog(workers: Vec<Worker>, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let live = use_live();
    let mut typed = use_signal(String::new);
    let mut busy = use_signal(|| false);
    let mut taken = use_signal(|| None::<Result<RescueReport, ApiError>>);
    let send = move |_| async move {
        let Some(file) = browser::chosen_file(FILE) else {
            return;
        };
        busy.set(true);
        let code = typed.peek().trim().to_owned();
        let header = (!code.is_empty()).then_some((RESCUE_CODE_HEADER, code));
        taken.set(Some(api::post_rescue("/api/rescues", &file, header).await));
        // The same file can be chosen again.
        browser::clear_file(FILE);
        live.poke(&[Topic::Devices, Topic::Orders]);
        busy.set(false);
    };
    rsx! {
        Dialog { title: text.say("rescue-take-in-title", []), onclose,
            p { {text.say("rescue-how", [])} }
            label { class: "drop", aria_busy: busy().then_some("true"),
                Icon { of: Glyph::Upload }
                strong { {text.say(if busy() { "rescue-reading" } else { "rescue-choose" }, [])} }
                span { class: "soft small", {text.say("rescue-choose-hint", [])} }
                input {
                    class: "visually-hidden",
                    id: FILE,
                    r#type: "file",
                    accept: ".kuitti,application/octet-stream",
                    disabled: busy(),
                    onchange: send,
                }
            }
            div { aria_live: "polite",
                match &*taken.read() {
                    None => rsx! {},
                    Some(Ok(report)) => rsx! { Taken { report: report.clone(), workers } },
                    Some(Err(problem)) => rsx! { Banner { tone: Tone::Bad, {problem.say(text)} } },
                }
            }
            label { class: "field",
                span { class: "field-label", {text.say("rescue-typed", [])} }
                input {
                    class: "input",
                    autocomplete: "off",
                    spellcheck: "false",
                    dir: "ltr",
                    oninput: move |event| typed.set(event.value()),
                }
                span { class: "soft small", {text.say("rescue-typed-hint", [])} }
            }
            div { class: "dialog-actions",
                Button { autofocus: true, onclick: move |_| onclose.call(()), {text.say("close", [])} }
            }
        }
    }
}

#[component]
fn Taken(report: RescueReport, workers: Vec<Worker>) -> Element {
    let (text, calendar, now) = (use_text(), use_calendar(), use_now());
    let worker = workers.into_iter().find(|worker| worker.id == report.worker);
    let written = text.moment(calendar.local(report.written_at), calendar.local(now).date());
    let title = text.say(
        "rescue-done",
        [
            ("device", report.device_name.into()),
            (
                "worker",
                worker.map_or_else(String::new, |worker| worker.name).into(),
            ),
            ("moment", written.into()),
        ],
    );
    let counts = [
        ("rescue-operations", report.operations, report.operations_known),
        ("rescue-photos", report.photos, report.photos_known),
    ];
    let remarks = [
        ("rescue-to-review", report.to_review),
        ("rescue-left-on-phone", report.photos_left),
    ];
    rsx! {
        Banner { tone: Tone::Good, title,
            for (key, new, known) in counts {
                p { key: "{key}", {text.say(key, [("new", new.into()), ("known", known.into())])} }
            }
            for (key, count) in remarks {
                if count > 0 {
                    p { key: "{key}", {text.say(key, [("count", count.into())])} }
                }
            }
        }
    }
}

/// The code of one device.
#[component]
pub(super) fn CodeDialog(device: DeviceRow, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let id = device.id;
    let remote = use_remote(
        NO_TOPICS,
        || (),
        move |()| async move { api::get::<RescueCodeShown>(&format!("/api/devices/{id}/rescue-code")).await },
    );
    rsx! {
        Dialog { title: text.say("rescue-code-title", [("device", device.name.into())]), onclose,
            match (remote.value(), remote.problem()) {
                (Some(shown), _) => rsx! { p { class: "receipt-code", dir: "ltr", "{shown.code}" } },
                (None, Some(problem)) => rsx! { Banner { tone: Tone::Bad, {problem.say(text)} } },
                (None, None) => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
            }
            p { {text.say("rescue-code-how", [])} }
            div { class: "dialog-actions",
                Button { autofocus: true, onclick: move |_| onclose.call(()), {text.say("close", [])} }
            }
        }
    }
}
