//! What the console has to know of the town before it can show anything.

use kuitti_shared::api::town::Town;
use kuitti_shared::domain::{Position, Zone};
use kuitti_shared::unit::WallTime;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::storage::ReadTx;

/// The town at `now`.
///
/// # Errors
/// When the storage fails.
pub(super) async fn town(tx: &mut dyn ReadTx, settings: &Config, now: WallTime) -> Result<Town> {
    let config = &settings.town;
    let zones = tx.zones().await?;
    let workers = tx.workers().await?.into_iter().filter(|record| record.active);
    Ok(Town {
        name: config.name.clone(),
        time_zone: config.time_zone.clone(),
        centre: centre(&zones)?,
        categories: tx.categories().await?,
        crews: tx.crews().await?,
        workers: workers.map(|record| record.worker).collect(),
        shifts: tx.shifts(now, WallTime(i64::MAX)).await?,
        articles: tx.articles().await?,
        channels: settings.channels(),
        as_of: now,
        zones,
    })
}

/// Where maps open: the middle of the districts, or of the world for a town that has none yet.
fn centre(zones: &[Zone]) -> Result<Position> {
    let corners = || zones.iter().flat_map(|zone| &zone.outline);
    let middle = |read: fn(&Position) -> f64| {
        let lowest = corners().map(read).fold(f64::INFINITY, f64::min);
        let highest = corners().map(read).fold(f64::NEG_INFINITY, f64::max);
        if lowest <= highest {
            f64::midpoint(lowest, highest)
        } else {
            0.0
        }
    };
    let middle = Position::new(middle(Position::latitude), middle(Position::longitude));
    middle.map_err(|error| Error::Internal(error.to_string()))
}
