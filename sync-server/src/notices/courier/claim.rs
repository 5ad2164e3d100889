//! Claiming: a message's lease is on disk before the message leaves. Of many messages, with as few statements as of one.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{NoticeChannel, NoticeState, WaitReason};
use kuitti_shared::id::{NoticeId, RequestId};
use kuitti_shared::rules::notice_gate::NOT_WANTED;
use kuitti_shared::unit::Millis;

use super::{cancel, fail, settle};
use crate::act::{Act, Actor};
use crate::app::AppState;
use crate::error::Result;
use crate::notices::gate::{self, Case};
use crate::notices::receipts;
use crate::notices::sender::{Repetition, Sender, Senders};
use crate::notices::text::{self, Message, OwnTexts, Written};
use crate::pokes::Poke;
use crate::storage::{NoticeRecord, WriteTx};

/// Longer than any provider is waited for.
pub(in crate::notices) const LEASE: Millis = Millis::from_seconds(120);

/// A message that may be handed over.
pub(in crate::notices) struct Leased {
    pub(in crate::notices) message: Message,
    /// About which request, where it is about one.
    pub(in crate::notices) request: Option<RequestId>,
    pub(in crate::notices) before: Before,
    /// Which attempt it is.
    pub(in crate::notices) number: u32,
    /// A text of the town's could not be used for it.
    pub(in crate::notices) passed_over: bool,
}

/// What is known of earlier attempts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::notices) enum Before {
    /// None left.
    Nothing,
    /// One of which nobody knows: the provider is asked first, where it can be.
    Unknown,
}

/// What a claim found.
#[derive(Default)]
pub(in crate::notices) struct Claimed {
    pub(in crate::notices) leased: Vec<Leased>,
    /// How many messages were due, sent or not.
    pub(in crate::notices) looked_at: usize,
}

/// Claims at most `room` messages of a channel that are due and may leave.
pub(super) async fn claim(
    app: &AppState,
    senders: &Senders,
    channel: NoticeChannel,
    room: usize,
) -> Result<Claimed> {
    let act = app.act(Actor::Server);
    let most = u32::try_from(room).unwrap_or(u32::MAX);
    let mut tx = app.storage.write().await?;
    let due = tx.due_notices(channel, act.now, most).await?;
    let mut claimed = Claimed {
        looked_at: due.len(),
        ..Claimed::default()
    };
    let sender = senders.of(channel);
    let mut round = Round::load(&mut *tx, channel, &due).await?;
    let mut changed = Vec::with_capacity(due.len());
    for found in &due {
        let Some(mut notice) = round.still(found) else {
            continue;
        };
        let leased = round.lease(&act, sender.as_deref(), &mut notice);
        claimed.leased.extend(leased);
        changed.push(notice);
    }
    if claimed.leased.iter().any(|leased| leased.passed_over) {
        text::tell_office(&mut *tx, &act).await?;
    }
    for notice in &changed {
        receipts::tell_otherwise(&mut *tx, notice, &act).await?;
    }
    put(&mut *tx, &changed).await?;
    tx.commit().await?;
    Ok(claimed)
}

/// Stores messages; consoles look again.
pub(super) async fn put(tx: &mut dyn WriteTx, notices: &[NoticeRecord]) -> Result<()> {
    tx.put_notices(&notices.iter().collect::<Vec<_>>()).await?;
    for notice in notices {
        tx.poke(Poke::Request {
            request: notice.request,
        });
    }
    Ok(())
}

/// What the messages of one claim depend on.
struct Round {
    cases: BTreeMap<RequestId, Case>,
    notices: BTreeMap<NoticeId, NoticeRecord>,
    silent: BTreeSet<String>,
    texts: OwnTexts,
}

