//! The code that proves a number or an address, as it is typed on the page of the case.

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kuitti_shared::domain::NoticeChannel;
use serde::Deserialize;

use super::feedback::{Unsaid, addressed, answer};
use super::form::Unreadable;
use super::page::Visitor;
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::Caller;
use crate::error::Result;
use crate::intake::confirm::{Asked, Verdict, ask, check};
use crate::storage::RequestRecord;

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    channel: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn take_code(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(path): Path<String>,
    Form(typed): Form<Typed>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &path).await?;
        match look(&app, &case.request, &typed).await? {
            Verdict::Confirmed => Ok(case.code),
            Verdict::Wrong => Err(refused("citizen-confirm-wrong")),
        }
    };
    answer(&app, &visitor, said.await)
}

async fn look(app: &AppState, request: &RequestRecord, typed: &Typed) -> Result<Verdict> {
    let Some(channel) = NoticeChannel::from_code(&typed.channel) else {
        return Ok(Verdict::Wrong);
    };
    let mut tx = app.storage.write().await?;
    let verdict = check(
        &mut *tx,
        request.id,
        channel,
        &typed.code,
        &app.act(Actor::Citizen),
    )
    .await?;
    tx.commit().await?;
    Ok(verdict)
}

pub(super) async fn send_again(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(path): Path<String>,
    Form(typed): Form<Typed>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &path).await?;
        match again(&app, &case.request, &typed).await? {
            Asked::Sent => Ok(case.code),
            Asked::Refused => Err(refused("citizen-confirm-often")),
        }
    };
    answer(&app, &visitor, said.await)
}

async fn again(app: &AppState, request: &RequestRecord, typed: &Typed) -> Result<Asked> {
    let Some(channel) = NoticeChannel::from_code(&typed.channel) else {
        return Ok(Asked::Refused);
    };
    let mut tx = app.storage.write().await?;
    let asked = ask(&mut *tx, request.id, channel, &app.act(Actor::Citizen)).await?;
    tx.commit().await?;
    Ok(asked)
}

const fn refused(sentence: &'static str) -> Unsaid {
    Unsaid::Unreadable(Unreadable(StatusCode::UNPROCESSABLE_ENTITY, sentence))
}
