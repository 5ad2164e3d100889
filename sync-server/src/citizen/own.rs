//! One's own data: everything that a case keeps about its citizen, to be read, taken away and deleted.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kuitti_shared::domain::{Contact, Feedback};
use kuitti_shared::unit::WallTime;
use kuitti_text::Calendar;
use minijinja::context;
use serde::Serialize;

use super::feedback::{Addressed, Unsaid, addressed, answer};
use super::page::Visitor;
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::Caller;
use crate::error::Result;
use crate::intake::forget::forget;
use crate::storage::RequestRecord;

/// Everything about a citizen in one case, as a file. Times are milliseconds since 1970 (UTC).
#[derive(Debug, Serialize)]
struct OwnData {
    number: String,
    received_at: WallTime,
    category: String,
    description: String,
    place: kuitti_shared::domain::Place,
    language: &'static str,
    contact: Option<Contact>,
    feedback: Vec<Feedback>,
    photos: Vec<String>,
    messages: Vec<OwnMessage>,
}

#[derive(Debug, Serialize)]
struct OwnMessage {
    about: &'static str,
    channel: &'static str,
    to: String,
    made_at: WallTime,
}

async fn gather(app: &AppState, request: &RequestRecord) -> Result<OwnData> {
    let mut tx = app.storage.read().await?;
    let messages = tx
        .notices_of(request.id)
        .await?
        .into_iter()
        .map(|notice| OwnMessage {
            about: notice.stage.code(),
            channel: notice.channel.code(),
            to: notice.recipient,
            made_at: notice.created_at,
        });
    Ok(OwnData {
        number: request.number.to_string(),
        received_at: request.received_at,
        category: request.category.to_string(),
        description: request.description.clone(),
        place: request.place.clone(),
        language: request.language.code(),
        contact: tx.contact(request.id).await?,
        feedback: request.feedback.clone(),
        photos: request.photos.iter().map(ToString::to_string).collect(),
        messages: messages.collect(),
    })
}

pub(super) async fn show(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let page = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        let page = page(&app, &visitor, &case).await?;
        Ok::<_, Unsaid>(page)
    };
    match page.await {
        Ok(page) => page,
        Err(unsaid) => answer(&app, &visitor, Err(unsaid)),
    }
}

async fn page(app: &AppState, visitor: &Visitor, case: &Addressed) -> Result<Response> {
    let own = gather(app, &case.request).await?;
    let text = visitor.text();
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    let messages: Vec<String> = own
        .messages
        .iter()
        .map(|message| {
            let about = text.word("notice-stage", message.about);
            let when = text.full_moment(&calendar.local(message.made_at));
            format!("{about}, {}, {when}", text.word("channel", message.channel))
        })
        .collect();
    let values = context! { own, messages, link => case.code.compact() };
    visitor.page(&app.config.town, "track", "own.html", values)
}

pub(super) async fn download(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let file = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        Ok::<_, Unsaid>(gather(&app, &case.request).await?)
    };
    match file.await {
        Ok(own) => {
            let name = format!("attachment; filename=\"{}.json\"", own.number);
            let headers = [
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, Json(own)).into_response()
        }
        Err(unsaid) => answer(&app, &visitor, Err(unsaid)),
    }
}

pub(super) async fn take_wish_to_be_forgotten(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        forgotten(&app, &case.request).await?;
        Ok(case.code)
    };
    answer(&app, &visitor, said.await)
}

async fn forgotten(app: &AppState, request: &RequestRecord) -> Result<()> {
    let mut tx = app.storage.write().await?;
    forget(&mut *tx, request.id, &app.act(Actor::Citizen)).await?;
    Ok(tx.commit().await?)
}
