//! What became of a message in the end, as its provider says: delivered when all its parts are, failed when one is. A
//! receipt may come before the answer to the submission, late, twice, and in any sequence.
//!
//! A message that failed for good goes another of the citizen's ways, one after another.

use std::collections::BTreeMap;

use kuitti_channels::{Outcome, Receipt};
use kuitti_shared::domain::{NoticeChannel, NoticeStage, NoticeState};
use kuitti_shared::id::NoticeId;
use kuitti_shared::rules::notice_wishes::other_ways;

use crate::act::{Act, Actor};
use crate::app::App;
use crate::error::Result;
use crate::pokes::Poke;
use crate::storage::{NoticeRecord, PartOutcome, PartRecord, WriteTx};

/// The name of a part that is known by its phone too: message centres count, and begin to count anew.
pub(super) fn of_phone(phone: &str, reference: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}/{reference}")
}

/// Keeps what a provider says of a part.
///
/// # Errors
/// When the storage fails: the provider has to say it again.
pub(super) async fn take(app: &App, receipt: &Receipt) -> Result<()> {
    let outcome = match &receipt.outcome {
        Outcome::Delivered => PartOutcome::Delivered,
        Outcome::Failed { reason } => PartOutcome::Failed(reason.clone()),
        Outcome::OnItsWay => return Ok(()),
    };
    let named = match &receipt.phone {
        Some(phone) => receipt
            .references
            .iter()
            .map(|one| of_phone(phone, one))
            .collect(),
        None => receipt.references.clone(),
    };
    let known = app.storage.look().await?.parts_named(&named).await?;
    let meant = named.iter().find_map(|name| {
        known
            .iter()
            .find(|part| part.reference == *name && part.notice.is_some())
    });
    let Some(name) = meant.map(|part| &part.reference).or(named.first()) else {
        tracing::warn!("a receipt names no message");
        return Ok(());
    };
    let notice = meant.and_then(|part| part.notice);
    if note(app, name, &outcome, notice).await? == Heard::Meanwhile {
        // The message left between our look and our note.
        let parts = app
            .storage
            .read()
            .await?
            .parts_named(std::slice::from_ref(name))
            .await?;
        note(app, name, &outcome, parts.first().and_then(|part| part.notice)).await?;
    }
    Ok(())
}

/// Who had named the part when its outcome was noted.
#[derive(PartialEq, Eq)]
enum Heard {
    /// Whoever was known to have.
    AsKnown,
    /// Somebody, meanwhile.
    Meanwhile,
}

/// The notice before its parts: whoever names them locks them so too.
async fn note(app: &App, name: &String, outcome: &PartOutcome, notice: Option<NoticeId>) -> Result<Heard> {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    let found = match notice {
        Some(notice) => tx.notice(notice).await?,
        None => None,
    };
    tx.note_outcome(name, outcome, act.now).await?;
    let heard = match found {
        Some(before) => {
            let mut notice = before.clone();
            settle(&mut *tx, std::slice::from_mut(&mut notice), &act).await?;
            if notice != before {
                tx.put_notice(&notice).await?;
                tx.poke(Poke::Request {
                    request: notice.request,
                });
            }
            Heard::AsKnown
        }
        None => {
            let parts = tx.parts_named(std::slice::from_ref(name)).await?;
            let is_named = parts.iter().any(|part| part.notice.is_some());
            if is_named {
                Heard::Meanwhile
            } else {
                Heard::AsKnown
            }
        }
    };
    tx.commit().await?;
    Ok(heard)
}

/// Brings messages that left to what their parts say; one that failed just now is told on another way.
pub(super) async fn settle(tx: &mut dyn WriteTx, notices: &mut [NoticeRecord], act: &Act) -> Result<()> {
    let left = |state: &NoticeState| matches!(state, NoticeState::Sent | NoticeState::Failed { .. });
    let left = notices.iter().filter(|notice| left(&notice.state));
    let left: Vec<NoticeId> = left.map(|notice| notice.id).collect();
    let mut parts: BTreeMap<NoticeId, Vec<PartRecord>> = BTreeMap::new();
    for part in tx.parts_of(&left).await? {
        if let Some(notice) = part.notice {
            parts.entry(notice).or_default().push(part);
        }
    }
    for notice in notices {
        let end = parts.get(&notice.id).and_then(|parts| end(parts));
        if let Some(state) = end.filter(|state| *state != notice.state) {
            notice.state = state;
            notice.updated_at = act.now;
        }
        tell_otherwise(tx, notice, act).await?;
    }
    Ok(())
}

