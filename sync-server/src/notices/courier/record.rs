//! Writing down what came of messages, many in one commit.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{NoticeState, WaitReason};
use kuitti_shared::id::{NoticeId, RequestId};
use kuitti_shared::unit::{Millis, WallTime};

use super::claim::put;
use super::{fail, settle};
use crate::act::Actor;
use crate::app::AppState;
use crate::error::Result;
use crate::notices::receipts;
use crate::notices::sender::{Delivery, Repetition};
use crate::storage::{NoticeRecord, WriteTx};

const FIRST_PAUSE: Millis = Millis::from_seconds(15);
const LONGEST_PAUSE: Millis = Millis::from_seconds(3_600);
const GIVE_UP_AFTER: Millis = Millis::from_days(1);

/// What came of one message, and whether it may be tried again when nobody knows.
pub(super) struct Attempt {
    pub(super) notice: NoticeId,
    pub(super) request: RequestId,
    /// Which attempt it was.
    pub(super) number: u32,
    pub(super) delivery: Delivery,
    pub(super) repetition: Repetition,
}

/// Writes down what came of some attempts. Doing it again changes nothing.
///
/// # Errors
/// When the storage fails: nothing of it was written.
pub(super) async fn record(app: &AppState, attempts: &[Attempt]) -> Result<()> {
    if attempts.is_empty() {
        return Ok(());
    }
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    let mut notices = leased(&mut *tx, attempts).await?;
    let known: Vec<(&Attempt, NoticeRecord)> = attempts
        .iter()
        .filter_map(|attempt| Some((attempt, notices.remove(&attempt.notice)?)))
        .collect();
    name_parts(&mut *tx, &known, act.now).await?;
    let mut changed = Vec::with_capacity(known.len());
    for (attempt, mut notice) in known {
        metrics::counter!("kuitti_notices_total", "channel" => notice.channel.code(), "result" => name(&attempt.delivery)).increment(1);
        conclude(&mut notice, attempt, act.now);
        changed.push(notice);
    }
    receipts::settle(&mut *tx, &mut changed, &act).await?;
    put(&mut *tx, &changed).await?;
    tx.commit().await?;
    Ok(())
}

/// The messages that are still on the lease of these very attempts. Requests first: whoever else changes both locks them so.
async fn leased(tx: &mut dyn WriteTx, attempts: &[Attempt]) -> Result<BTreeMap<NoticeId, NoticeRecord>> {
    let numbers: BTreeMap<NoticeId, u32> = attempts.iter().map(|one| (one.notice, one.number)).collect();
    let ids: Vec<NoticeId> = numbers.keys().copied().collect();
    let requests: BTreeSet<RequestId> = attempts.iter().map(|one| one.request).collect();
    tx.requests(&requests.into_iter().collect::<Vec<_>>()).await?;
    let mut notices = tx.notices(&ids).await?;
    notices.retain(|notice| notice.state == NoticeState::Leased);
    notices.retain(|notice| numbers.get(&notice.id) == Some(&notice.attempts));
    Ok(notices.into_iter().map(|notice| (notice.id, notice)).collect())
}

/// Notes in which parts messages left, in the transaction that says so.
async fn name_parts(tx: &mut dyn WriteTx, known: &[(&Attempt, NoticeRecord)], now: WallTime) -> Result<()> {
    let mut leaving = Vec::new();
    let mut parts = BTreeMap::new();
    for (attempt, notice) in known {
        if let Delivery::SentInParts { references } = &attempt.delivery {
            leaving.push(notice.id);
            parts.extend(references.iter().map(|reference| (reference.as_str(), notice.id)));
        }
    }
    if leaving.is_empty() {
        return Ok(());
    }
    tx.forget_parts(&leaving).await?;
    let parts: Vec<(&str, NoticeId)> = parts.into_iter().collect();
    tx.name_parts(&parts, now).await?;
    Ok(())
}

/// When nobody knows whether a message left, only a sender that recognises a repetition may try again.
fn conclude(notice: &mut NoticeRecord, attempt: &Attempt, now: WallTime) {
    match &attempt.delivery {
        Delivery::Sent { reference } => {
            notice.reference = Some(reference.clone());
            settle(notice, now, NoticeState::Sent);
        }
        Delivery::SentInParts { references } => {
            notice.reference = Some(references.join(" "));
            settle(notice, now, NoticeState::Sent);
        }
        Delivery::Refused { reason } => fail(notice, now, reason.clone()),
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
            fail(notice, now, reason.clone());
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
