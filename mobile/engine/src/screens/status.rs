//! How the device is.

use kuitti_shared::sync::town::TownCard;
use kuitti_shared::unit::{Millis, WallTime};
use rusqlite::Connection;

use super::Sight;
use crate::protocol::{DeviceStatus, Enrolment, Pending, Problem, Standing, SyncState};
use crate::store::meta::{self, Session};
use crate::store::{Result, outbox, taken, upload};

/// A clock that is off by less is nobody's business.
const CLOCK_TOLERANCE: Millis = Millis::from_seconds(120);

pub(crate) fn status(store: &Connection, sight: &Sight, now: WallTime) -> Result<DeviceStatus> {
    let session = meta::get(store, &meta::SESSION)?;
    let town = meta::get(store, &meta::TOWN)?;
    let last_success = meta::get(store, &meta::LAST_SUCCESS)?;
    let clock_error = meta::get(store, &meta::CLOCK_ERROR)?;
    let standing = meta::get(store, &meta::STANDING)?.unwrap_or(Standing::Active);
    Ok(DeviceStatus {
        enrolment: session.zip(town).map(enrolment),
        pending: pending(store, sight)?,
        sync: SyncState {
            phase: sight.phase,
            last_success,
            age: last_success.map(|then| now - then),
        },
        clock_error: clock_error.filter(|error| error.abs() > CLOCK_TOLERANCE),
        standing,
        problem: problem(store, sight, standing)?,
        settings: meta::get(store, &meta::SETTINGS)?.unwrap_or_default(),
    })
}

fn enrolment((session, town): (Session, TownCard)) -> Enrolment {
    Enrolment {
        worker: town.worker,
        device: session.device,
        town: town.name,
        time_zone: town.time_zone,
        office_phone: town.office_phone,
        server: session.server,
    }
}

fn pending(store: &Connection, sight: &Sight) -> Result<Pending> {
    let (operations, first_operation) = outbox::unacknowledged_count(store)?;
    let (queued, photo_bytes, first_photo) = upload::queued_count(store)?;
    Ok(Pending {
        operations,
        photos: queued + taken::count(store)?,
        photo_bytes,
        since: first_operation.into_iter().chain(first_photo).min(),
        parked: upload::parked_count(store)?,
        held: sight.held,
    })
}

/// What lasts comes before what the next try may cure.
fn problem(store: &Connection, sight: &Sight, standing: Standing) -> Result<Option<Problem>> {
    if standing == Standing::Revoked {
        return Ok(Some(Problem::Revoked));
    }
    if meta::get(store, &meta::UPGRADE_NEEDED)?.unwrap_or_default() {
        return Ok(Some(Problem::UpgradeNeeded));
    }
    Ok(sight.problem.clone())
}
