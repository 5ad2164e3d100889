//! A whole town in one process: the real server behind its router, real engines on real files, and everything that can
//! go wrong decided by one number. The same seed plays the same town, event by event.
//!
//! - [`schedule`]: what happens next; [`settle`]: how it ends
//! - [`town`]: who takes part: [`server`], [`phone`], `office`, [`provider`]; `worker` taps
//! - [`network`], [`fuse`]: what goes wrong between them and within
//! - [`model`], [`notices`]: what was promised; [`oracle`]: what must hold
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a simulation fails as loudly as a test: it is one"
)]

pub mod backup;
mod body;
pub mod chance;
mod disk;
pub mod fuse;
pub mod handset;
pub mod model;
pub mod network;
pub mod notices;
mod office;
pub mod oracle;
mod parcel;
pub mod people;
pub mod phone;
mod picture;
pub mod provider;
pub mod run;
pub mod schedule;
pub mod server;
pub mod settle;
pub mod shelf;
pub mod time;
pub mod town;
pub mod trace;
mod watched;
mod worker;
