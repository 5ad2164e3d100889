//! How many syncs run at once. Beyond that a device is told when to come back: a server that takes everybody in at once
//! serves nobody, and a restart brings everybody at once.

use kuitti_shared::unit::Millis;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::{Error, Result};

const AT_ONCE: usize = 512;
const COME_BACK: Millis = Millis::from_seconds(5);

/// Places for syncs.
#[derive(Debug)]
pub struct Admission(Semaphore);

impl Default for Admission {
    fn default() -> Self {
        Self(Semaphore::new(AT_ONCE))
    }
}

impl Admission {
    /// Takes a place until the permit is dropped.
    pub(super) fn enter(&self) -> Result<SemaphorePermit<'_>> {
        self.0.try_acquire().map_err(|_| Error::Busy {
            retry_after: COME_BACK,
        })
    }
}
