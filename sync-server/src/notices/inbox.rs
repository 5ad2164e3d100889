//! The demo inbox as a page: what citizens would get on their own phones. It exists only when the configuration says so.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kuitti_shared::domain::NoticeChannel;
use kuitti_sms::Tables;
use kuitti_text::{Calendar, Text};
use minijinja::context;
use serde::Serialize;

use crate::app::AppState;
use crate::citizen::page::Visitor;
use crate::citizen::script;
use crate::error::Result;
use crate::storage::InboxMessage;

const SHOWN: u32 = 100;

/// `/inbox`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/inbox", get(show))
        .route("/inbox/look.js", get(look))
}

async fn look() -> impl IntoResponse {
    script(include_str!("../../../assets/citizen/look.js"))
}

#[derive(Debug, Serialize)]
struct Shown {
    channel: &'static str,
    language: &'static str,
    direction: &'static str,
    to: String,
    when: String,
    subject: Option<String>,
    characters: usize,
    parts: Option<usize>,
    pieces: Vec<Piece>,
}

/// A piece of a text: words, or a link to a case of this town.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    link: Option<String>,
}

async fn show(State(app): State<AppState>, visitor: Visitor) -> Response {
    let town = &app.config.town;
    if !app.config.demo_inbox {
        return visitor.message(town, StatusCode::NOT_FOUND, "citizen-gone-title", "citizen-gone");
    }
    let page = page(&app, &visitor).await;
    page.unwrap_or_else(|error| visitor.trouble(town, &error))
}

async fn page(app: &AppState, visitor: &Visitor) -> Result<Response> {
    let inbox = app.storage.look().await?.inbox(SHOWN).await?;
    let messages: Vec<Shown> = inbox
        .iter()
        .map(|message| shown(message, app, visitor.text()))
        .collect();
    visitor.page(&app.config.town, "inbox", "inbox.html", context! { messages })
}

fn shown(message: &InboxMessage, app: &AppState, text: Text) -> Shown {
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    let now = calendar.local(app.clock.now());
    let size = kuitti_sms::size(&message.body, Tables::National);
    Shown {
        channel: message.channel.code(),
        language: message.language.code(),
        direction: message.language.direction().code(),
        to: message.recipient.clone(),
        when: text.moment(calendar.local(message.at), now.date()),
        subject: message.subject.clone(),
        characters: size.characters,
        parts: (message.channel == NoticeChannel::Sms).then_some(size.parts),
        pieces: pieces(&message.body, app.config.public_url.trim_end_matches('/')),
    }
}

/// Makes links of this town's own addresses and of nothing else: the rest may come from a citizen.
fn pieces(body: &str, address: &str) -> Vec<Piece> {
    let words = |text: &str| Piece {
        text: text.to_owned(),
        link: None,
    };
    let prefix = format!("{address}/t/");
    let mut parts = body.split(&prefix);
    let mut pieces: Vec<Piece> = parts.next().map(words).into_iter().collect();
    for part in parts {
        let end = part
            .find(|character: char| !character.is_ascii_alphanumeric())
            .unwrap_or(part.len());
        let (code, rest) = part.split_at(end);
        pieces.push(Piece {
            text: format!("{prefix}{code}"),
            link: Some(format!("/t/{code}")),
        });
        pieces.push(words(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_towns_own_cases_are_links() {
        let found = pieces(
            "See https://town.example/t/7KQ2. <b>https://evil.example/t/x</b>",
            "https://town.example",
        );
        let links: Vec<_> = found.iter().filter_map(|piece| piece.link.as_deref()).collect();
        assert_eq!(links, ["/t/7KQ2"]);
        let text: String = found.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(
            text,
            "See https://town.example/t/7KQ2. <b>https://evil.example/t/x</b>"
        );
    }
}
