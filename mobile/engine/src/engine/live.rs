//! What the engine knows while it runs and forgets when it ends.

use std::collections::BTreeSet;

use kuitti_shared::domain::Fix;
use kuitti_shared::id::PhotoId;
use kuitti_shared::unit::WallTime;

use crate::ports::Cost;
use crate::protocol::{Held, PlaceSource, Problem, SyncPhase, Visibility};
use crate::screens::{Plan, Sight};
use crate::sync::backoff::Backoff;

/// What is not on disk.
#[derive(Debug)]
pub(super) struct Live {
    /// A sync runs.
    pub(super) syncing: bool,
    /// So many photos go up at this moment.
    pub(super) uploading: usize,
    /// When the last failure is tried again.
    pub(super) retry_at: Option<WallTime>,
    /// What is wrong on the way to the server.
    pub(super) problem: Option<Problem>,
    /// Where the device is.
    pub(super) fix: Option<Fix>,
    /// Who says so.
    pub(super) fix_source: PlaceSource,
    /// In which order visits were last shown.
    pub(super) plan: Option<Plan>,
    /// Are these the worker's orders that the screens show?
    pub(super) shown: bool,
    /// Does anybody look?
    pub(super) visibility: Visibility,
    /// What the network cost when it was last asked.
    pub(super) cost: Option<Cost>,
    /// Photos that the worker has sent on their way, whatever the network costs.
    pub(super) sent_on: BTreeSet<PhotoId>,
    /// The server refused the token: only a person can help.
    pub(super) refused: bool,
    /// Failures of syncing.
    pub(super) backoff: Backoff,
    /// Failures of uploading.
    pub(super) upload_backoff: Backoff,
    /// Failures of fetching the map.
    pub(super) map_backoff: Backoff,
    /// When the server was last asked for its map.
    pub(super) map_asked: Option<WallTime>,
    /// Bytes of the next map that are here.
    pub(super) map_arrived: u64,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            syncing: false,
            uploading: 0,
            retry_at: None,
            problem: None,
            fix: None,
            fix_source: PlaceSource::Phone,
            plan: None,
            shown: true,
            visibility: Visibility::Front,
            cost: None,
            sent_on: BTreeSet::new(),
            refused: false,
            backoff: Backoff::default(),
            upload_backoff: Backoff::default(),
            map_backoff: Backoff::default(),
            map_asked: None,
            map_arrived: 0,
        }
    }
}

impl Live {
    /// What the screens need of it.
    pub(super) fn sight(&self, held: Option<Held>) -> Sight {
        Sight {
            fix: self.fix,
            plan: self.plan.clone(),
            problem: self.problem.clone(),
            phase: self.phase(),
            held,
        }
    }

    /// Where the device measured that it is: what may stand in a record as its position.
    pub(super) fn measured(&self) -> Option<Fix> {
        self.fix.filter(|_| self.fix_source == PlaceSource::Phone)
    }

    const fn phase(&self) -> SyncPhase {
        if self.syncing {
            SyncPhase::Syncing
        } else if self.uploading > 0 {
            SyncPhase::Uploading
        } else if let Some(retry_at) = self.retry_at {
            SyncPhase::Waiting { retry_at }
        } else {
            SyncPhase::Idle
        }
    }
}
