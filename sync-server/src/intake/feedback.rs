//! What citizens say about the end of their case, and what the office answers. The rules are
//! [`kuitti_shared::rules::feedback`].

use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Feedback, OrderAggregate, Rated, Rating, Reopening};
use kuitti_shared::id::{RequestId, Sha256Hex};
use kuitti_shared::rules::feedback::{MaySay, doubted, may_say};
use kuitti_shared::unit::WallTime;
use serde_json::{Value, json};

use super::limits;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::orders::{self, Cases};
use crate::storage::{AuditEntry, RequestRecord, WriteTx};
use crate::{config::Config, notices};

/// A citizen's word that it is not so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Why.
    pub reason: String,
    /// Pictures that are stored already.
    pub photos: Vec<Sha256Hex>,
}

/// What its citizen may say now about the present end of a request.
#[must_use]
pub fn open_questions(request: &RequestRecord, config: &Config, now: WallTime) -> Option<MaySay> {
    let since = request.history.last()?.at;
    may_say(
        request.stage,
        since,
        &request.feedback,
        config.feedback_terms(),
        now,
    )
}

/// How good it was, once for each end.
///
/// # Errors
/// 409 `feedback_closed`; or when the storage fails.
pub async fn rate(
    tx: &mut dyn WriteTx,
    request: RequestId,
    rating: Rating,
    words: &str,
    act: &Act,
) -> Result<()> {
    let mut record = tx.request(request).await?.ok_or_else(closed)?;
    let may = open_questions(&record, &act.config, act.now).filter(|may| may.rate);
    let about = may.ok_or_else(closed)?.about;
    let rated = Rated {
        rating,
        words: limits::cut(words.trim(), limits::FEEDBACK).into_owned(),
        at: act.now,
    };
    say_about(&mut record, about, |said| said.rating = Some(rated));
    record.updated_at = act.now;
    tx.put_request(&record).await?;
    note(tx, "request.rated", request, json!({ "rating": rating }), act).await
}

/// It is not so: the request comes back to the office, first in its list. Once for each end.
///
/// # Errors
/// 409 `feedback_closed`; or when the storage fails.
pub async fn reopen(tx: &mut dyn WriteTx, request: RequestId, doubt: Doubt, act: &Act) -> Result<()> {
    let mut cases = Cases::of_request(tx, request).await?;
    let mut record = cases.request(request).cloned().ok_or_else(closed)?;
    let may = open_questions(&record, &act.config, act.now).ok_or_else(closed)?;
    may.reopen_until.ok_or_else(closed)?;
    let reopening = Reopening {
        at: act.now,
        reason: limits::cut(doubt.reason.trim(), limits::FEEDBACK).into_owned(),
        photos: doubt.photos.clone(),
        occurrence: record.occurrence,
        doubted: doubted(cases.orders_of(request)),
        upheld_at: None,
    };
    say_about(&mut record, may.about, |said| said.reopening = Some(reopening));
    record.photos.extend(doubt.photos);
    record.occurrence += 1;
    record.updated_at = act.now;
    cases.put_request(record);
    follow(tx, cases, request, act).await?;
    note(tx, "request.reopened", request, json!({}), act).await
}

/// The office looked: it is so. The citizen is told the end again.
///
/// # Errors
/// 409 `nothing_reopened`; or when the storage fails.
pub async fn uphold(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<()> {
    let mut cases = Cases::of_request(tx, request).await?;
    let mut record = cases.request(request).cloned().ok_or_else(nothing_reopened)?;
    pending(&mut record).ok_or_else(nothing_reopened)?.upheld_at = Some(act.now);
    record.updated_at = act.now;
    cases.put_request(record);
    follow(tx, cases, request, act).await?;
    note(tx, "request.upheld", request, json!({}), act).await
}

/// The office takes the work up again: the last order that can be reopened is.
///
/// # Errors
/// 409 `nothing_reopened` when no citizen asked for it or no order is there to reopen; or when the storage fails.
pub async fn take_up(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<()> {
    let orders = tx.orders_of_request(request).await?;
    let mut record = tx.request(request).await?.ok_or_else(nothing_reopened)?;
    pending(&mut record).ok_or_else(nothing_reopened)?;
    let can = |order: &&OrderAggregate| order.order.merged_into.is_none() && order.order.status.is_terminal();
    let last = orders.iter().rev().find(can).ok_or_else(nothing_reopened)?;
    orders::change(tx, last.order.id, &Decision::Reopen, act).await?;
    Ok(())
}

/// The stage and the messages of a request after its own record changed.
async fn follow(tx: &mut dyn WriteTx, mut cases: Cases, request: RequestId, act: &Act) -> Result<()> {
    orders::refresh_one(&mut cases, request, act.now);
    notices::follow(&mut cases, request, act);
    cases.store(tx).await
}

/// Adds to what is said about one end.
fn say_about(record: &mut RequestRecord, end: WallTime, say: impl FnOnce(&mut Feedback)) {
    if let Some(said) = record.feedback.iter_mut().find(|said| said.about == end) {
        return say(said);
    }
    let mut first = Feedback::about(end);
    say(&mut first);
    record.feedback.push(first);
}

/// The reopening that the office has to decide about.
fn pending(record: &mut RequestRecord) -> Option<&mut Reopening> {
    let ended = record.occurrence.checked_sub(1)?;
    let mut reopenings = record
        .feedback
        .iter_mut()
        .filter_map(|said| said.reopening.as_mut());
    reopenings.find(|reopening| reopening.occurrence == ended && reopening.upheld_at.is_none())
}

async fn note(
    tx: &mut dyn WriteTx,
    action: &str,
    request: RequestId,
    detail: Value,
    act: &Act,
) -> Result<()> {
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "request".to_owned(),
        subject_id: Some(request.0),
        detail,
    })
    .await?;
    Ok(())
}

fn closed() -> Error {
    Error::conflict(
        "feedback_closed",
        "Nothing can be said about this end any more: it has been said, the time is over, or the case has moved on.",
    )
}

fn nothing_reopened() -> Error {
    Error::conflict(
        "nothing_reopened",
        "No citizen waits for this decision, or there is no order that can be reopened. Load the request again.",
    )
}