impl Round {
    async fn load(tx: &mut dyn WriteTx, channel: NoticeChannel, due: &[NoticeRecord]) -> Result<Self> {
        let requests: BTreeSet<RequestId> = due.iter().map(|notice| notice.request).collect();
        // Requests before their messages, and in one sequence: whoever else changes them locks them so.
        let cases = Case::load_all(tx, &requests.into_iter().collect::<Vec<_>>()).await?;
        let ids: Vec<NoticeId> = due.iter().map(|notice| notice.id).collect();
        let notices = tx.notices(&ids).await?.into_iter();
        let recipients: Vec<&str> = due.iter().map(|notice| notice.recipient.as_str()).collect();
        Ok(Self {
            cases,
            notices: notices.map(|notice| (notice.id, notice)).collect(),
            silent: tx.opted_out(channel, &recipients).await?.into_iter().collect(),
            texts: OwnTexts::read(tx).await?,
        })
    }

    /// The message, unless another process has taken it meanwhile.
    fn still(&mut self, found: &NoticeRecord) -> Option<NoticeRecord> {
        self.notices.remove(&found.id).filter(|now| now == found)
    }

    fn lease(&self, act: &Act, sender: Option<&dyn Sender>, notice: &mut NoticeRecord) -> Option<Leased> {
        let Some(case) = self.cases.get(&notice.request) else {
            cancel(notice, act.now, "request_gone");
            return None;
        };
        if notice.channel == NoticeChannel::Call {
            list(act, notice, case, self.silent.contains(&notice.recipient));
            return None;
        }
        let Some(sender) = sender else {
            fail(notice, act.now, "no sender is set up for this channel".to_owned());
            return None;
        };
        let before = if notice.state == NoticeState::Leased {
            Before::Unknown
        } else {
            Before::Nothing
        };
        let may_repeat = sender.repetition() != Repetition::Doubles && is_still_true(notice, case);
        if before == Before::Unknown && !may_repeat {
            settle(notice, act.now, NoticeState::Uncertain);
            return None;
        }
        if before == Before::Nothing {
            gate::decide(notice, case, act);
            if notice.state != (NoticeState::Waiting { reason: None }) {
                return None;
            }
        }
        if self.silent.contains(&notice.recipient) {
            match before {
                Before::Nothing => cancel(notice, act.now, NOT_WANTED),
                Before::Unknown => settle(notice, act.now, NoticeState::Uncertain),
            }
            return None;
        }
        self.write(act, notice, case, before)
    }

    /// A text that cannot be written stops no other.
    fn write(&self, act: &Act, notice: &mut NoticeRecord, case: &Case, before: Before) -> Option<Leased> {
        settle(notice, act.now, NoticeState::Leased);
        notice.leased_until = Some(act.now + LEASE);
        notice.attempts += 1;
        match text::write(notice, case, &self.texts, &act.config) {
            Ok(Written { message, passed_over }) => Some(Leased {
                message,
                passed_over,
                request: Some(notice.request),
                before,
                number: notice.attempts,
            }),
            Err(error) => {
                tracing::error!(code = error.code(), %error, "a message cannot be written");
                fail(notice, act.now, "its text cannot be written".to_owned());
                None
            }
        }
    }
}

/// A call is made by a person: it goes on the list when its gate opens. One of which nobody said what came of it is doubtful.
fn list(act: &Act, notice: &mut NoticeRecord, case: &Case, is_silent: bool) {
    if notice.state == NoticeState::Leased {
        settle(notice, act.now, NoticeState::Uncertain);
        return;
    }
    gate::decide(notice, case, act);
    if notice.state != (NoticeState::Waiting { reason: None }) {
        return;
    }
    if is_silent {
        cancel(notice, act.now, NOT_WANTED);
    } else if act.config.calls.enabled {
        let reason = Some(WaitReason::Caller);
        settle(notice, act.now, NoticeState::Waiting { reason });
    } else {
        fail(notice, act.now, "nobody makes calls".to_owned());
    }
}

/// A message whose lease ended may be on its way or not. What became untrue meanwhile is not said again: a person decides.
fn is_still_true(notice: &NoticeRecord, case: &Case) -> bool {
    !notice.stage.reports_work() || case.truth.says(notice.stage)
}
