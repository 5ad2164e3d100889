//! Ids made on the device: UUID version 7 (RFC 9562), so that they sort by time in every index.

use kuitti_shared::unit::WallTime;
use uuid::{Builder, Uuid};

use crate::ports::Random;

/// A new id. A clock before 1970 counts as 1970; the randomness keeps ids apart.
pub(super) fn new_id(now: WallTime, random: &dyn Random) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or(0);
    let bits = random.bits().to_le_bytes();
    let mut chance = [0; 10];
    for (place, byte) in chance.iter_mut().zip(bits) {
        *place = byte;
    }
    Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
}
