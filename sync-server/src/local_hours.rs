//! Hours of the day as a town's clock shows them: what was read from a configuration, and moments that follow from it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use kuitti_shared::unit::WallTime;

/// From one local time to another, in a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LocalHours {
    pub(crate) from: Time,
    pub(crate) until: Time,
    zone: TimeZone,
}

impl LocalHours {
    /// From one `HH:MM` to another, in an IANA zone. Nothing when a part cannot be read.
    pub(crate) fn read(from: &str, until: &str, zone: &str) -> Option<Self> {
        let time = |text| Time::strptime("%H:%M", text).ok();
        Some(Self {
            from: time(from)?,
            until: time(until)?,
            zone: TimeZone::get(zone).ok()?,
        })
    }

    /// What calendar and clock show.
    pub(crate) fn local(&self, at: WallTime) -> Option<DateTime> {
        let at = Timestamp::from_millisecond(at.0).ok()?;
        Some(self.zone.to_datetime(at))
    }

    /// The moment at which calendar and clock show this.
    pub(crate) fn moment(&self, day: Date, time: Time) -> Option<WallTime> {
        let zoned = day.to_datetime(time).to_zoned(self.zone.clone()).ok()?;
        Some(WallTime(zoned.timestamp().as_millisecond()))
    }
}
