//! Zones from the table that is part of the program.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kuitti_shared::unit::WallTime;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Zone(TimeZone);

impl Zone {
    /// A zone that nobody knows is UTC.
    pub(crate) fn of_name(name: &str) -> Self {
        Self(TimeZone::get(name).unwrap_or(TimeZone::UTC))
    }

    /// Seconds before UTC at an instant.
    pub(crate) fn offset_seconds(&self, at: WallTime) -> i32 {
        Timestamp::from_millisecond(at.0).map_or(0, |at| self.0.to_offset(at).seconds())
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::UTC)
    }
}
