//! What the screens show, read from the store: nothing here changes anything.

mod card;
mod order;
mod receipts;
mod room;
mod shift;
mod status;
mod stops;
mod today;

pub(crate) use order::order;
pub(crate) use receipts::receipts;
pub(crate) use room::room;
pub(crate) use shift::shift;
pub(crate) use status::status;
pub(crate) use today::{Plan, agreed, today};

use kuitti_shared::domain::Fix;

use crate::protocol::{Held, Problem, SyncPhase};

/// What the running engine adds to what is on disk.
#[derive(Debug, Clone)]
pub(crate) struct Sight {
    /// Where the device is.
    pub(crate) fix: Option<Fix>,
    /// In which order visits were last shown.
    pub(crate) plan: Option<Plan>,
    /// What is wrong on the way to the server.
    pub(crate) problem: Option<Problem>,
    /// What the engine does about syncing.
    pub(crate) phase: SyncPhase,
    /// Why what is large waits.
    pub(crate) held: Option<Held>,
}
