//! What the office sees of messages, and decides: hold, release, send again, leave it.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kuitti_shared::api::notices::{
    DecideNotice, EditNotice, NoticeDecision, NoticeGroup, NoticeList, NoticeRow, NoticeWords,
};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::domain::{NoticeStage, NoticeState, WaitReason};
use kuitti_shared::id::NoticeId;
use kuitti_shared::rules::permission::{Task, may};
use serde::Deserialize;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::gate::{self, Case};
use super::{calls, text};
use crate::act::Act;
use crate::app::AppState;
use crate::auth::Staff;
use crate::error::{Error, Result};
use crate::http::json::Json;
use crate::intake::{limits, reach};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, NoticeRecord, RequestRecord, WriteTx};

const PAGE: u32 = 200;

/// `/api/notices`.
#[must_use]
pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(decide))
        .routes(routes!(read_words, edit))
        .merge(text::router())
        .merge(calls::router())
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    /// Which group; those that wait unless said otherwise.
    #[serde(default)]
    group: NoticeGroup,
}

/// Messages to citizens by where they stand.
#[utoipa::path(get, path = "/api/notices", tag = "notices", params(Which),
    responses((status = 200, body = NoticeList), (status = 401, body = Problem)))]
async fn list(
    State(app): State<AppState>,
    staff: Staff,
    Query(which): Query<Which>,
) -> Result<Json<NoticeList>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    let mut rows = Vec::new();
    for notice in tx.notices_in(states(which.group), PAGE).await? {
        if let Some(request) = tx.request(notice.request).await? {
            rows.push(row(&notice, &request, may(staff.record.role, Task::ReadContacts)));
        }
    }
    let counts = tx.notice_counts().await?;
    let count = |group| {
        let counted = counts
            .iter()
            .filter(|(state, _)| states(group).contains(&state.as_str()));
        counted.map(|(_, count)| count).sum()
    };
    Ok(Json(NoticeList {
        notices: rows,
        waiting: count(NoticeGroup::Waiting),
        sent: count(NoticeGroup::Sent),
        needs_person: count(NoticeGroup::NeedsPerson),
    }))
}

/// The states of a group, by their names on the wire.
const fn states(group: NoticeGroup) -> &'static [&'static str] {
    match group {
        NoticeGroup::Waiting => &["waiting", "leased"],
        NoticeGroup::Sent => &["sent", "delivered"],
        NoticeGroup::NeedsPerson => &["failed", "uncertain"],
        NoticeGroup::Cancelled => &["cancelled"],
    }
}

/// A message as the office sees it; whoever may not see contacts sees the ends of a number only.
#[must_use]
pub(crate) fn row(notice: &NoticeRecord, request: &RequestRecord, shows_contacts: bool) -> NoticeRow {
    NoticeRow {
        id: notice.id,
        request: notice.request,
        number: request.number.clone(),
        address: request.place.address.clone(),
        stage: notice.stage,
        channel: notice.channel,
        language: notice.language,
        recipient: if shows_contacts {
            notice.recipient.clone()
        } else {
            reach::veiled(&notice.recipient)
        },
        state: notice.state.clone(),
        created_at: notice.created_at,
        changed_at: notice.updated_at,
        attempts: notice.attempts,
        due_at: notice.due_at,
        words: notice.words.clone(),
    }
}

