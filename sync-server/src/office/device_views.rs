//! What the office knows of devices, and how old that knowledge is.

use kuitti_shared::api::devices::DeviceRow;
use kuitti_shared::api::orders::DeviceKnowledge;
use kuitti_shared::domain::{Assignee, OrderAggregate, WorkOrder};
use kuitti_shared::unit::Version;

use crate::app::App;
use crate::error::Result;
use crate::storage::{DeviceRecord, ReadTx};
use crate::sync::{self, Seen};

/// All devices, newest first.
///
/// # Errors
/// When the storage fails.
pub(super) async fn list(app: &App, tx: &mut dyn ReadTx) -> Result<Vec<DeviceRow>> {
    let devices = tx.devices().await?;
    Ok(devices.into_iter().map(|device| row(app, device)).collect())
}

fn row(app: &App, device: DeviceRecord) -> DeviceRow {
    let seen = app.presence.of(device.id);
    let health = seen.as_ref().map(|seen| &seen.health);
    DeviceRow {
        id: device.id,
        worker: device.worker,
        name: device.name,
        app: seen.as_ref().map_or(device.app, |seen| seen.app.clone()),
        enrolled_at: device.enrolled_at,
        last_sync_at: seen.as_ref().map(|seen| seen.at).or(device.pushed_at),
        clock_error: seen.as_ref().map(|seen| seen.clock_error),
        pending_ops: health.map_or(0, |health| health.pending_ops),
        pending_photos: health.map_or(0, |health| health.pending_photos),
        revoked_at: device.revoked_at,
        drain_until: device.drain_until,
    }
}

/// How old the knowledge of those devices is that should have this order: the assignee's, and those of workers who began it.
pub(super) async fn knowledge(
    app: &App,
    tx: &mut dyn ReadTx,
    aggregate: &OrderAggregate,
) -> Result<Vec<DeviceKnowledge>> {
    let order = &aggregate.order;
    let workers = tx.workers().await?;
    let began = |worker| aggregate.visits.iter().any(|visit| visit.worker == worker);
    let concerned = |device: &DeviceRecord| {
        let crew = workers.iter().find(|record| record.worker.id == device.worker);
        let crew = crew.and_then(|record| record.worker.crew);
        let assigned = match order.assignee {
            Some(Assignee::Worker(worker)) => worker == device.worker,
            Some(Assignee::Crew(assigned)) => crew == Some(assigned),
            None => false,
        };
        device.revoked_at.is_none() && (assigned || began(device.worker))
    };
    let mut devices = tx.devices().await?;
    devices.retain(concerned);
    let mut known = Vec::with_capacity(devices.len());
    for device in devices {
        let seen = app.presence.of(device.id);
        known.push(DeviceKnowledge {
            version: version_of(tx, order, seen.as_ref()).await?,
            worker: device.worker,
            device: device.id,
            as_of: seen.as_ref().map(|seen| seen.at).or(device.pushed_at),
            pending_ops: seen.as_ref().map_or(0, |seen| seen.health.pending_ops),
            pending_photos: seen.as_ref().map_or(0, |seen| seen.health.pending_photos),
        });
    }
    Ok(known)
}

/// The version that a device has: the one in the feed, when the device's cursor has passed it. A feed keeps the latest version alone,
/// so that of an older one nobody can say which.
async fn version_of(tx: &mut dyn ReadTx, order: &WorkOrder, seen: Option<&Seen>) -> Result<Option<Version>> {
    let town_epoch = sync::epoch::of_town(tx).await?;
    for (scope, cursor) in seen.into_iter().flat_map(|seen| &seen.cursors) {
        let (Some(row), Some(line)) = (tx.scope(*scope).await?, tx.feed_of(*scope, order.id).await?) else {
            continue;
        };
        if row.epoch + town_epoch == cursor.epoch && line.gone.is_none() && line.seq <= cursor.seq {
            return Ok(Some(line.version));
        }
    }
    Ok(None)
}
