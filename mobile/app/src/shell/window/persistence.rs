//! Will the system keep what is stored here? It does: a program's files are its owner's.

pub use crate::shell::platform::{Persistence, Usage};

/// Files stay.
pub async fn ask() -> Persistence {
    Persistence::Kept
}

/// Nothing is granted but what the disk has.
pub async fn usage() -> Option<Usage> {
    None
}