/// Holds a message, releases it, sends it again, or leaves it as it is.
#[utoipa::path(post, path = "/api/notices/{id}/decision", tag = "notices", request_body = DecideNotice,
    params(("id" = NoticeId, Path, description = "Which message")),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn decide(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<NoticeId>,
    Json(body): Json<DecideNotice>,
) -> Result<StatusCode> {
    staff.require(Task::Decide)?;
    let act = staff.act(&app);
    let known = app.storage.look().await?.notice(id).await?;
    let about = known.ok_or_else(unknown)?.request;
    let mut tx = app.storage.write().await?;
    // First of all, as whoever else changes a request and its messages: its lock decides who goes first.
    let request = tx.request(about).await?;
    carry_out(&mut *tx, &act, request, id, body.decision).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn carry_out(
    tx: &mut dyn WriteTx,
    act: &Act,
    request: Option<RequestRecord>,
    id: NoticeId,
    decision: NoticeDecision,
) -> Result<()> {
    let found = tx.notice(id).await?;
    let mut notice = found.ok_or_else(unknown)?;
    notice.state = decided(&notice.state, decision).ok_or_else(moved_on)?;
    notice.due_at = None;
    notice.updated_at = act.now;
    if let Some(request) = request {
        let case = Case::load(tx, request).await?;
        gate::decide(&mut notice, &case, act);
    }
    tx.put_notice(&notice).await?;
    note(
        tx,
        act,
        &notice,
        "notice.decided",
        json!({ "decision": decision }),
    )
    .await
}

/// What a message would say now. A code to confirm with is shown to nobody.
#[utoipa::path(get, path = "/api/notices/{id}/words", tag = "notices",
    params(("id" = NoticeId, Path, description = "Which message")),
    responses((status = 200, body = NoticeWords), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn read_words(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<NoticeId>,
) -> Result<Json<NoticeWords>> {
    staff.require(Task::Decide)?;
    let mut tx = app.storage.read().await?;
    let notice = tx.notice(id).await?.ok_or_else(unknown)?;
    if notice.stage == NoticeStage::Confirm {
        // The code is its citizen's alone.
        return Err(moved_on());
    }
    let request = tx.request(notice.request).await?.ok_or_else(unknown)?;
    let case = Case::load(&mut *tx, request).await?;
    let own = text::OwnTexts::read(&mut *tx).await?;
    let words = text::words(&notice, &case, &own, &app.config);
    Ok(Json(NoticeWords { words }))
}

/// Gives a message that waits other words, or its usual ones again. A code to confirm with stays as it is.
#[utoipa::path(put, path = "/api/notices/{id}/words", tag = "notices", request_body = EditNotice,
    params(("id" = NoticeId, Path, description = "Which message")),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn edit(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<NoticeId>,
    Json(body): Json<EditNotice>,
) -> Result<StatusCode> {
    staff.require(Task::Decide)?;
    let words = body.words.trim();
    if limits::exceeds(words, limits::NOTICE_WORDS) {
        return Err(Error::invalid("too_long", "This text is too long: shorten it."));
    }
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let mut notice = tx.notice(id).await?.ok_or_else(unknown)?;
    let waits = matches!(notice.state, NoticeState::Waiting { .. });
    if !waits || notice.stage == NoticeStage::Confirm {
        return Err(moved_on());
    }
    notice.words = Some(words.to_owned()).filter(|words| !words.is_empty());
    notice.updated_at = act.now;
    tx.put_notice(&notice).await?;
    note(&mut *tx, &act, &notice, "notice.edited", json!({})).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Consoles look again, and the log says who did it.
pub(super) async fn note(
    tx: &mut dyn WriteTx,
    act: &Act,
    notice: &NoticeRecord,
    action: &str,
    detail: serde_json::Value,
) -> Result<()> {
    tx.poke(Poke::Notices);
    tx.poke(Poke::Request {
        request: notice.request,
    });
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "notice".to_owned(),
        subject_id: Some(notice.id.0),
        detail,
    })
    .await?;
    Ok(())
}

pub(super) fn unknown() -> Error {
    Error::not_found("no_such_notice", "There is no such message.")
}

pub(super) fn moved_on() -> Error {
    Error::conflict(
        "notice_has_moved_on",
        "The message has moved on meanwhile. Look at it again and decide anew.",
    )
}

/// The state after a decision; none when the message is not where the decision thinks it is.
fn decided(state: &NoticeState, decision: NoticeDecision) -> Option<NoticeState> {
    let waits = |reason| Some(NoticeState::Waiting { reason });
    match (state, decision) {
        (NoticeState::Waiting { .. }, NoticeDecision::Hold) => waits(Some(WaitReason::Office)),
        (NoticeState::Waiting { .. }, NoticeDecision::Release) => waits(None),
        (NoticeState::Failed { .. } | NoticeState::Uncertain, NoticeDecision::SendAgain) => waits(None),
        (NoticeState::Uncertain, NoticeDecision::LeaveIt) => Some(NoticeState::Sent),
        (NoticeState::Failed { .. }, NoticeDecision::LeaveIt) => Some(NoticeState::Cancelled {
            reason: "left_by_office".to_owned(),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_counts_only_where_the_message_stands() {
        let held = NoticeState::Waiting {
            reason: Some(WaitReason::Office),
        };
        let open = NoticeState::Waiting { reason: None };
        assert_eq!(decided(&open, NoticeDecision::Hold), Some(held.clone()));
        assert_eq!(decided(&held, NoticeDecision::Release), Some(open.clone()));
        assert_eq!(
            decided(&NoticeState::Uncertain, NoticeDecision::SendAgain),
            Some(open)
        );
        assert_eq!(
            decided(&NoticeState::Uncertain, NoticeDecision::LeaveIt),
            Some(NoticeState::Sent)
        );
        assert_eq!(decided(&NoticeState::Sent, NoticeDecision::SendAgain), None);
        assert_eq!(decided(&NoticeState::Leased, NoticeDecision::Hold), None);
    }
}
