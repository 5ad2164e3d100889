//! The town's time zone: instants of the domain become the dates and times that people in that town read.
use jiff::{Timestamp, Zoned, tz::TimeZone};
use kuitti_shared::unit::WallTime;

/// Turns instants into local time. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zone: TimeZone,
}

impl Calendar {
    /// The calendar of an IANA zone such as `Europe/Helsinki`; a zone that nobody knows reads as UTC.
    pub fn of_zone(name: &str) -> Self {
        Self {
            zone: TimeZone::get(name).unwrap_or(TimeZone::UTC),
        }
    }

    /// The local time of an instant; one beyond the calendar's ends (a broken clock) reads as the end.
    pub fn local(&self, time: WallTime) -> Zoned {
        let limit = if time.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        };
        Timestamp::from_millisecond(time.0)
            .unwrap_or(limit)
            .to_zoned(self.zone.clone())
    }
}

impl Default for Calendar {
    fn default() -> Self {
        Self { zone: TimeZone::UTC }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_read_in_the_town() {
        let helsinki = Calendar::of_zone("Europe/Helsinki");
        assert_eq!(
            helsinki.local(WallTime(1_795_251_912_000)).to_string(),
            "2026-11-21T11:05:12+02:00[Europe/Helsinki]"
        );
        assert_eq!(Calendar::of_zone("Nowhere/At_All"), Calendar::default());
        assert_eq!(helsinki.local(WallTime(i64::MAX)).year(), 9999);
    }
}
