//! One text: written, looked at, saved.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        texts::{PutText, TextInForce, TextPreview},
    },
    domain::{TextKey, TextVariable},
    id::CategoryCode,
};
use kuitti_ui::{Banner, Button, ButtonKind, ButtonSize, ButtonState, Field, Tone, use_text};
use serde::Serialize;
use serde::de::IgnoredAny;

use super::{preview::Preview, versions::Versions};
use crate::{api, flash::use_flash, live::use_live, remote::use_remote};

const SOURCE: &str = "text-source";

#[derive(Serialize)]
struct OfCategory {
    category: Option<CategoryCode>,
}

async fn read(of: TextKey) -> Result<TextInForce, api::ApiError> {
    let path = format!(
        "/api/texts/{}/{}/{}",
        of.language.code(),
        of.stage.code(),
        of.kind.code()
    );
    let category = OfCategory {
        category: of.category,
    };
    api::find(&path, &category).await
}

/// Reads the text; a change by somebody else opens it anew.
#[component]
pub(super) fn Editor(of: TextKey) -> Element {
    let text = use_text();
    let asked = of.clone();
    let remote = use_remote(&[Topic::Notices], move || asked.clone(), read);
    rsx! {
        if let Some(problem) = remote.problem() {
            Banner { tone: Tone::Bad, {problem.say(text)} }
        }
        match remote.value() {
            None => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
            Some(known) => rsx! { Writing { key: "{known.version}", of, known } },
        }
    }
}

#[component]
fn Writing(of: TextKey, known: TextInForce) -> Element {
    let text = use_text();
    let (flash, live) = (use_flash(), use_live());
    let mut source = use_signal(|| known.source.clone());
    let mut busy = use_signal(ButtonState::default);
    let preview = use_signal(|| None::<TextPreview>);
    let version = known.version;
    let key = of.clone();
    let save = use_callback(move |source: String| {
        let body = PutText {
            key: key.clone(),
            source,
            version,
        };
        spawn(async move {
            busy.set(ButtonState::Busy);
            match api::put::<_, IgnoredAny>("/api/texts", &body).await {
                Ok(_) => flash.good(text.say("text-saved", [])),
                Err(problem) => flash.bad(problem.say(text)),
            }
            live.poke(&[Topic::Notices]);
            busy.set(ButtonState::Ready);
        });
    });
    let is_changed = *source.read() != known.source;
    let can_be_used = preview
        .read()
        .as_ref()
        .is_some_and(|shown| shown.mistake.is_none());
    let has_own = known.source != known.otherwise;
    rsx! {
        Field { id: SOURCE, label: text.say("text-source", []), hint: text.say("text-source-hint", []),
            textarea {
                id: SOURCE,
                class: "textarea",
                rows: "5",
                maxlength: "1000",
                lang: of.language.code(),
                dir: of.language.direction().code(),
                aria_describedby: "{SOURCE}-hint text-mistake",
                value: "{source}",
                oninput: move |event| source.set(event.value()),
            }
        }
        Names { names: known.variables.clone(), onname: move |name| source.write().push_str(&format!("{{{{ {name} }}}}")) }
        Preview { of, source, preview }
        div { class: "cluster",
            Button {
                kind: ButtonKind::Primary,
                state: if is_changed && can_be_used { busy() } else { ButtonState::Disabled },
                onclick: move |_| save.call(source.peek().clone()),
                {text.say("text-save", [])}
            }
            if has_own {
                Button { state: busy(), onclick: move |_| save.call(String::new()), {text.say("text-built-in", [])} }
            }
        }
        Versions { known, ontake: move |taken| source.set(taken) }
    }
}

/// What the text can name, each put at its end.
#[component]
fn Names(names: Vec<TextVariable>, onname: EventHandler<&'static str>) -> Element {
    let text = use_text();
    rsx! {
        div { class: "cluster tight", role: "group", aria_label: text.say("text-insert", []),
            for name in names {
                Button { key: "{name.code()}", size: ButtonSize::Small, onclick: move |_| onname.call(name.code()), {text.word("text-variable", name.code())} }
            }
        }
    }
}
