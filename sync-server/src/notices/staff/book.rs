//! The courier's book of messages to people of the town: claimed and written down as those to citizens are. Before each leaves it
//! is asked whether it is still so, and whether its hour has come.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use kuitti_shared::domain::{NoticeChannel, NoticeState, OrderAggregate, Priority, WaitReason};
use kuitti_shared::id::{NoticeId, OrderId};
use kuitti_shared::rules::staff_news::is_still_so;
use kuitti_shared::unit::WallTime;

use super::text;
use crate::act::{Act, Actor};
use crate::app::AppState;
use crate::error::Result;
use crate::notices::courier::{Attempt, Before, Book, Claimed, LEASE, Leased, ending, result_of};
use crate::notices::gate::quiet_until;
use crate::notices::sender::{Repetition, Sender, Senders};
use crate::office_hours::OfficeHours;
use crate::storage::StaffNoticeRecord;

/// The messages to people of the town.
pub(in crate::notices) struct Colleagues;

#[async_trait]
impl Book for Colleagues {
    async fn claim(
        &self,
        app: &AppState,
        senders: &Senders,
        channel: NoticeChannel,
        room: usize,
    ) -> Result<Claimed> {
        let act = app.act(Actor::Server);
        let most = u32::try_from(room).unwrap_or(u32::MAX);
        let mut tx = app.storage.write().await?;
        let due = tx.due_staff_notices(channel, act.now, most).await?;
        // Orders before messages about them: whoever changes an order locks them so.
        let orders: BTreeSet<OrderId> = due.iter().map(|notice| notice.order).collect();
        let orders = tx.orders(&orders.into_iter().collect::<Vec<_>>()).await?;
        let orders: BTreeMap<OrderId, OrderAggregate> =
            orders.into_iter().map(|order| (order.order.id, order)).collect();
        let ids: Vec<NoticeId> = due.iter().map(|notice| notice.id).collect();
        let mut changed = tx.staff_notices(&ids).await?;
        changed.retain(|notice| due.contains(notice));
        let sender = senders.of(channel);
        let mut leased = Vec::new();
        for notice in &mut changed {
            let order = orders.get(&notice.order);
            leased.extend(lease(notice, order, sender.as_deref(), &act));
        }
        tx.put_staff_notices(&changed).await?;
        tx.commit().await?;
        Ok(Claimed {
            leased,
            looked_at: due.len(),
        })
    }

    async fn record(&self, app: &AppState, attempts: &[Attempt]) -> Result<()> {
        if attempts.is_empty() {
            return Ok(());
        }
        let act = app.act(Actor::Server);
        let mut tx = app.storage.write().await?;
        let ids: Vec<NoticeId> = attempts.iter().map(|attempt| attempt.notice).collect();
        let mut changed = tx.staff_notices(&ids).await?;
        changed.retain(|notice| notice.state == NoticeState::Leased);
        for notice in &mut changed {
            let own = |attempt: &&Attempt| attempt.notice == notice.id && attempt.number == notice.attempts;
            if let Some(attempt) = attempts.iter().find(own) {
                conclude(notice, attempt, act.now);
            }
        }
        tx.put_staff_notices(&changed).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn next_due(&self, app: &AppState, channel: NoticeChannel) -> Result<Option<WallTime>> {
        let mut tx = app.storage.read().await?;
        Ok(tx.next_staff_notice_at(channel).await?)
    }
}

fn conclude(notice: &mut StaffNoticeRecord, attempt: &Attempt, now: WallTime) {
    metrics::counter!("kuitti_staff_notices_total", "channel" => notice.channel.code(), "result" => result_of(&attempt.delivery)).increment(1);
    let ending = ending(attempt, now - notice.created_at, now);
    notice.state = ending.state;
    notice.due_at = ending.due_at;
    notice.leased_until = ending.leased_until;
    notice.reference = ending.reference;
    notice.updated_at = now;
}

/// Something newer is to be said of the order, or nothing any more.
pub(super) fn overtaken() -> NoticeState {
    let reason = "overtaken".to_owned();
    NoticeState::Cancelled { reason }
}

pub(super) fn settle(notice: &mut StaffNoticeRecord, state: NoticeState, now: WallTime) {
    notice.state = state;
    notice.due_at = None;
    notice.leased_until = None;
    notice.updated_at = now;
}

fn lease(
    notice: &mut StaffNoticeRecord,
    order: Option<&OrderAggregate>,
    sender: Option<&dyn Sender>,
    act: &Act,
) -> Option<Leased> {
    let now = act.now;
    let before = if notice.state == NoticeState::Leased {
        Before::Unknown
    } else {
        Before::Nothing
    };
    let Some(sender) = sender else {
        let reason = "no sender is set up for this channel".to_owned();
        settle(notice, NoticeState::Failed { reason }, now);
        return None;
    };
    let holds =
        |order: &&OrderAggregate| is_still_so(notice.topic, notice.moment, notice.assignee, order, now);
    let order = order.filter(holds);
    let may_repeat = sender.repetition() != Repetition::Doubles;
    let Some(order) = order.filter(|_| before == Before::Nothing || may_repeat) else {
        let state = match before {
            Before::Nothing => overtaken(),
            Before::Unknown => NoticeState::Uncertain,
        };
        settle(notice, state, now);
        return None;
    };
    if let Some(until) = rests_until(notice, order, act).filter(|_| before == Before::Nothing) {
        let reason = Some(WaitReason::QuietHours { until });
        settle(notice, NoticeState::Waiting { reason }, now);
        notice.due_at = Some(until);
        return None;
    }
    settle(notice, NoticeState::Leased, now);
    notice.leased_until = Some(now + LEASE);
    notice.attempts += 1;
    Some(Leased {
        message: text::write(notice, order, &act.config),
        passed_over: false,
        request: None,
        before,
        number: notice.attempts,
    })
}

/// Urgent work is told at any hour. Deadlines wait for the office to open, the rest for people to be awake.
fn rests_until(notice: &StaffNoticeRecord, order: &OrderAggregate, act: &Act) -> Option<WallTime> {
    if order.order.priority == Priority::Urgent {
        return None;
    }
    if notice.topic.is_deadline() {
        OfficeHours::of(&act.config)?.opens_after(act.now)
    } else {
        quiet_until(act)
    }
}
