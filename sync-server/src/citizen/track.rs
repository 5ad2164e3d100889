//! Following a case by its code. A code that is unknown gets the same answer whoever asks, and asking often is slowed.

use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::tracking_code::{NotATrackingCode, TrackingCode};
use minijinja::context;
use serde::Deserialize;
use serde_json::json;

use super::case;
use super::feedback::to_case;
use super::page::Visitor;
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::{Attempt, Caller};
use crate::error::Result;
use crate::intake::code;
use crate::notices;
use crate::storage::{AuditEntry, RequestRecord};

#[derive(Deserialize)]
pub(super) struct TypedCode {
    #[serde(default)]
    code: String,
}

pub(super) async fn form(State(app): State<AppState>, visitor: Visitor) -> Response {
    ask(&app, &visitor, "", None)
}

/// The form leads to the case's own address, which can be kept.
pub(super) async fn find(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Form(typed): Form<TypedCode>,
) -> Response {
    match typed.code.parse::<TrackingCode>() {
        Ok(code) => match find_case(&app, &peer.to_string(), code).await {
            Ok(Some(_)) => to_case(code),
            Ok(None) => ask(&app, &visitor, &typed.code, Some("citizen-track-unknown")),
            Err(error) => visitor.trouble(&app.config.town, &error),
        },
        Err(mistake) => ask(&app, &visitor, &typed.code, Some(sentence(mistake))),
    }
}

pub(super) async fn show(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let Ok(code) = typed.parse::<TrackingCode>() else {
        return unknown(&app, &visitor);
    };
    let page = async {
        let Some(request) = find_case(&app, &peer.to_string(), code).await? else {
            return Ok(None);
        };
        let mut tx = app.storage.read().await?;
        let case = case::gather(&mut *tx, &visitor, &app, &request, code).await?;
        visitor
            .page(&app.config.town, "track", "case.html", context! { case })
            .map(Some)
    };
    match page.await {
        Ok(Some(page)) => page,
        Ok(None) => unknown(&app, &visitor),
        Err(error) => visitor.trouble(&app.config.town, &error),
    }
}

/// Which messages are not wanted; all, where none is named.
#[derive(Deserialize)]
pub(super) struct Unwanted {
    channel: Option<String>,
}

/// The citizen wants no more messages; the case stays. A mailbox that asks for its owner names the channel, and follows no
/// redirection (RFC 8058).
pub(super) async fn stop_messages(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
    Query(unwanted): Query<Unwanted>,
) -> Response {
    let channel = unwanted.channel.as_deref().and_then(NoticeChannel::from_code);
    let stop = async {
        let Ok(code) = typed.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let Some(request) = find_case(&app, &peer.to_string(), code).await? else {
            return Ok(None);
        };
        stop(&app, &request, channel).await?;
        Ok(Some(code))
    };
    match stop.await {
        Ok(Some(_)) if channel.is_some() => StatusCode::OK.into_response(),
        Ok(Some(code)) => to_case(code),
        Ok(None) => unknown(&app, &visitor),
        Err(error) => visitor.trouble(&app.config.town, &error),
    }
}

async fn stop(app: &AppState, request: &RequestRecord, only: Option<NoticeChannel>) -> Result<()> {
    let act = app.act(Actor::Citizen);
    let mut tx = app.storage.write().await?;
    if let Some(mut contact) = tx.contact(request.id).await? {
        contact
            .notify
            .retain(|channel| only.is_some_and(|only| only != *channel));
        tx.put_contact(request.id, &contact).await?;
        notices::follow_request(&mut *tx, request.id, &act).await?;
        tx.audit(&AuditEntry {
            at: act.now,
            actor: act.actor,
            action: "request.messages_stopped".to_owned(),
            subject: "request".to_owned(),
            subject_id: Some(request.id.0),
            detail: json!({}),
        })
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The case of a code. Failures are counted by caller, so that nobody can try many.
///
/// # Errors
/// [`crate::error::Error::Busy`] for whoever tried too many.
pub(super) async fn find_case(
    app: &AppState,
    peer: &str,
    code: TrackingCode,
) -> Result<Option<RequestRecord>> {
    let now = app.clock.now();
    app.limits.check(Attempt::TrackingCode, peer, now)?;
    let found = app
        .storage
        .read()
        .await?
        .request_by_tracking(&code::hash(&code))
        .await?;
    if found.is_none() {
        app.limits.count(Attempt::TrackingCode, peer, now)?;
    }
    Ok(found)
}

const fn sentence(mistake: NotATrackingCode) -> &'static str {
    match mistake {
        NotATrackingCode::Length => "citizen-track-length",
        NotATrackingCode::Character | NotATrackingCode::Check => "citizen-track-mistyped",
    }
}

/// No case has this code: the same answer, whatever the reason.
pub(super) fn unknown(app: &AppState, visitor: &Visitor) -> Response {
    ask(app, visitor, "", Some("citizen-track-unknown"))
}

fn ask(app: &AppState, visitor: &Visitor, typed: &str, sentence: Option<&str>) -> Response {
    let status = if sentence.is_some() {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    let sentence = sentence.map_or_else(String::new, |key| visitor.text().say(key, []));
    match visitor.page(
        &app.config.town,
        "track",
        "track.html",
        context! { typed, sentence },
    ) {
        Ok(page) => (status, page).into_response(),
        Err(error) => visitor.trouble(&app.config.town, &error),
    }
}
