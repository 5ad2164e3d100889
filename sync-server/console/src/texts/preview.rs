//! What a text would say and cost, shortly after each letter.
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use kuitti_shared::{
    api::texts::{MessageSize, TextDraft, TextMistake, TextPreview},
    domain::TextKey,
    id::PublicNumber,
};
use kuitti_text::Text;
use kuitti_ui::{Banner, Field, Tone, use_text};

use crate::{api, remote::use_remote};

/// So long nobody types before the server is asked.
const PAUSE_MILLISECONDS: u32 = 250;
const REQUEST: &str = "text-preview-request";

async fn ask(draft: TextDraft) -> Result<TextPreview, api::ApiError> {
    TimeoutFuture::new(PAUSE_MILLISECONDS).await;
    api::post("/api/texts/preview", &draft).await
}

#[component]
pub(super) fn Preview(of: TextKey, source: Signal<String>, preview: Signal<Option<TextPreview>>) -> Element {
    let text = use_text();
    let mut preview = preview;
    let mut request = use_signal(String::new);
    let key = of.clone();
    let draft = move || {
        let number = request.read().trim().to_owned();
        TextDraft {
            key: key.clone(),
            source: source.read().clone(),
            request: (!number.is_empty()).then_some(PublicNumber(number)),
        }
    };
    let remote = use_remote(&[], draft, ask);
    use_effect(move || preview.set(remote.value()));
    let shown = remote.value();
    let mistake = shown.as_ref().and_then(|shown| shown.mistake.as_ref());
    rsx! {
        div { id: "text-mistake", role: "status",
            if let Some(mistake) = mistake {
                Banner { tone: Tone::Bad, {sentence(mistake, text)} }
            }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Warn, {problem.say(text)} }
            }
        }
        if let Some(shown) = shown.as_ref().filter(|shown| shown.mistake.is_none()) {
            figure { class: "text-preview",
                figcaption { class: "field-label", {text.say("text-preview", [])} }
                p { class: "citizen-words", lang: of.language.code(), dir: of.language.direction().code(), "{shown.says}" }
                if let Some(size) = &shown.size {
                    p { class: "soft small numeric", {measured(size, text)} }
                }
            }
        }
        Field { id: REQUEST, label: text.say("text-preview-request", []), hint: text.say("text-preview-request-hint", []),
            input { id: REQUEST, class: "input", aria_describedby: "{REQUEST}-hint", value: "{request}", oninput: move |event| request.set(event.value()) }
        }
    }
}

/// Characters, parts, letters, room, price.
fn measured(size: &MessageSize, text: Text) -> String {
    let encoding = text.word("text-encoding", &size.encoding);
    let said = text.say(
        "text-size",
        [
            ("characters", size.characters.into()),
            ("parts", size.parts.into()),
            ("encoding", encoding.into()),
        ],
    );
    let left = text.say("text-left", [("left", size.left.into())]);
    let price = size.price.as_ref().map(|price| {
        let amount = text.number(price.amount, decimals(price.amount));
        text.say(
            "text-price",
            [
                ("amount", amount.into()),
                ("currency", price.currency.clone().into()),
            ],
        )
    });
    [Some(said), Some(left), price]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Operators count in parts of a cent.
fn decimals(amount: f64) -> usize {
    let cents = amount * 100.0;
    if (cents - cents.round()).abs() < 1e-6 {
        2
    } else {
        4
    }
}

fn sentence(mistake: &TextMistake, text: Text) -> String {
    match mistake {
        TextMistake::UnknownVariable { name, known } => {
            let known: Vec<&str> = known.iter().map(|variable| variable.code()).collect();
            text.say(
                "text-mistake-unknown-variable",
                [("name", name.clone().into()), ("known", known.join(", ").into())],
            )
        }
        TextMistake::MissingVariable { name } => {
            text.say("text-mistake-missing-variable", [("name", name.code().into())])
        }
        TextMistake::UnknownCommand { name } => {
            text.say("text-mistake-unknown-command", [("name", name.clone().into())])
        }
        TextMistake::Unreadable { line, why } => text.say(
            "text-mistake-unreadable",
            [("line", (*line).into()), ("why", why.clone().into())],
        ),
        TextMistake::Empty => text.say("text-mistake-empty", []),
        TextMistake::TooLong { most } => text.say("text-mistake-too-long", [("most", (*most).into())]),
    }
}
