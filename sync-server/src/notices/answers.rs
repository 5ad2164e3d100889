//! What people write back by text message: that no more shall come, or again; how well it was done; or something that the
//! office has to read. A provider brings the same text again when our answer is lost: then nothing changes.

use kuitti_channels::TextMessage;
use kuitti_shared::domain::{CitizenAnswer, NoticeChannel, NoticeState, Rating};
use kuitti_shared::id::RequestId;
use kuitti_shared::rules::notice_gate::NOT_WANTED;
use kuitti_shared::unit::{Millis, WallTime};
use serde_json::json;

use super::keywords::{self, Asked};
use crate::act::{Act, Actor};
use crate::app::App;
use crate::error::{Error, Result};
use crate::intake::{feedback, limits, reach};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, RequestRecord, WriteTx};

/// How far back a number's requests are looked at.
const REQUESTS: u32 = 50;
/// The same words within this time are the same text, brought again.
const SAME: Millis = Millis::from_seconds(600);

/// Does what a text asks for.
///
/// # Errors
/// When the storage fails: the provider has to bring it again.
pub(super) async fn take(app: &App, message: &TextMessage) -> Result<()> {
    let Some(phone) = reach::phone(&message.from, app.config.town.region()) else {
        tracing::info!("a text came from a sender that is no phone");
        return Ok(());
    };
    let act = app.act(Actor::Citizen);
    let requests = app
        .storage
        .read()
        .await?
        .requests_by_phone(&phone, REQUESTS)
        .await?;
    let mut tx = app.storage.write().await?;
    match keywords::read(&message.text) {
        Asked::Stop => stop(&mut *tx, &act, &phone, &requests).await?,
        Asked::Start => {
            tx.opt_in(NoticeChannel::Sms, &phone).await?;
            note(&mut *tx, &act, "citizen.messages_wanted", None).await?;
        }
        Asked::Rate(stars) => rate(&mut *tx, &act, &requests, stars, &message.text).await?,
        Asked::Said => say(&mut *tx, &act, latest(&requests), &message.text).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// No more to this number, about whatever request.
async fn stop(tx: &mut dyn WriteTx, act: &Act, phone: &str, requests: &[RequestRecord]) -> Result<()> {
    let mut requests: Vec<RequestId> = requests.iter().map(|request| request.id).collect();
    // In one sequence: whoever else changes them locks them so.
    requests.sort_unstable();
    tx.requests(&requests).await?;
    for mut notice in tx.notices_of_all(&requests).await? {
        let is_theirs = notice.channel == NoticeChannel::Sms && notice.recipient == phone;
        if is_theirs && matches!(notice.state, NoticeState::Waiting { .. }) {
            notice.state = NoticeState::Cancelled {
                reason: NOT_WANTED.to_owned(),
            };
            notice.due_at = None;
            notice.updated_at = act.now;
            tx.put_notice(&notice).await?;
            tx.poke(Poke::Request {
                request: notice.request,
            });
        }
    }
    tx.opt_out(NoticeChannel::Sms, phone, act.now).await?;
    note(tx, act, "citizen.messages_stopped", None).await
}

/// A digit is about the end that came last, as long as it may be rated; otherwise it is words.
async fn rate(
    tx: &mut dyn WriteTx,
    act: &Act,
    requests: &[RequestRecord],
    stars: Rating,
    text: &str,
) -> Result<()> {
    let may_rate = |request: &&RequestRecord| {
        feedback::open_questions(request, &act.config, act.now).is_some_and(|may| may.rate)
    };
    let ended = requests.iter().filter(may_rate);
    match ended.max_by_key(|request| request.history.last().map(|mark| mark.at)) {
        Some(ended) => {
            feedback::rate(tx, ended.id, stars, "", act).await?;
            tx.poke(Poke::Request { request: ended.id });
            Ok(())
        }
        None => say(tx, act, latest(requests), text).await,
    }
}

/// The request that somebody is likely to write about: the latest that is open, or else the latest.
fn latest(requests: &[RequestRecord]) -> Option<RequestId> {
    let open = requests.iter().find(|request| !request.stage.is_terminal());
    open.or(requests.first()).map(|request| request.id)
}

async fn say(tx: &mut dyn WriteTx, act: &Act, request: Option<RequestId>, text: &str) -> Result<()> {
    let found = match request {
        Some(request) => tx.request(request).await?,
        None => None,
    };
    let Some(mut request) = found else {
        tracing::info!("a text came from a number that reported nothing");
        return Ok(());
    };
    let text: String = text.trim().chars().take(limits::DESCRIPTION).collect();
    let is_known = |known: &CitizenAnswer| known.text == text && act.now - known.at < SAME;
    if text.is_empty() || request.answers.iter().any(is_known) {
        return Ok(());
    }
    request.answers.push(CitizenAnswer {
        text,
        at: act.now,
        read_at: None,
    });
    request.updated_at = act.now;
    tx.put_request(&request).await?;
    tx.poke(Poke::Request { request: request.id });
    tx.poke(Poke::Tasks);
    note(tx, act, "request.answered", Some(request.id)).await
}

/// Somebody of the office has read what the citizen wrote up to `until`. What came after is still to be read.
///
/// # Errors
/// When there is no such request, or the storage fails.
pub(crate) async fn read(tx: &mut dyn WriteTx, request: RequestId, until: WallTime, act: &Act) -> Result<()> {
    let found = tx.request(request).await?;
    let mut request =
        found.ok_or_else(|| Error::not_found("request_unknown", "There is no such request."))?;
    let unread = |answer: &&mut CitizenAnswer| answer.read_at.is_none() && answer.at <= until;
    for answer in request.answers.iter_mut().filter(unread) {
        answer.read_at = Some(act.now);
    }
    tx.put_request(&request).await?;
    tx.poke(Poke::Request { request: request.id });
    tx.poke(Poke::Tasks);
    note(tx, act, "request.answers_read", Some(request.id)).await
}

/// The log names no number.
async fn note(tx: &mut dyn WriteTx, act: &Act, action: &str, request: Option<RequestId>) -> Result<()> {
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "request".to_owned(),
        subject_id: request.map(|request| request.0),
        detail: json!({ "by": "sms" }),
    })
    .await?;
    Ok(())
}
