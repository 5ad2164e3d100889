//! A time that the office agreed with somebody who will be there: a caretaker with the key, a resident at the door.

use serde::{Deserialize, Serialize};

use crate::unit::{Millis, WallTime};

/// The work begins between two moments. Where there is one, it counts in the field instead of the due time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Appointment {
    /// Nobody is there before.
    pub from: WallTime,
    /// Nobody is there any more.
    pub until: WallTime,
}

impl Appointment {
    /// Longer than this is a slip of the hand, not a time at which somebody waits.
    pub const LONGEST: Millis = Millis::from_days(1);

    /// Does it end after it begins, and within [`Self::LONGEST`]?
    #[must_use]
    pub fn is_possible(self) -> bool {
        let span = self.until - self.from;
        span > Millis(0) && span <= Self::LONGEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_appointment_ends_after_it_begins_and_within_a_day() {
        let lasts = |millis: i64| {
            let from = WallTime(1_795_161_600_000);
            Appointment {
                from,
                until: from + Millis(millis),
            }
        };
        for (millis, expected) in [
            (1, true),
            (86_400_000, true),
            (0, false),
            (-1, false),
            (86_400_001, false),
        ] {
            assert_eq!(lasts(millis).is_possible(), expected, "{millis} ms");
        }
        let endless = Appointment {
            from: WallTime(i64::MIN),
            until: WallTime(i64::MAX),
        };
        assert!(!endless.is_possible());
    }
}
