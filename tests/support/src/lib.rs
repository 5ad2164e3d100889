//! What tests of several crates need and no program does. It knows nothing of the product, so that every crate's tests can use it.
//!
//! - [`postgres`]: a PostgreSQL server of a test's own
//! - [`smsc`]: a message centre for text messages; [`mail`]: a mail server
//! - [`copy_all`]: a directory as a power cut leaves it
#![expect(
    clippy::unwrap_used,
    reason = "a harness fails as loudly as the tests that use it"
)]

pub mod mail;
mod outside;
pub mod postgres;
pub mod smsc;

use std::path::Path;

/// Copies everything in a directory, as it is now, into another.
///
/// # Panics
/// When it cannot.
pub fn copy_all(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy_all(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
