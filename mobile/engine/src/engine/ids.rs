//! Ids made on the device: UUID version 7 (RFC 9562), so that they sort by time in every index.
//!
//! Chance is drawn once for each start of the engine and counted up from there (section 6.2, method 2): two ids of one start never
//! meet, ids of two starts meet as seldom as any, and the operations of a day, of which each brings its id, are a fifth smaller on the
//! wire. They say nothing that would have to be kept secret.

use std::cell::Cell;

use kuitti_shared::unit::WallTime;
use uuid::{Builder, Uuid};

use crate::ports::Random;

/// Bytes of an id that are not its time.
const CHANCE: usize = 10;

/// Makes the ids of one start.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// The chance of the next one; none before the first.
    next: Cell<Option<u128>>,
}

impl Ids {
    /// A new id. A clock before 1970 counts as 1970.
    pub(super) fn next(&self, now: WallTime, random: &dyn Random) -> Uuid {
        let millis = u64::try_from(now.0).unwrap_or(0);
        let counted = self.next.get().unwrap_or_else(|| random.bits());
        self.next.set(Some(counted.wrapping_add(1)));
        let mut chance = [0; CHANCE];
        for (place, byte) in chance.iter_mut().rev().zip(counted.to_le_bytes()) {
            *place = byte;
        }
        Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    struct Dice(Cell<u128>);

    impl Random for Dice {
        fn bits(&self) -> u128 {
            self.0.replace(
                self.0
                    .get()
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1),
            )
        }
    }

    const NOON: WallTime = WallTime(1_795_372_281_777);

    #[test]
    fn ids_of_one_start_differ_within_a_millisecond_and_share_their_chance() {
        // The count runs over the end of its last bytes.
        let (ids, dice) = (Ids::default(), Dice(Cell::new(u128::from(u16::MAX))));
        let made: Vec<Uuid> = (0..1_000).map(|_| ids.next(NOON, &dice)).collect();
        assert_eq!(made.iter().collect::<BTreeSet<_>>().len(), 1_000);
        assert!(made.iter().all(|id| id.get_version_num() == 7));
        let head = |id: &Uuid| id.as_bytes()[6..13].to_vec();
        assert_eq!(made.iter().map(head).collect::<BTreeSet<_>>().len(), 1);
    }

    #[test]
    fn ids_of_two_starts_differ_at_the_same_moment() {
        let dice = Dice(Cell::new(7));
        let (first, second) = (Ids::default(), Ids::default());
        assert_ne!(first.next(NOON, &dice), second.next(NOON, &dice));
    }
}
