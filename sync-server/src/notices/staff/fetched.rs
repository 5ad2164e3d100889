//! A phone that has fetched urgent work needs no text message about it. Known from the cursors that it sends with each sync;
//! as long as nothing urgent waits for its worker, that costs one look into an index.

use std::collections::BTreeMap;

use kuitti_shared::domain::NoticeState;
use kuitti_shared::id::{NoticeId, WorkerId};
use kuitti_shared::rules::staff_news::{Person, StaffTopic};
use kuitti_shared::sync::request::{Cursor, Scope};

use crate::act::Actor;
use crate::app::App;
use crate::error::Result;
use crate::storage::{ReadTx, StaffNoticeRecord};

/// The messages to a worker about orders that are on the worker's phone as they stand now.
///
/// # Errors
/// When the storage fails.
pub(crate) async fn fetched(
    tx: &mut dyn ReadTx,
    worker: WorkerId,
    cursors: &BTreeMap<Scope, Cursor>,
) -> Result<Vec<NoticeId>> {
    let mut waiting = tx.staff_notices_to(Person::Worker(worker)).await?;
    waiting.retain(|notice| notice.topic == StaffTopic::Urgent);
    let mut there = Vec::new();
    for notice in &waiting {
        if is_there(tx, notice, cursors).await? {
            there.push(notice.id);
        }
    }
    Ok(there)
}

/// Has the phone the order's line in a feed? A cursor of another epoch says nothing.
async fn is_there(
    tx: &mut dyn ReadTx,
    notice: &StaffNoticeRecord,
    cursors: &BTreeMap<Scope, Cursor>,
) -> Result<bool> {
    let town = crate::sync::epoch::of_town(tx).await?;
    for (scope, cursor) in cursors {
        let line = tx.feed_of(*scope, notice.order).await?;
        let epoch = tx.scope(*scope).await?.map(|scope| scope.epoch + town);
        let is_there = line.is_some_and(|line| line.gone.is_none() && line.seq <= cursor.seq);
        if is_there && epoch == Some(cursor.epoch) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes back messages of which nobody needs any more.
///
/// # Errors
/// When the storage fails.
pub(crate) async fn take_back_fetched(app: &App, there: &[NoticeId]) -> Result<()> {
    if there.is_empty() {
        return Ok(());
    }
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    let mut notices = tx.staff_notices(there).await?;
    notices.retain(|notice| matches!(notice.state, NoticeState::Waiting { .. }));
    for notice in &mut notices {
        notice.state = NoticeState::Cancelled {
            reason: "fetched".to_owned(),
        };
        notice.due_at = None;
        notice.updated_at = act.now;
    }
    tx.put_staff_notices(&notices).await?;
    tx.commit().await?;
    Ok(())
}
