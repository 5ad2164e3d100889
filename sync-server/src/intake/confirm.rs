//! Is the number or the address the citizen's own? A code goes there, and nothing else before it was typed here. What is
//! allowed says [`kuitti_shared::rules::confirmation`].
//!
//! The code itself is stored nowhere, not even hashed: a million hashes are tried in a moment. It is computed from a random seed
//! and the town's secret, as tracking codes are ([`super::code`]).

use kuitti_shared::domain::{Contact, NoticeChannel};
use kuitti_shared::id::RequestId;
use kuitti_shared::rules::confirmation::{COUNTED, PER_RECIPIENT, is_open};
use kuitti_shared::rules::notice_wishes::reach;
use kuitti_shared::unit::WallTime;
use kuitti_shared::written::latin_digits;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::code::CodeSeed;
use crate::act::Act;
use crate::error::Result;
use crate::notices;
use crate::storage::{AuditEntry, WriteTx};

/// A code that is on its way, or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Where it goes.
    pub channel: NoticeChannel,
    /// From which it is computed.
    pub seed: CodeSeed,
    /// How many went before it.
    pub round: u32,
    /// When it was sent.
    pub sent_at: WallTime,
    /// How many wrong ones were typed.
    #[serde(default)]
    pub attempts: u32,
}

/// What became of a typed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It was right: messages go there from now on.
    Confirmed,
    /// It was wrong, too old, or one too many.
    Wrong,
}

/// Could a code be sent?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It is on its way.
    Sent,
    /// Too many went there lately, or there is nothing to confirm.
    Refused,
}

/// The channels of a contact that still have to be confirmed.
pub fn unconfirmed(contact: &Contact) -> impl Iterator<Item = NoticeChannel> {
    let all = contact.unconfirmed.iter().copied();
    all.filter(|channel| contact.notify.contains(channel) && reach(contact, *channel).is_some())
}

/// Sends a code to a number or address. An earlier one is worth nothing from then on.
///
/// # Errors
/// When the storage fails.
pub async fn ask(
    tx: &mut dyn WriteTx,
    request: RequestId,
    channel: NoticeChannel,
    act: &Act,
) -> Result<Asked> {
    let contact = tx.contact(request).await?.unwrap_or_default();
    if !unconfirmed(&contact).any(|open| open == channel) {
        return Ok(Asked::Refused);
    }
    let recipient = reach(&contact, channel).unwrap_or_default();
    if tx.confirmations_to(recipient, act.now - COUNTED).await? >= PER_RECIPIENT {
        return Ok(Asked::Refused);
    }
    let Some(mut record) = tx.request(request).await? else {
        return Ok(Asked::Refused);
    };
    let own = record.confirmations.iter();
    let round = own
        .filter(|known| known.channel == channel)
        .map(|known| known.round + 1)
        .max();
    record.confirmations.retain(|known| known.channel != channel);
    let confirmation = Confirmation {
        channel,
        seed: CodeSeed(act.random()),
        round: round.unwrap_or_default(),
        sent_at: act.now,
        attempts: 0,
    };
    let round = confirmation.round;
    record.confirmations.push(confirmation);
    tx.put_request(&record).await?;
    notices::ask_to_confirm(tx, request, channel, round, act).await?;
    Ok(Asked::Sent)
}

/// Looks at a typed code. A wrong one is counted: the caller commits whatever the verdict is.
///
/// # Errors
/// When the storage fails.
pub async fn check(
    tx: &mut dyn WriteTx,
    request: RequestId,
    channel: NoticeChannel,
    typed: &str,
    act: &Act,
) -> Result<Verdict> {
    let Some(mut record) = tx.request(request).await? else {
        return Ok(Verdict::Wrong);
    };
    let secret = &act.config.code_secret;
    let own = record
        .confirmations
        .iter_mut()
        .find(|known| known.channel == channel);
    let Some(own) = own.filter(|own| is_open(own.sent_at, own.attempts, act.now)) else {
        return Ok(Verdict::Wrong);
    };
    let typed = latin_digits(typed);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if secret.confirmation(request, own.seed) != digits {
        own.attempts += 1;
        tx.put_request(&record).await?;
        return Ok(Verdict::Wrong);
    }
    record.confirmations.retain(|known| known.channel != channel);
    tx.put_request(&record).await?;
    open(tx, request, channel, act).await?;
    Ok(Verdict::Confirmed)
}

/// Messages may go there: the first one, and what is true by now.
async fn open(tx: &mut dyn WriteTx, request: RequestId, channel: NoticeChannel, act: &Act) -> Result<()> {
    let mut contact = tx.contact(request).await?.unwrap_or_default();
    contact.unconfirmed.retain(|open| *open != channel);
    tx.put_contact(request, &contact).await?;
    notices::tell_received(tx, request, act).await?;
    notices::follow_request(tx, request, act).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "request.contact_confirmed".to_owned(),
        subject: "request".to_owned(),
        subject_id: Some(request.0),
        detail: json!({ "channel": channel }),
    })
    .await?;
    Ok(())
}
