//! What becomes due with time: held operations, aged orders, forgotten rows, completions that nobody confirms, photos that
//! never come.

use std::time::Duration;

use kuitti_shared::apply::office::Decision;
use kuitti_shared::sync::limits;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::Millis;
use tokio::time::{MissedTickBehavior, interval};

use super::held;
use crate::act::{Act, Actor};
use crate::app::{App, AppState};
use crate::error::{Error, Result};
use crate::storage::{OfficeTask, WriteTx};
use crate::{intake, orders};

const EVERY: Duration = Duration::from_secs(300);
/// How many things are looked at in one transaction: a town that was off for a month has many, and others want to write.
const AT_ONCE: u32 = 200;
/// How long a provider may take to say what became of a text message.
const RECEIPTS: Millis = Millis::from_days(30);
/// How long messages to people of the town are kept.
const STAFF_NOTICES: Millis = Millis::from_days(30);
/// How long a completion may wait for another's word before the office is asked.
const UNCONFIRMED: Millis = Millis::from_seconds(3_600);
/// How long a photo may be on its way before the office is asked.
const PHOTO_LATE: Millis = Millis::from_days(1);

/// The code of the task about a photo that does not come.
const PHOTO_TASK: &str = "photo_missing";

/// The counter of these looks.
const ROUND: &str = "housekeeping";

/// Looks after the town until the server stops.
pub async fn run(app: AppState) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = app.stopped() => return,
        }
        if let Err(error) = look(&app).await {
            tracing::error!(%error, "housekeeping failed; it is tried again");
        }
    }
}

/// Does everything that is due now.
///
/// # Errors
/// When the storage fails.
pub async fn look(app: &App) -> Result<()> {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    // Of several servers on one database, one looks at a time; the next then finds little left to do.
    tx.next_number(ROUND).await?;
    held::replay_newer(&mut *tx, &act).await?;
    held::give_up(&mut *tx, &act).await?;
    age(&mut *tx, &act).await?;
    close(&mut *tx, &act).await?;
    ask_for_confirmation(&mut *tx, &act).await?;
    ask_for_photos(&mut *tx, &act).await?;
    tx.forget_gone(act.now - limits::GONE).await?;
    tx.forget_sessions(act.now).await?;
    tx.forget_old_parts(act.now - RECEIPTS).await?;
    tx.forget_staff_notices(act.now - STAFF_NOTICES).await?;
    tx.commit().await?;
    intake::forget::forget_due(&app.storage, &act).await?;
    crate::files::collect(app).await?;
    crate::files::forget_expired(app).await
}

/// Finished orders leave the devices after a while (SYNC.md rule 5).
async fn age(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    let mut aged = tx.aged(act.now - limits::OWN_TERMINAL, AT_ONCE).await?;
    aged.sort_unstable_by_key(|(_, order)| *order);
    for (scope, order) in aged {
        // The office may have reopened it meanwhile.
        let found = tx.order(order).await?;
        if found.is_some_and(|found| found.order.status.is_terminal()) {
            orders::leave(tx, scope, order, GoneReason::Aged, act.now).await?;
        }
    }
    Ok(())
}

/// Finished orders are closed by themselves after the time of their category.
async fn close(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    for category in tx.categories().await? {
        let Some(days) = category.closes_after_days else {
            continue;
        };
        let before = act.now - Millis::from_days(days.into());
        for order in tx.finished_since(&category.code, before, AT_ONCE).await? {
            // Whoever reopened it meanwhile was faster.
            match orders::change(tx, order, &Decision::Close, act).await {
                Ok(_) | Err(Error::Refused { .. }) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

async fn ask_for_confirmation(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    for order in tx.unconfirmed_since(act.now - UNCONFIRMED, AT_ONCE).await? {
        tx.open_task(&task(orders::CONFIRM_TASK, order, act)).await?;
    }
    Ok(())
}

async fn ask_for_photos(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    for photo in tx.overdue_photos(act.now - PHOTO_LATE, AT_ONCE).await? {
        let found = orders::survivor(tx, photo.order).await?;
        let order = found.map_or(photo.order, |found| found.order.order.id);
        tx.open_task(&task(PHOTO_TASK, order, act)).await?;
    }
    Ok(())
}

fn task(code: &str, order: kuitti_shared::id::OrderId, act: &Act) -> OfficeTask {
    OfficeTask {
        id: 0,
        code: code.to_owned(),
        order: Some(order),
        operation: None,
        opened_at: act.now,
        settled_at: None,
    }
}
