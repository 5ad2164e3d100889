//! Connecting the phone to an office, by a code from the link in a QR code or typed. A phone that was locked is connected
//! again the same way, and keeps what it has not sent.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Problem, Reply, Request};
use kuitti_ui::{Banner, Button, ButtonKind, ButtonSize, ButtonState, ButtonType, Field, Tone, use_text};

use super::phone::use_phone;
use super::route::{Route, go};
use super::settings::ChooseLanguage;
use super::starting::Mark;
use super::words;
use crate::shell::page::{address, device};

/// Which field a problem is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Code,
    Server,
    Neither,
}

/// See the module.
#[component]
pub(super) fn Enrol(code: String) -> Element {
    let text = use_text();
    let phone = use_phone();
    let status = phone.status.read();
    let connected = status.as_ref().and_then(|status| status.enrolment.as_ref());
    let connected = connected.map(|enrolment| enrolment.worker.name.clone());
    drop(status);
    let mut code = use_signal(|| code);
    let mut server = use_signal(address::origin);
    let mut problem = use_signal(|| None::<Problem>);
    let mut asking = use_signal(|| false);
    let connect = move |event: FormEvent| async move {
        event.prevent_default();
        if asking() {
            return;
        }
        asking.set(true);
        problem.set(None);
        let request = Request::Enrol {
            server: server(),
            code: code(),
            device_name: device::name(),
        };
        match phone.ask(request).await {
            Reply::Status(status) => {
                go(&Route::Today);
                phone.is_now(*status);
            }
            Reply::Failed(failed) => problem.set(Some(failed)),
            _ => problem.set(Some(Problem::NotPossible)),
        }
        asking.set(false);
    };
    let error = |wanted: About| {
        let problem = problem.read();
        problem
            .as_ref()
            .filter(|problem| about(problem) == wanted)
            .map(|problem| words::problem(text, problem))
    };
    let state = if asking() {
        ButtonState::Busy
    } else {
        ButtonState::Ready
    };
    rsx! {
        main { class: "welcome", id: "enrol",
            Mark {}
            if connected.is_none() {
                ChooseLanguage {}
            }
            div { class: "stack near",
                h1 { {text.say("enrol-title", [])} }
                p { class: "soft", {text.say("enrol-hint", [])} }
            }
            if let Some(worker) = connected {
                Banner { tone: Tone::Info,
                    p { {text.say("enrol-connected", [("worker", worker.into())])} }
                    a { class: "button", href: Route::Today.href(), {text.say("back", [])} }
                }
            }
            if device::is_ios() && !device::is_installed() {
                Banner { tone: Tone::Info, title: text.say("enrol-install-title", []),
                    p { {text.say("enrol-install", [])} }
                }
            }
            form { class: "stack", onsubmit: connect,
                Field {
                    id: "enrol-code",
                    label: text.say("enrol-code", []),
                    hint: text.say("enrol-scan", []),
                    error: error(About::Code),
                    input {
                        class: "input code-input",
                        id: "enrol-code",
                        autocomplete: "one-time-code",
                        autocapitalize: "characters",
                        spellcheck: "false",
                        required: true,
                        aria_describedby: "enrol-code-hint enrol-code-error",
                        aria_invalid: error(About::Code).is_some(),
                        value: "{code}",
                        oninput: move |event| code.set(event.value()),
                    }
                }
                Field {
                    id: "enrol-server",
                    label: text.say("enrol-server", []),
                    error: error(About::Server),
                    input {
                        class: "input",
                        id: "enrol-server",
                        r#type: "url",
                        required: true,
                        aria_describedby: "enrol-server-error",
                        aria_invalid: error(About::Server).is_some(),
                        value: "{server}",
                        oninput: move |event| server.set(event.value()),
                    }
                }
                if let Some(error) = error(About::Neither) {
                    Banner { tone: Tone::Bad, p { "{error}" } }
                }
                Button {
                    kind: ButtonKind::Primary,
                    size: ButtonSize::Large,
                    r#type: ButtonType::Submit,
                    state,
                    "data-wide": "",
                    {text.say("enrol-connect", [])}
                }
            }
        }
    }
}

const fn about(problem: &Problem) -> About {
    match problem {
        Problem::EnrolmentUnknown | Problem::EnrolmentUsed | Problem::EnrolmentExpired => About::Code,
        Problem::ServerAddress => About::Server,
        _ => About::Neither,
    }
}
