//! The list of calls: citizens who are told by somebody of the contact centre. Whoever takes a call has it alone; what came of
//! it is said before the lease ends, or a person decides, as with any message of which nobody knows whether it arrived.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kuitti_shared::api::call_list::{CallResult, CallRow, EndCall, Taken};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::domain::{NoticeChannel, NoticeState, WaitReason};
use kuitti_shared::id::{NoticeId, StaffId};
use kuitti_shared::rules::notice_gate::NOT_WANTED;
use kuitti_shared::rules::permission::Task;
use kuitti_shared::unit::Millis;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::desk::{moved_on, note, unknown};
use super::gate::{self, Case};
use super::{receipts, text};
use crate::act::Act;
use crate::app::AppState;
use crate::auth::Staff;
use crate::error::{Error, Result};
use crate::http::json::Json;
use crate::storage::{NoticeRecord, ReadTx};

/// Calls of one look, the longest waiting first.
const PAGE: u32 = 200;
/// How long a call may last, with what is written down after it.
const LEASE: Millis = Millis::from_seconds(30 * 60);
const WAITING: NoticeState = NoticeState::Waiting {
    reason: Some(WaitReason::Caller),
};

/// `/api/calls`.
pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(take))
        .routes(routes!(end))
}

/// Calls that have to be made now, and those that somebody makes.
#[utoipa::path(get, path = "/api/calls", tag = "calls",
    responses((status = 200, body = Vec<CallRow>), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn list(State(app): State<AppState>, staff: Staff) -> Result<Json<Vec<CallRow>>> {
    staff.require(Task::TakeCalls)?;
    let act = staff.act(&app);
    let mut tx = app.storage.read().await?;
    let mut rows = Vec::new();
    for notice in tx.notices_at_hand(NoticeChannel::Call, PAGE).await? {
        if notice.state == NoticeState::Leased || notice.state == WAITING {
            rows.extend(row(&mut *tx, &notice, staff.record.id, &act).await?);
        }
    }
    Ok(Json(rows))
}

/// Nothing for one whose gate has shut meanwhile: at night nobody is called.
async fn row(tx: &mut dyn ReadTx, notice: &NoticeRecord, own: StaffId, act: &Act) -> Result<Option<CallRow>> {
    let Some(case) = case(tx, notice).await? else {
        return Ok(None);
    };
    let mut judged = notice.clone();
    gate::decide(&mut judged, &case, act);
    if judged.state != notice.state {
        return Ok(None);
    }
    let taken = match notice.taken_by.zip(notice.leased_until) {
        Some((by, until)) => {
            let staff = tx.staff(by).await?;
            let words = if by == own {
                let texts = text::OwnTexts::read(tx).await?;
                Some(text::words(notice, &case, &texts, &act.config))
            } else {
                None
            };
            Some(Taken {
                by: staff.map(|staff| staff.name).unwrap_or_default(),
                until,
                words,
            })
        }
        None => None,
    };
    Ok(Some(CallRow {
        id: notice.id,
        request: notice.request,
        number: case.request.number.clone(),
        address: case.request.place.address.clone(),
        stage: notice.stage,
        language: notice.language,
        name: case.contact.name.clone(),
        phone: notice.recipient.clone(),
        attempts: notice.attempts,
        since: notice.updated_at,
        taken,
    }))
}

async fn case(tx: &mut dyn ReadTx, notice: &NoticeRecord) -> Result<Option<Case>> {
    match tx.request(notice.request).await? {
        Some(request) => Case::load(tx, request).await.map(Some),
        None => Ok(None),
    }
}

/// Takes a call: it is nobody else's then, and says what to say.
#[utoipa::path(post, path = "/api/calls/{id}/take", tag = "calls",
    params(("id" = NoticeId, Path, description = "Which call")),
    responses((status = 200, body = CallRow), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn take(State(app): State<AppState>, staff: Staff, Path(id): Path<NoticeId>) -> Result<Json<CallRow>> {
    staff.require(Task::TakeCalls)?;
    let act = staff.act(&app);
    let about = call(&mut *app.storage.read().await?, id).await?;
    let mut tx = app.storage.write().await?;
    // The request before its messages, as the courier locks them.
    let case = case(&mut *tx, &about).await?.ok_or_else(unknown)?;
    let mut notice = call(&mut *tx, id).await?;
    let own = notice.taken_by == Some(staff.record.id) && notice.state == NoticeState::Leased;
    if notice.state != WAITING && !own {
        return Err(taken_by_another());
    }
    if !own {
        gate::decide(&mut notice, &case, &act);
        let recipients = [notice.recipient.as_str()];
        let is_silent = !tx.opted_out(NoticeChannel::Call, &recipients).await?.is_empty();
        if notice.state == WAITING && is_silent {
            notice.state = cancelled();
        }
        if notice.state == WAITING {
            notice.state = NoticeState::Leased;
            notice.leased_until = Some(act.now + LEASE);
            notice.taken_by = Some(staff.record.id);
            notice.attempts += 1;
            notice.updated_at = act.now;
        }
        tx.put_notice(&notice).await?;
        note(&mut *tx, &act, &notice, "call.taken", json!({})).await?;
    }
    let row = row(&mut *tx, &notice, staff.record.id, &act).await?;
    tx.commit().await?;
    let row = row.filter(|_| notice.state == NoticeState::Leased);
    row.map(Json).ok_or_else(moved_on)
}

/// Says what came of a call.
#[utoipa::path(post, path = "/api/calls/{id}/result", tag = "calls", request_body = EndCall,
    params(("id" = NoticeId, Path, description = "Which call")),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn end(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<NoticeId>,
    Json(said): Json<EndCall>,
) -> Result<StatusCode> {
    staff.require(Task::TakeCalls)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let mut notice = call(&mut *tx, id).await?;
    // Whoever had it knows what came of it, also when it took too long.
    let in_hand = matches!(notice.state, NoticeState::Leased | NoticeState::Uncertain);
    if !in_hand || notice.taken_by != Some(staff.record.id) {
        return Err(taken_by_another());
    }
    conclude(&mut notice, said.result, &act);
    if said.result == CallResult::NoMoreCalls {
        tx.opt_out(NoticeChannel::Call, &notice.recipient, act.now)
            .await?;
    }
    receipts::tell_otherwise(&mut *tx, &notice, &act).await?;
    tx.put_notice(&notice).await?;
    let detail = json!({ "result": said.result });
    note(&mut *tx, &act, &notice, "call.ended", detail).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn conclude(notice: &mut NoticeRecord, result: CallResult, act: &Act) {
    let calls = act.config.calls;
    let failed = |reason: &str| NoticeState::Failed {
        reason: reason.to_owned(),
    };
    let again = act.now + calls.pause();
    let (state, due_at) = match result {
        CallResult::Told => (NoticeState::Delivered, None),
        CallResult::NoAnswer if notice.attempts >= calls.attempts => (failed("nobody answers"), None),
        CallResult::NoAnswer => {
            let reason = Some(WaitReason::Retry { until: again });
            (NoticeState::Waiting { reason }, Some(again))
        }
        CallResult::WrongNumber => (failed("wrong number"), None),
        CallResult::NoMoreCalls => (cancelled(), None),
        CallResult::NotCalled => (WAITING, None),
    };
    if result == CallResult::NotCalled {
        notice.attempts = notice.attempts.saturating_sub(1);
    }
    notice.state = state;
    notice.due_at = due_at;
    notice.leased_until = None;
    notice.taken_by = None;
    notice.updated_at = act.now;
}

fn cancelled() -> NoticeState {
    NoticeState::Cancelled {
        reason: NOT_WANTED.to_owned(),
    }
}

async fn call(tx: &mut dyn ReadTx, id: NoticeId) -> Result<NoticeRecord> {
    let notice = tx.notice(id).await?;
    let call = notice.filter(|notice| notice.channel == NoticeChannel::Call);
    call.ok_or_else(unknown)
}

fn taken_by_another() -> Error {
    Error::conflict(
        "call_taken",
        "Somebody else has this call, or it need not be made any more. Look at the list again.",
    )
}
