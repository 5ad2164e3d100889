//! Who does something, when, in which town. Handed down to every service that changes something, so that none of them
//! asks a clock or draws randomness of its own.

use std::fmt;
use std::sync::Arc;

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

/// One act: everything a service needs besides its transaction.
#[derive(Clone)]
pub struct Act {
    /// Who.
    pub actor: Actor,
    /// When: one time for everything in one transaction.
    pub now: WallTime,
    /// The town's settings.
    pub config: Arc<Config>,
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
            entropy,
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
