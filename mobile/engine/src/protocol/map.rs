//! The street map on the phone.

use kuitti_shared::api::map::MapPack;
use serde::{Deserialize, Serialize};

/// The street map on the phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapOnPhone {
    /// Is it here?
    pub state: MapState,
    /// The one that is used; none while there is none.
    pub here: Option<MapPack>,
}

/// Is the map here?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapState {
    /// The town has none, or the phone has not heard of it yet.
    None,
    /// It is on its way; one that was here before is used meanwhile.
    Coming {
        /// Bytes that are here.
        arrived: u64,
        /// Bytes of all.
        size: u64,
    },
    /// It is here.
    Here {
        /// Bytes.
        size: u64,
    },
}
