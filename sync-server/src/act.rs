//! Who does something, when, in which town. Handed down to every service that changes something, so that none of them
//! asks a clock or draws randomness of its own.

use std::fmt;
use std::sync::Arc;

use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::Role;
use kuitti_shared::id::{DeviceId, StaffId, WorkerId};
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::config::Config;
use crate::ports::Entropy;

/// Who acts, for the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "actor")]
pub enum Actor {
    /// The server itself, by a rule or a daily job.
    Server,
    /// A citizen, who has no account.
    Citizen,
    /// Somebody in the office.
    Staff {
        /// Who.
        id: StaffId,
        /// In which role.
        role: Role,
    },
    /// A worker with a device.
    Worker {
        /// Who.
        worker: WorkerId,
        /// With which device.
        device: DeviceId,
    },
}

/// Is what happens now new?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Novelty {
    /// Yes.
    New,
    /// It may have happened at a server that is gone since a backup came back, and citizens may have been told.
    PerhapsRepeated,
}

/// One act: everything a service needs besides its transaction.
#[derive(Clone)]
pub struct Act {
    /// Who.
    pub actor: Actor,
    /// When: one time for everything in one transaction.
    pub now: WallTime,
    /// The town's settings.
    pub config: Arc<Config>,
    /// Is it new?
    pub novelty: Novelty,
    restored_at: Option<WallTime>,
    entropy: Arc<dyn Entropy>,
}

impl Act {
    /// An act of `actor` at `now`.
    #[must_use]
    pub fn new(actor: Actor, now: WallTime, config: Arc<Config>, entropy: Arc<dyn Entropy>) -> Self {
        Self {
            actor,
            now,
            config,
            novelty: Novelty::New,
            restored_at: None,
            entropy,
        }
    }

    /// The same act at a server that came back from a backup then.
    #[must_use]
    pub const fn restored_at(mut self, restored_at: Option<WallTime>) -> Self {
        self.restored_at = restored_at;
        self
    }

    /// Is something new that happened on a device then? Devices tell a restored server again what the lost one had
    /// acknowledged (SYNC.md rule 11); of an impossible time nobody knows. A device that was locked meanwhile and is enrolled
    /// again does so months later, and all that it did before is of such a time.
    #[must_use]
    pub fn novelty_of(&self, occurred: Occurred) -> Novelty {
        let is_old = |restored_at| occurred.at <= restored_at || occurred.quality == Quality::C;
        if self.restored_at.is_some_and(is_old) {
            Novelty::PerhapsRepeated
        } else {
            Novelty::New
        }
    }

    /// The same act by somebody else.
    #[must_use]
    pub fn by(&self, actor: Actor) -> Self {
        Self {
            actor,
            ..self.clone()
        }
    }

    /// The same act, new or not.
    #[must_use]
    pub fn of(&self, novelty: Novelty) -> Self {
        Self {
            novelty,
            ..self.clone()
        }
    }

    /// Random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// A new id, version 7: sorted by time, so that indexes grow at their end.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let millis = u64::try_from(self.now.0).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.random()).into_uuid()
    }
}

impl fmt::Debug for Act {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Act")
            .field("actor", &self.actor)
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}
