//! What takes room on the phone, and what leaves it as a file.

use kuitti_shared::sync::town::PhotoKeeping;
use serde::{Deserialize, Serialize};

/// What takes room on the phone, as far as the engine keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RoomOnPhone {
    /// Photos that the office does not have.
    pub unsent_photos: u64,
    /// Their bytes. They stay, whatever the limits are.
    pub unsent_bytes: u64,
    /// Photos that the office has.
    pub sent_photos: u64,
    /// Their bytes.
    pub sent_bytes: u64,
    /// Bytes of the street map.
    pub map_bytes: u64,
    /// What the office has decided about photos that it has.
    pub keeping: PhotoKeeping,
}

/// What a rescue file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RescueWritten {
    /// Operations.
    pub operations: u64,
    /// Photos.
    pub photos: u64,
    /// Photos that had no room in it, or are damaged. They are still on the phone.
    pub photos_left: u64,
}
