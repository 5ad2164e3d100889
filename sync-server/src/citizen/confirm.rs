//! The code that proves a number or an address, as it is typed on the page of the case.

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::id::RequestId;
use serde::Deserialize;

use super::feedback::{Unsaid, addressed, answer};
use super::form::Unreadable;
use super::page::Visitor;
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::Caller;
use crate::error::Result;
use crate::intake::confirm::{Asked, Verdict, ask, check};

const WRONG: &str = "citizen-confirm-wrong";
const TOO_OFTEN: &str = "citizen-confirm-often";

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    channel: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn take_code(
    state: State<AppState>,
    visitor: Visitor,
    caller: Caller,
    path: Path<String>,
    typed: Form<Typed>,
) -> Response {
    take(Wanted::Check, state, visitor, caller, path, typed).await
}

pub(super) async fn send_again(
    state: State<AppState>,
    visitor: Visitor,
    caller: Caller,
    path: Path<String>,
    typed: Form<Typed>,
) -> Response {
    take(Wanted::Another, state, visitor, caller, path, typed).await
}

/// What a citizen wants with a code.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// To prove something with it.
    Check,
    /// A new one.
    Another,
}

async fn take(
    wanted: Wanted,
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(path): Path<String>,
    Form(typed): Form<Typed>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &path).await?;
        match carry_out(&app, wanted, case.request.id, &typed).await? {
            None => Ok(case.code),
            Some(sentence) => Err(Unsaid::Unreadable(Unreadable(
                StatusCode::UNPROCESSABLE_ENTITY,
                sentence,
            ))),
        }
    };
    answer(&app, &visitor, said.await)
}

/// The sentence that refuses it, if it is refused. A wrong code is counted, whatever becomes of it.
async fn carry_out(
    app: &AppState,
    wanted: Wanted,
    request: RequestId,
    typed: &Typed,
) -> Result<Option<&'static str>> {
    let act = app.act(Actor::Citizen);
    let mut tx = app.storage.write().await?;
    let refused = match (wanted, NoticeChannel::from_code(&typed.channel)) {
        (Wanted::Check, Some(channel)) => {
            let verdict = check(&mut *tx, request, channel, &typed.code, &act).await?;
            (verdict == Verdict::Wrong).then_some(WRONG)
        }
        (Wanted::Another, Some(channel)) => {
            let asked = ask(&mut *tx, request, channel, &act).await?;
            (asked == Asked::Refused).then_some(TOO_OFTEN)
        }
        (Wanted::Check, None) => Some(WRONG),
        (Wanted::Another, None) => Some(TOO_OFTEN),
    };
    tx.commit().await?;
    Ok(refused)
}
