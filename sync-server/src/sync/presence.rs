//! When each device was last heard, and how it was. In memory: a sync with nothing new writes nothing.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use kuitti_shared::id::DeviceId;
use kuitti_shared::sync::request::{Cursor, Health, Scope};
use kuitti_shared::unit::{Millis, WallTime};

/// The last sync of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// When.
    pub at: WallTime,
    /// The app's version.
    pub app: String,
    /// How far its clock was ahead.
    pub clock_error: Millis,
    /// What it had not sent.
    pub health: Health,
    /// How far it had got in each scope.
    pub cursors: BTreeMap<Scope, Cursor>,
}

/// The last sync of every device since the server started.
#[derive(Debug, Default)]
pub struct Presence(Mutex<HashMap<DeviceId, Seen>>);

impl Presence {
    /// Remembers a sync. Answers whether the device has other things unsent than anybody knew: after a restart all devices come at
    /// once, and of those that have sent everything that is no news.
    pub fn saw(&self, device: DeviceId, seen: Seen) -> bool {
        let health = seen.health.clone();
        let before = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(device, seen);
        before.map_or_else(Health::default, |before| before.health) != health
    }

    /// The last sync of a device.
    #[must_use]
    pub fn of(&self, device: DeviceId) -> Option<Seen> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&device)
            .cloned()
    }
}
