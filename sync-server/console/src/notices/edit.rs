//! Other words for a message that waits.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        notices::{EditNotice, NoticeWords},
    },
    id::NoticeId,
};
use kuitti_ui::{Button, ButtonKind, ButtonState, Dialog, use_text};
use serde::de::IgnoredAny;

use crate::{api, flash::use_flash, live::use_live};

const WORDS: &str = "notice-words";

#[component]
pub(super) fn EditWords(id: NoticeId, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let (flash, live) = (use_flash(), use_live());
    let mut words = use_signal(String::new);
    let mut busy = use_signal(|| ButtonState::Busy);
    let path = use_hook(|| format!("/api/notices/{id}/words"));
    use_future({
        let path = path.clone();
        move || {
            let path = path.clone();
            async move {
                match api::get::<NoticeWords>(&path).await {
                    Ok(said) => words.set(said.words),
                    Err(problem) => flash.bad(problem.say(text)),
                }
                busy.set(ButtonState::Ready);
            }
        }
    });
    let save = use_callback(move |said: String| {
        let path = path.clone();
        spawn(async move {
            busy.set(ButtonState::Busy);
            match api::put::<_, IgnoredAny>(&path, &EditNotice { words: said }).await {
                Ok(_) => onclose.call(()),
                Err(problem) => flash.bad(problem.say(text)),
            }
            live.poke(&[Topic::Notices]);
            busy.set(ButtonState::Ready);
        });
    });
    rsx! {
        Dialog { title: text.say("notice-edit", []), onclose,
            label { class: "field-label", r#for: WORDS, {text.say("notice-words", [])} }
            textarea {
                class: "textarea",
                id: WORDS,
                rows: "6",
                maxlength: "1000",
                value: "{words}",
                oninput: move |event| words.set(event.value()),
            }
            div { class: "cluster tight",
                Button { kind: ButtonKind::Primary, state: busy(), onclick: move |_| save.call(words.peek().clone()),
                    {text.say("save", [])}
                }
                Button { state: busy(), onclick: move |_| save.call(String::new()), {text.say("notice-usual-words", [])} }
            }
        }
    }
}
