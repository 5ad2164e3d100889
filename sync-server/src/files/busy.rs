//! Two requests must not append to one upload at the same time: the second is asked to come back.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

/// The uploads that a request is appending to.
#[derive(Debug, Clone, Default)]
pub(super) struct Busy(Arc<Mutex<HashSet<Uuid>>>);

/// Held while a request appends.
#[derive(Debug)]
pub(super) struct Held {
    busy: Busy,
    upload: Uuid,
}

impl Busy {
    /// Takes an upload, when nobody has it.
    pub(super) fn take(&self, upload: Uuid) -> Option<Held> {
        let taken = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(upload);
        taken.then(|| Held {
            busy: self.clone(),
            upload,
        })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.busy
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.upload);
    }
}
