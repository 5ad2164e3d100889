//! What a worker can do on a device, as a versioned catalogue.
//!
//! An operation is immutable once made. It is stored and sent as the same bytes ([`WireOperation`]); only when a rule
//! needs it is it decoded into an [`Operation`]. Decoders of every released version stay for ever (SYNC.md rule 12).

mod action;
mod catalogue;
mod envelope;

pub use action::{Action, HideTarget, PhotoTaken, Report, ReportWithPhotos};
pub use catalogue::{CATALOGUE, Entry, Family, Kind};
pub use envelope::{Base, DecodeError, Operation, WireOperation};
