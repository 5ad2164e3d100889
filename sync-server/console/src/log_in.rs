//! Logging in: as a screen of its own, and again over a screen whose session has expired.
use dioxus::prelude::*;
use kuitti_shared::api::session::{LogIn, Me};
use kuitti_ui::{Banner, Button, ButtonKind, ButtonState, ButtonType, Field, Tone, use_text};

use crate::{
    api::{self, ApiError},
    frame::{LanguageChoice, Logo},
    session::use_session,
};

/// Nobody is logged in.
#[component]
pub(crate) fn LogInScreen() -> Element {
    let text = use_text();
    rsx! {
        main { class: "log-in",
            div { class: "receipt stack",
                Logo {}
                h1 { class: "log-in-title", {text.say("log-in-title", [])} }
                hr { class: "perforation" }
                LogInForm { name: String::new() }
            }
            LanguageChoice {}
        }
    }
}

/// Name, password, and what was wrong with them.
#[component]
pub(crate) fn LogInForm(name: String) -> Element {
    let text = use_text();
    let session = use_session();
    let known = !name.is_empty();
    let mut name = use_signal(|| name);
    let mut password = use_signal(String::new);
    let mut state = use_signal(ButtonState::default);
    let mut problem = use_signal(|| None::<ApiError>);
    let submit = move |event: FormEvent| async move {
        event.prevent_default();
        if state() == ButtonState::Busy {
            return;
        }
        state.set(ButtonState::Busy);
        let sent = LogIn {
            name: name.peek().trim().to_owned(),
            password: password.peek().clone(),
        };
        match api::post::<_, Me>("/api/session", &sent).await {
            Ok(me) => session.logged_in(me),
            Err(error) => problem.set(Some(error)),
        }
        state.set(ButtonState::Ready);
    };
    let said = problem.read().as_ref().map(|problem| match problem {
        ApiError::LoggedOut => text.say("problem-wrong-login", []),
        other => other.say(text),
    });
    rsx! {
        form { class: "stack", onsubmit: submit,
            if let Some(said) = said {
                Banner { tone: Tone::Bad, "{said}" }
            }
            Field { id: "log-in-name", label: text.say("log-in-name", []),
                input {
                    class: "input",
                    id: "log-in-name",
                    autocomplete: "username",
                    autocapitalize: "none",
                    autofocus: !known,
                    required: true,
                    value: "{name}",
                    oninput: move |event| name.set(event.value()),
                }
            }
            Field { id: "log-in-password", label: text.say("log-in-password", []),
                input {
                    class: "input",
                    id: "log-in-password",
                    r#type: "password",
                    autocomplete: "current-password",
                    autofocus: known,
                    required: true,
                    value: "{password}",
                    oninput: move |event| password.set(event.value()),
                }
            }
            Button { kind: ButtonKind::Primary, r#type: ButtonType::Submit, state: state(), "data-wide": "", {text.say("log-in", [])} }
        }
    }
}
