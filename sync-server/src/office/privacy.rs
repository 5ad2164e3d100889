//! Who reported is personal: it is left out of answers to those who may not see it, rather than hidden by the console.

use kuitti_shared::domain::Role;
use kuitti_shared::rules::permission::{Task, may};

/// Are contacts part of an answer?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contacts {
    /// Yes.
    Shown,
    /// No.
    Hidden,
}

impl Contacts {
    /// What somebody in this role sees.
    #[must_use]
    pub(super) fn for_role(role: Role) -> Self {
        if may(role, Task::ReadContacts) {
            Self::Shown
        } else {
            Self::Hidden
        }
    }
}
