//! Writing down what came of messages, many in one commit.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{NoticeState, WaitReason};
use kuitti_shared::id::{NoticeId, RequestId};
use kuitti_shared::unit::{Millis, WallTime};

use super::claim::put;
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
pub(in crate::notices) struct Attempt {
    pub(in crate::notices) notice: NoticeId,
    /// About which request, where it is about one.
    pub(in crate::notices) request: Option<RequestId>,
    /// Which attempt it was.
    pub(in crate::notices) number: u32,
    pub(in crate::notices) delivery: Delivery,
    pub(in crate::notices) repetition: Repetition,
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
        metrics::counter!("kuitti_notices_total", "channel" => notice.channel.code(), "result" => result_of(&attempt.delivery)).increment(1);
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
    let requests: BTreeSet<RequestId> = attempts.iter().filter_map(|one| one.request).collect();
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

/// How an attempt ends for its message.
pub(in crate::notices) struct Ending {
    pub(in crate::notices) state: NoticeState,
    pub(in crate::notices) due_at: Option<WallTime>,
    pub(in crate::notices) leased_until: Option<WallTime>,
    pub(in crate::notices) reference: Option<String>,
}

impl Ending {
    const fn of(state: NoticeState) -> Self {
        Self {
            state,
            due_at: None,
            leased_until: None,
            reference: None,
        }
    }

    fn sent(reference: String) -> Self {
        Self {
            reference: Some(reference),
            ..Self::of(NoticeState::Sent)
        }
    }
}

/// What becomes of a message that is `age` old. When nobody knows whether it left, only a sender that recognises a repetition
/// may try again.
pub(in crate::notices) fn ending(attempt: &Attempt, age: Millis, now: WallTime) -> Ending {
    let later = now + pause_after(attempt.number);
    match &attempt.delivery {
        Delivery::Sent { reference } => Ending::sent(reference.clone()),
        Delivery::SentInParts { references } => Ending::sent(references.join(" ")),
        Delivery::Refused { reason } => failed(reason),
        Delivery::Unknown { .. } if attempt.repetition == Repetition::Doubles => {
            Ending::of(NoticeState::Uncertain)
        }
        Delivery::Unknown { .. } if attempt.repetition == Repetition::CanBeAsked => {
            if age > GIVE_UP_AFTER {
                return Ending::of(NoticeState::Uncertain);
            }
            // It stays leased: what may have left is not waiting. When the lease ends, the provider is asked.
            Ending {
                leased_until: Some(later),
                ..Ending::of(NoticeState::Leased)
            }
        }
        Delivery::Later { reason } | Delivery::Unknown { reason } if age > GIVE_UP_AFTER => failed(reason),
        Delivery::Later { .. } | Delivery::Unknown { .. } => Ending {
            due_at: Some(later),
            ..Ending::of(NoticeState::Waiting {
                reason: Some(WaitReason::Retry { until: later }),
            })
        },
    }
}

fn failed(reason: &str) -> Ending {
    let reason = reason.to_owned();
    Ending::of(NoticeState::Failed { reason })
}

fn conclude(notice: &mut NoticeRecord, attempt: &Attempt, now: WallTime) {
    let ending = ending(attempt, now - notice.created_at, now);
    notice.state = ending.state;
    notice.due_at = ending.due_at;
    notice.leased_until = ending.leased_until;
    notice.reference = ending.reference.or(notice.reference.take());
    notice.updated_at = now;
}

/// 15 s, 30 s, 1 min, ... 1 h.
fn pause_after(attempts: u32) -> Millis {
    let doublings = attempts.saturating_sub(1).min(16);
    Millis((FIRST_PAUSE.0 << doublings).min(LONGEST_PAUSE.0))
}

/// The result's name in metrics.
pub(in crate::notices) const fn result_of(delivery: &Delivery) -> &'static str {
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
