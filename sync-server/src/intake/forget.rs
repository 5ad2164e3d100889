//! Who reported is forgotten: at the citizen's wish, or when the town's time for it is over
//! ([`kuitti_shared::rules::retention`]). What was wrong, where, and what was done stays.
//!
//! The contact goes, with the photos, the numbers in messages, and the card on the orders: devices get those orders again,
//! without it. Files that nobody names any more are thrown away by [`crate::files::collect`]. Backups forget when they are
//! replaced: whoever restores one runs `kuitti-server retention` after it.

use std::sync::Arc;

use kuitti_shared::domain::{Contact, NoticeState, OrderAggregate};
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::rules::retention::{Keeping, is_over};
use kuitti_shared::unit::{Millis, WallTime};
use serde_json::json;

use crate::act::{Act, Actor};
use crate::config::Config;
use crate::error::Result;
use crate::storage::{AuditEntry, ReadTx, RequestRecord, Storage, WriteTx};
use crate::{notices, orders};

/// How many are looked for at once.
const AT_ONCE: u32 = 100;

/// Forgets who reported a request.
///
/// # Errors
/// When the storage fails.
pub async fn forget(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<()> {
    let served: Vec<OrderId> = tx
        .order_links(&[request])
        .await?
        .into_iter()
        .map(|link| link.1)
        .collect();
    let before = tx.orders(&served).await?;
    let Some(mut record) = tx.request(request).await? else {
        return Ok(());
    };
    if let Some(contact) = tx.contact(request).await? {
        for order in before.iter().filter(|order| names(order, &contact)) {
            without_card(tx, order, act).await?;
        }
    }
    // Storing an order may have moved its requests.
    record = tx.request(request).await?.unwrap_or(record);
    record.photos.clear();
    record.confirmations.clear();
    record.answers.clear();
    if act.actor == Actor::Server {
        // Its time is over: the code opens nothing any more, like one that was never given.
        record.tracking = None;
        record.code_seed = None;
    }
    let reopenings = record
        .feedback
        .iter_mut()
        .filter_map(|said| said.reopening.as_mut());
    reopenings.for_each(|reopening| reopening.photos.clear());
    record.updated_at = act.now;
    tx.put_request(&record).await?;
    tx.delete_contact(request).await?;
    notices::follow_request(tx, request, act).await?;
    forget_recipients(tx, request).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "request.forgotten".to_owned(),
        subject: "request".to_owned(),
        subject_id: Some(request.0),
        detail: json!({}),
    })
    .await?;
    Ok(())
}

/// Is it this citizen whom the worker may call?
fn names(order: &OrderAggregate, contact: &Contact) -> bool {
    let card = order.order.contact.as_ref();
    card.is_some_and(|card| Some(&card.phone) == contact.phone.as_ref())
}

async fn without_card(tx: &mut dyn WriteTx, before: &OrderAggregate, act: &Act) -> Result<()> {
    let mut after = before.clone();
    after.order.contact = None;
    after.order.version = after.order.version.next();
    orders::store(tx, Some(before), &after, &[], act).await
}

/// Messages keep what they were about and when; to whom becomes a name that leads nowhere. One that a sender has right now keeps
/// its own until it is forgotten with the next look.
async fn forget_recipients(tx: &mut dyn WriteTx, request: RequestId) -> Result<()> {
    for mut notice in tx.notices_of(request).await? {
        if notice.state != NoticeState::Leased {
            notice.recipient = notice.id.to_string();
            notice.words = None;
            tx.put_notice(&notice).await?;
        }
    }
    Ok(())
}

/// Before when a case must have ended to be forgotten; never, where the town keeps everything.
fn ended_before(config: &Config, now: WallTime) -> Option<(WallTime, Keeping, Millis)> {
    let keeping = config.keeping()?;
    let reopen = config.feedback_terms().reopen_window;
    Some((now - keeping.after_end.max(reopen), keeping, reopen))
}

/// Who is to be forgotten now, those that ended first before the others.
///
/// # Errors
/// When the storage fails.
pub async fn due(
    tx: &mut dyn ReadTx,
    config: &Config,
    now: WallTime,
    limit: u32,
) -> Result<Vec<RequestRecord>> {
    let Some((before, keeping, reopen)) = ended_before(config, now) else {
        return Ok(Vec::new());
    };
    let mut due = tx.with_contact_ended(before, limit).await?;
    due.retain(|request| {
        let since = request.history.last().map_or(request.updated_at, |mark| mark.at);
        is_over(request.stage, since, keeping, reopen, now)
    });
    Ok(due)
}

/// Forgets some of whom it is time to forget, and says how many.
///
/// # Errors
/// When the storage fails.
pub async fn forget_due(storage: &Arc<dyn Storage>, act: &Act) -> Result<usize> {
    let due = due(&mut *storage.read().await?, &act.config, act.now, AT_ONCE).await?;
    for request in &due {
        let mut tx = storage.write().await?;
        forget(&mut *tx, request.id, act).await?;
        tx.commit().await?;
    }
    Ok(due.len())
}
