//! The hook: what a change of orders gives people of the town to hear, in the same transaction.

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::rules::staff_news::{StaffTopic, is_still_so, is_urgent_news, news, waits_urgently};
use kuitti_shared::unit::{Millis, WallTime};

use super::book::{overtaken, settle};
use super::reach::{self, Said, Watchers};
use crate::act::{Act, Novelty};
use crate::error::Result;
use crate::orders::Change;
use crate::pokes::Poke;
use crate::storage::{StaffNoticeRecord, WriteTx};

/// Writes the messages that changes cause, and takes back those that they overtake. Most changes cost nothing here.
pub(crate) async fn tell(tx: &mut dyn WriteTx, changes: &[Change<'_>], act: &Act) -> Result<()> {
    let fresh: Vec<&Change<'_>> = changes
        .iter()
        .filter(|change| change.novelty == Novelty::New)
        .collect();
    take_back(tx, &fresh, act).await?;
    let mut said = urgent(tx, &fresh, act).await?;
    said.extend(watched(tx, &fresh, act).await?);
    if !said.is_empty() {
        tx.add_staff_notices(&said).await?;
        tx.poke(Poke::Notices);
    }
    Ok(())
}

fn was_urgent(change: &Change<'_>) -> bool {
    change.before.is_some_and(waits_urgently)
}

/// Urgent work that is no longer so, or that newer words are about to be sent of.
async fn take_back(tx: &mut dyn WriteTx, changes: &[&Change<'_>], act: &Act) -> Result<()> {
    let urgent: Vec<OrderId> = changes
        .iter()
        .filter(|change| was_urgent(change))
        .map(|change| change.after.order.id)
        .collect();
    if urgent.is_empty() {
        return Ok(());
    }
    let mut waiting = tx.staff_notices_about(&urgent).await?;
    waiting.retain(|notice| notice.topic == StaffTopic::Urgent && is_overtaken(notice, changes, act.now));
    for notice in &mut waiting {
        settle(notice, overtaken(), act.now);
    }
    Ok(tx.put_staff_notices(&waiting).await?)
}

fn is_overtaken(notice: &StaffNoticeRecord, changes: &[&Change<'_>], now: WallTime) -> bool {
    let mut own = changes
        .iter()
        .filter(|change| change.after.order.id == notice.order);
    own.any(|change| {
        let holds = is_still_so(notice.topic, notice.moment, notice.assignee, change.after, now);
        !holds || is_urgent_news(change.before, change.after)
    })
}

/// To the workers whose urgent work it is, unless their phones fetch it in time.
async fn urgent(tx: &mut dyn WriteTx, changes: &[&Change<'_>], act: &Act) -> Result<Vec<StaffNoticeRecord>> {
    let patience = i64::from(act.config.staff.urgent_after_minutes);
    let mut said = Vec::new();
    if patience == 0 {
        return Ok(said);
    }
    for change in changes {
        if !is_urgent_news(change.before, change.after) {
            continue;
        }
        let one = Said {
            topic: StaffTopic::Urgent,
            order: change.after,
            occasion: change.after.order.version.0.to_string(),
            moment: None,
            due_at: act.now + Millis::from_seconds(60 * patience),
        };
        let assigned = reach::assigned(tx, change.after.order.assignee).await?;
        let others = assigned.iter().filter(|person| !reach::did_it(person, act));
        said.extend(others.map(|person| one.to(person, act)));
    }
    Ok(said)
}

/// To whoever watches an order to which something happened.
async fn watched(tx: &mut dyn WriteTx, changes: &[&Change<'_>], act: &Act) -> Result<Vec<StaffNoticeRecord>> {
    let news: Vec<(&OrderAggregate, StaffTopic)> = changes
        .iter()
        .filter_map(|change| Some((change.after, news(change.before, change.after)?)))
        .collect();
    let mut said = Vec::new();
    if news.is_empty() {
        return Ok(said);
    }
    let watchers = Watchers::load(tx).await?;
    for (order, topic) in news {
        let undo = if topic.can_be_undone() {
            act.config.undo_window()
        } else {
            Millis(0)
        };
        let one = Said {
            topic,
            order,
            occasion: order.order.version.0.to_string(),
            moment: None,
            due_at: act.now + undo,
        };
        for staff in watchers.of(order) {
            let person = reach::of_staff(tx, staff).await?;
            let other = person.filter(|person| !reach::did_it(person, act));
            said.extend(other.map(|person| one.to(&person, act)));
        }
    }
    Ok(said)
}
