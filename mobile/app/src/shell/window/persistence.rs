//! Will the system keep what is stored here? It does: a program's files are its owner's.

/// The system's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It keeps the data until the user removes it.
    Kept,
    /// A browser may remove the data.
    AtRisk,
}

/// How much of what is granted is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Bytes in use.
    pub used: u64,
    /// Bytes granted.
    pub granted: u64,
}

/// Files stay.
pub async fn ask() -> Persistence {
    Persistence::Kept
}

/// Nothing is granted but what the disk has.
pub async fn usage() -> Option<Usage> {
    None
}
