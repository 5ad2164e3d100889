//! The SQLite driver: one process, one writer, any number of readers.
//!
//! - `lock` in the data directory: two processes on one database would each think that they are the only writer
//! - `journal_mode = WAL`: readers never wait for the writer
//! - `synchronous = FULL`: an acknowledgement is a promise; with `NORMAL` a power cut lost 3 % of acknowledged commits
//! - `foreign_keys = ON`: SQLite has them off unless asked
//! - readers are opened read-only, so that no query can write by mistake

mod backup;
mod checkpoint;
mod connection;
mod open;
#[cfg(test)]
mod plans;
mod readers;
mod writer;

pub(super) use connection::{Row as SqliteRow, Shared};
pub use open::SqliteStorage;
pub(super) use readers::Reading;
pub(super) use writer::Turn;

#[cfg(test)]
mod tests;
