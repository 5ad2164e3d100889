//! Watching something: whoever does is told what happens to it.
use dioxus::prelude::*;
use kuitti_shared::api::{
    colleagues::{Watch, WatchRow, Watched},
    events::Topic,
};
use kuitti_ui::{Button, ButtonState, Glyph, use_text};

use crate::{api, flash::use_flash, remote::use_remote};

/// Reads again after one's own commands only.
const NO_TOPICS: &[Topic] = &[];

/// Begins to watch, or ends it.
#[component]
pub(super) fn WatchButton(watched: ReadSignal<Watched>) -> Element {
    let text = use_text();
    let flash = use_flash();
    let mut busy = use_signal(ButtonState::default);
    let own = use_remote(NO_TOPICS, || (), |()| api::get::<Vec<WatchRow>>("/api/watches"));
    let on = own
        .value()
        .is_some_and(|own| own.iter().any(|row| row.watched == *watched.read()));
    let toggle = move |_| async move {
        busy.set(ButtonState::Busy);
        let wanted = Watch {
            watched: watched.peek().clone(),
            on: !on,
        };
        if let Err(problem) = api::put::<_, Vec<WatchRow>>("/api/watches", &wanted).await {
            flash.bad(problem.say(text));
        }
        own.refresh();
        busy.set(ButtonState::Ready);
    };
    rsx! {
        Button {
            glyph: if on { Glyph::Check } else { Glyph::Notice },
            state: busy(),
            aria_pressed: "{on}",
            onclick: toggle,
            {text.say(if on { "watching" } else { "watch" }, [])}
        }
    }
}
