//! Who works when: every crew, every day from midnight to midnight, so that the town can be tried out at any hour.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use kuitti_shared::domain::Shift;
use kuitti_shared::unit::WallTime;

use super::people::{self, Area};
use super::zones;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::storage::WriteTx;

/// How far back requests of the demo town go, with a margin.
const PAST_DAYS: i64 = 30;
/// A server that is started in the morning may run for some days.
const COMING_DAYS: i64 = 7;

/// The shifts under which the work was routed until now: today's too, as its morning is past by the afternoon.
pub(super) async fn put_past(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    put(tx, -PAST_DAYS..1, act).await
}

/// Today's shifts and those of the coming days. Doing it again the same day changes nothing.
pub(super) async fn renew(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    put(tx, 0..COMING_DAYS, act).await
}

async fn put(tx: &mut dyn WriteTx, days: std::ops::Range<i64>, act: &Act) -> Result<()> {
    let midnights: Vec<WallTime> = (days.start..=days.end)
        .map(|day| midnight(act, day))
        .collect::<Result<_>>()?;
    for team in people::teams() {
        let crew = people::crew(tx, team.name).await?.id;
        for day in midnights.windows(2) {
            let [from, until] = day else { continue };
            let zones = match team.area {
                Area::Districts => zones::codes().collect(),
                Area::WholeTown => BTreeSet::new(),
            };
            tx.put_shift(&Shift {
                crew,
                zones,
                from: *from,
                until: *until,
            })
            .await?;
        }
    }
    Ok(())
}

/// Midnight by the town's clock, so many days from today.
fn midnight(act: &Act, days: i64) -> Result<WallTime> {
    let civil = || {
        let zone = TimeZone::get(&act.config.town.time_zone)?;
        let today = Timestamp::from_millisecond(act.now.0)?.to_zoned(zone);
        today.checked_add(days.days())?.start_of_day()
    };
    let start = civil().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(WallTime(start.timestamp().as_millisecond()))
}
