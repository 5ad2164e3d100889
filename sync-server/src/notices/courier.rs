//! The loop that sends. A lease is committed before a provider is called, and what came of it after, so that a crash in
//! between is seen: the lease ends, and the message is tried again with the same key, or a person decides.

use std::time::Duration;

use futures_util::future::join_all;
use kuitti_shared::domain::{NoticeState, WaitReason};
use kuitti_shared::id::NoticeId;
use kuitti_shared::rules::notice_gate::NOT_WANTED;
use kuitti_shared::unit::{Millis, WallTime};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::sleep;

use super::gate::{self, Case};
use super::receipts;
use super::sender::{Delivery, Known, Repetition, Sender, Senders};
use super::text::{self, Message};
use crate::act::{Act, Actor};
use crate::app::AppState;
use crate::error::Result;
use crate::pokes::{Poke, PokeBatch};
use crate::storage::{NoticeRecord, RequestRecord, WriteTx};

/// Longer than any provider is waited for.
const LEASE: Millis = Millis::from_seconds(120);
/// Messages of one round, sent side by side.
const ROUND: u32 = 20;
/// Even if a poke were lost, nothing waits longer than this.
const LONGEST_SLEEP: Duration = Duration::from_secs(30);
const FIRST_PAUSE: Millis = Millis::from_seconds(15);
const LONGEST_PAUSE: Millis = Millis::from_seconds(3_600);
const GIVE_UP_AFTER: Millis = Millis::from_days(1);

/// Sends what is due until the server stops.
pub async fn run(app: AppState) {
    let mut pokes = app.pokes.listen();
    loop {
        let wait = match deliver_due(&app, &app.senders).await {
            Ok(next) => pause(next, app.clock.now()),
            Err(error) => {
                tracing::error!(code = error.code(), %error, "messages could not be sent");
                LONGEST_SLEEP
            }
        };
        tokio::select! {
            () = sleep(wait) => {}
            () = heard(&mut pokes) => {}
            () = app.stopped() => return,
        }
    }
}