/// What the parts say together; nothing while some are on their way.
fn end(parts: &[PartRecord]) -> Option<NoticeState> {
    let failed = parts.iter().find_map(|part| match &part.outcome {
        Some(PartOutcome::Failed(reason)) => Some(reason.clone()),
        _ => None,
    });
    let all_arrived = !parts.is_empty()
        && parts
            .iter()
            .all(|part| part.outcome == Some(PartOutcome::Delivered));
    let arrived = all_arrived.then_some(NoticeState::Delivered);
    failed.map(|reason| NoticeState::Failed { reason }).or(arrived)
}

/// The next of the citizen's other ways tells what failed. One on which it is told already, or was, is passed over; while one of them may
/// still arrive there is nothing to do.
pub(super) async fn tell_otherwise(tx: &mut dyn WriteTx, failed: &NoticeRecord, act: &Act) -> Result<()> {
    let is_failed = matches!(failed.state, NoticeState::Failed { .. });
    if !is_failed || failed.stage == NoticeStage::Confirm {
        return Ok(());
    }
    let contact = tx.contact(failed.request).await?.unwrap_or_default();
    let ways: Vec<_> = other_ways(&contact, failed.channel, &act.config.citizens.fallback).collect();
    if ways.is_empty() {
        return Ok(());
    }
    let told = tx.notices_of(failed.request).await?;
    for (channel, recipient) in ways {
        if !act.config.channels().contains(&channel) {
            continue;
        }
        let same = |other: &&NoticeRecord| {
            other.key()
                == (
                    failed.request,
                    failed.stage,
                    failed.occurrence,
                    channel,
                    recipient,
                )
        };
        match told.iter().find(same).map(|other| &other.state) {
            Some(NoticeState::Failed { .. } | NoticeState::Cancelled { .. }) => {}
            Some(_) => return Ok(()),
            None => return instead(tx, failed, channel, recipient.to_owned(), act).await,
        }
    }
    Ok(())
}

async fn instead(
    tx: &mut dyn WriteTx,
    failed: &NoticeRecord,
    channel: NoticeChannel,
    recipient: String,
    act: &Act,
) -> Result<()> {
    let instead = NoticeRecord {
        id: NoticeId(act.new_id()),
        channel,
        recipient,
        state: NoticeState::Waiting { reason: None },
        due_at: Some(act.now),
        leased_until: None,
        taken_by: None,
        attempts: 0,
        reference: None,
        instead_of: Some(failed.id),
        created_at: act.now,
        updated_at: act.now,
        ..failed.clone()
    };
    tx.begin_step().await?;
    // Refused when another process was faster: it is unique by what it tells, how, and to whom.
    if tx.put_notice(&instead).await.is_err() {
        tx.undo_step().await?;
    } else {
        tx.keep_step().await?;
        tx.poke(Poke::Notices);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(outcome: Option<PartOutcome>) -> PartRecord {
        PartRecord {
            reference: String::new(),
            notice: None,
            outcome,
        }
    }

    #[test]
    fn a_message_arrived_when_all_its_parts_did_and_failed_when_one_did() {
        let arrived = || part(Some(PartOutcome::Delivered));
        let failed = || part(Some(PartOutcome::Failed("UNDELIV".to_owned())));
        let reason = "UNDELIV".to_owned();
        assert_eq!(end(&[]), None);
        assert_eq!(end(&[arrived(), part(None)]), None);
        assert_eq!(end(&[arrived(), arrived()]), Some(NoticeState::Delivered));
        assert_eq!(end(&[part(None), failed()]), Some(NoticeState::Failed { reason }));
    }

    #[test]
    fn a_part_is_known_by_its_phone_too() {
        assert_eq!(of_phone("+358 40 1", "1a2b"), "358401/1a2b");
    }
}
