//! The catalogue: every kind of operation, its version, and what it is about.
//!
//! Which moves a worker may make from where is [`crate::rules::legal_moves`]; the payloads are [`super::Action`].

use serde::{Deserialize, Serialize};

/// A kind of operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The worker will go.
    Accept,
    /// The worker refuses.
    Decline,
    /// The worker gives it back.
    HandBack,
    /// The worker sets off.
    EnRoute,
    /// The worker begins.
    Start,
    /// The worker interrupts.
    Pause,
    /// The worker goes on.
    Resume,
    /// A checklist line is answered.
    Check,
    /// A checklist line is measured.
    Measure,
    /// A note.
    Note,
    /// A photo.
    Photo,
    /// Something asked for could not be brought.
    CouldNot,
    /// Material.
    Material,
    /// Time.
    Time,
    /// A proposal for a field of the office.
    Suggest,
    /// The visit is over.
    Finish,
    /// Another worker's completion is right.
    Confirm,
    /// The latest own move is taken back.
    Undo,
    /// A new problem.
    Report,
    /// An own photo or note is hidden.
    Hide,
}

/// What an operation is about, which decides how it is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Moves the worker's visit.
    Progress,
    /// Ends the visit with an outcome: the late-completion table decides.
    Completion,
    /// Adds something or answers a checklist line; merged per field.
    Evidence,
    /// Takes back or agrees.
    Correction,
    /// Makes something new.
    Creation,
}

/// One line of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Which kind.
    pub kind: Kind,
    /// `name@version` as it stands on the wire.
    pub wire: &'static str,
    /// What it is about.
    pub family: Family,
}

const fn entry(kind: Kind, wire: &'static str, family: Family) -> Entry {
    Entry { kind, wire, family }
}

/// Every kind and version that this release can decode.
pub const CATALOGUE: &[Entry] = &[
    entry(Kind::Accept, "accept@1", Family::Progress),
    entry(Kind::Decline, "decline@1", Family::Progress),
    entry(Kind::HandBack, "hand_back@1", Family::Progress),
    entry(Kind::EnRoute, "en_route@1", Family::Progress),
    entry(Kind::Start, "start@1", Family::Progress),
    entry(Kind::Pause, "pause@1", Family::Progress),
    entry(Kind::Resume, "resume@1", Family::Progress),
    entry(Kind::Finish, "finish@1", Family::Completion),
    entry(Kind::Check, "check@1", Family::Evidence),
    entry(Kind::Measure, "measure@1", Family::Evidence),
    entry(Kind::Note, "note@1", Family::Evidence),
    entry(Kind::Photo, "photo@1", Family::Evidence),
    entry(Kind::CouldNot, "could_not@1", Family::Evidence),
    entry(Kind::Material, "material@1", Family::Evidence),
    entry(Kind::Time, "time@1", Family::Evidence),
    entry(Kind::Suggest, "suggest@1", Family::Evidence),
    entry(Kind::Confirm, "confirm@1", Family::Correction),
    entry(Kind::Undo, "undo@1", Family::Correction),
    entry(Kind::Hide, "hide@1", Family::Correction),
    entry(Kind::Report, "report@1", Family::Creation),
    entry(Kind::Report, "report@2", Family::Creation),
];

impl Entry {
    /// The entry of a kind as it stands on the wire.
    #[must_use]
    pub fn of_wire(wire: &str) -> Option<&'static Self> {
        CATALOGUE.iter().find(|entry| entry.wire == wire)
    }
}