/// Waits until somebody says that messages may be due.
async fn heard(pokes: &mut Receiver<PokeBatch>) {
    loop {
        match pokes.recv().await {
            Ok(batch) if batch.contains(&Poke::Notices) || batch.contains(&Poke::Anything) => return,
            Ok(_) => {}
            // Something was missed: look.
            Err(RecvError::Lagged(_)) => return,
            // Nobody is left to say so; the timer and the end of the server remain.
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

fn pause(next: Option<WallTime>, now: WallTime) -> Duration {
    let until = next.map_or(LONGEST_SLEEP, |next| {
        Duration::from_millis(u64::try_from((next - now).0).unwrap_or_default())
    });
    until.min(LONGEST_SLEEP)
}

/// Sends everything that is due now, and says when the next message is.
///
/// # Errors
/// What the storage says; messages that were leased are tried again when their lease ends.
pub async fn deliver_due(app: &AppState, senders: &Senders) -> Result<Option<WallTime>> {
    loop {
        let (leased, looked_at) = lease(app, senders).await?;
        let attempts = leased.into_iter().map(|leased| attempt(senders, leased));
        let results = join_all(attempts).await;
        if !results.is_empty() {
            record(app, results).await?;
        }
        if looked_at == 0 {
            return Ok(app.storage.read().await?.next_notice_at().await?);
        }
    }
}

/// A message that may be handed over.
struct Leased {
    message: Message,
    before: Before,
}

/// What is known of earlier attempts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// None left.
    Nothing,
    /// One of which nobody knows: the provider is asked first, where it can be.
    Unknown,
}

/// Leases what is due and may leave. Returns the messages, and how many rows were due.
async fn lease(app: &AppState, senders: &Senders) -> Result<(Vec<Leased>, usize)> {
    let act = app.act(Actor::Server);
    if app
        .storage
        .read()
        .await?
        .due_notices(act.now, 1)
        .await?
        .is_empty()
    {
        return Ok((Vec::new(), 0));
    }
    let mut tx = app.storage.write().await?;
    let mut due = tx.due_notices(act.now, ROUND).await?;
    // Requests before their messages, and in one sequence: whoever else changes them locks them so.
    due.sort_by_key(|notice| notice.request);
    let (looked_at, mut messages) = (due.len(), Vec::new());
    for found in due {
        let request = tx.request(found.request).await?;
        // Another process may have taken it meanwhile.
        let Some(mut notice) = tx.notice(found.id).await?.filter(|now| *now == found) else {
            continue;
        };
        messages.extend(lease_one(&mut *tx, &act, senders, request, &mut notice).await?);
        tx.put_notice(&notice).await?;
        poke_request(&mut *tx, &notice);
    }
    tx.commit().await?;
    Ok((messages, looked_at))
}

async fn lease_one(
    tx: &mut dyn WriteTx,
    act: &Act,
    senders: &Senders,
    request: Option<RequestRecord>,
    notice: &mut NoticeRecord,
) -> Result<Option<Leased>> {
    let Some(request) = request else {
        cancel(notice, act.now, "request_gone");
        return Ok(None);
    };
    let case = Case::load(tx, request).await?;
    let Some(sender) = senders.of(notice.channel) else {
        fail(notice, act.now, "no sender is set up for this channel".to_owned());
        return Ok(None);
    };
    let before = if notice.state == NoticeState::Leased {
        Before::Unknown
    } else {
        Before::Nothing
    };
    let may_repeat = sender.repetition() != Repetition::Doubles && is_still_true(notice, &case);
    if before == Before::Unknown && !may_repeat {
        settle(notice, act.now, NoticeState::Uncertain);
        return Ok(None);
    }
    if notice.state != NoticeState::Leased {
        gate::decide(notice, &case, act);
        if notice.state != (NoticeState::Waiting { reason: None }) {
            return Ok(None);
        }
    }
    if tx.has_opted_out(notice.channel, &notice.recipient).await? {
        match before {
            Before::Nothing => cancel(notice, act.now, NOT_WANTED),
            Before::Unknown => settle(notice, act.now, NoticeState::Uncertain),
        }
        return Ok(None);
    }
    settle(notice, act.now, NoticeState::Leased);
    notice.leased_until = Some(act.now + LEASE);
    notice.attempts += 1;
    let message = text::write(notice, &case, &act.config)?;
    Ok(Some(Leased { message, before }))
}

/// A message whose lease ended may be on its way or not. What became untrue meanwhile is not said again: a person decides.
fn is_still_true(notice: &NoticeRecord, case: &Case) -> bool {
    !notice.stage.reports_work() || case.truth.says(notice.stage)
}

/// What came of one message, and whether it may be tried again when nobody knows.
struct Attempt {
    notice: NoticeId,
    delivery: Delivery,
    repetition: Repetition,
}

async fn attempt(senders: &Senders, leased: Leased) -> Attempt {
    let Leased { message, before } = leased;
    let notice = message.notice;
    let Some(sender) = senders.of(message.channel) else {
        let reason = "the sender is gone".to_owned();
        return Attempt {
            notice,
            delivery: Delivery::Later { reason },
            repetition: Repetition::Harmless,
        };
    };
    Attempt {
        notice,
        delivery: hand_over(&*sender, &message, before).await,
        repetition: sender.repetition(),
    }
}

async fn hand_over(sender: &dyn Sender, message: &Message, before: Before) -> Delivery {
    if before == Before::Unknown && sender.repetition() == Repetition::CanBeAsked {
        match sender.ask(message).await {
            Known::There(delivery) => return delivery,
            Known::NotSaid { reason } => return Delivery::Unknown { reason },
            Known::Missing => {}
        }
    }
    sender.send(message).await
}

async fn record(app: &AppState, results: Vec<Attempt>) -> Result<()> {
    let act = app.act(Actor::Server);
    let now = act.now;
    let mut tx = app.storage.write().await?;
    for attempt in results {
        let Some(mut notice) = tx
            .notice(attempt.notice)
            .await?
            .filter(|notice| notice.state == NoticeState::Leased)
        else {
            continue;
        };
        metrics::counter!("kuitti_notices_total", "channel" => notice.channel.code(), "result" => name(&attempt.delivery)).increment(1);
        if let Delivery::SentInParts { references } = &attempt.delivery {
            receipts::name_parts(&mut *tx, notice.id, references, now).await?;
        }
        conclude(&mut notice, attempt, now);
        receipts::settle(&mut *tx, &mut notice, &act).await?;
        tx.put_notice(&notice).await?;
        poke_request(&mut *tx, &notice);
    }
    tx.commit().await?;
    Ok(())
}

/// When nobody knows whether a message left, only a sender that recognises a repetition may try again.
fn conclude(notice: &mut NoticeRecord, attempt: Attempt, now: WallTime) {
    match attempt.delivery {
        Delivery::Sent { reference } => {
            notice.reference = Some(reference);
            settle(notice, now, NoticeState::Sent);
        }
        Delivery::SentInParts { references } => {
            notice.reference = Some(references.join(" "));
            settle(notice, now, NoticeState::Sent);
        }
        Delivery::Refused { reason } => fail(notice, now, reason),
        Delivery::Unknown { .. } if attempt.repetition == Repetition::Doubles => {
            settle(notice, now, NoticeState::Uncertain);
        }
        // It stays leased: what may have left is not waiting. When the lease ends, the provider is asked.
        Delivery::Unknown { .. } if attempt.repetition == Repetition::CanBeAsked => {
            if now - notice.created_at > GIVE_UP_AFTER {
                settle(notice, now, NoticeState::Uncertain);
            } else {
                notice.leased_until = Some(now + pause_after(notice.attempts));
                notice.updated_at = now;
            }
        }
        Delivery::Later { reason } | Delivery::Unknown { reason }
            if now - notice.created_at > GIVE_UP_AFTER =>
        {
            fail(notice, now, reason);
        }
        Delivery::Later { .. } | Delivery::Unknown { .. } => {
            let until = now + pause_after(notice.attempts);
            let reason = Some(WaitReason::Retry { until });
            settle(notice, now, NoticeState::Waiting { reason });
            notice.due_at = Some(until);
        }
    }
}

/// 15 s, 30 s, 1 min, ... 1 h.
fn pause_after(attempts: u32) -> Millis {
    let doublings = attempts.saturating_sub(1).min(16);
    Millis((FIRST_PAUSE.0 << doublings).min(LONGEST_PAUSE.0))
}

fn settle(notice: &mut NoticeRecord, now: WallTime, state: NoticeState) {
    notice.state = state;
    notice.due_at = None;
    notice.leased_until = None;
    notice.updated_at = now;
}

fn fail(notice: &mut NoticeRecord, now: WallTime, reason: String) {
    settle(notice, now, NoticeState::Failed { reason });
}

fn cancel(notice: &mut NoticeRecord, now: WallTime, reason: &str) {
    let reason = reason.to_owned();
    settle(notice, now, NoticeState::Cancelled { reason });
}

/// Consoles look again.
fn poke_request(tx: &mut dyn WriteTx, notice: &NoticeRecord) {
    tx.poke(Poke::Request {
        request: notice.request,
    });
}

const fn name(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Sent { .. } | Delivery::SentInParts { .. } => "sent",
        Delivery::Refused { .. } => "refused",
        Delivery::Later { .. } => "later",
        Delivery::Unknown { .. } => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_an_hour() {
        assert_eq!(pause_after(1), Millis::from_seconds(15));
        assert_eq!(pause_after(3), Millis::from_seconds(60));
        assert_eq!(pause_after(40), Millis::from_seconds(3_600));
    }
}
