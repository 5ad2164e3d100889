//! Directories of a simulated town: in memory where the machine has a place for that, copied and thrown away.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// Files in memory are as durable as a simulation needs: a crash is a copy.
const MEMORY: &str = "/dev/shm";

/// A directory that is gone when it is dropped.
pub(crate) fn temporary() -> TempDir {
    let mut named = tempfile::Builder::new();
    let named = named.prefix("kuitti-simulation-");
    if Path::new(MEMORY).is_dir() {
        named.tempdir_in(MEMORY).unwrap()
    } else {
        named.tempdir().unwrap()
    }
}

/// Copies a directory as a power cut would leave it. SQLite's shared memory does not outlive a machine.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (name, target) = (entry.file_name(), to.join(entry.file_name()));
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if !name.to_string_lossy().ends_with("-shm") {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Throws a directory away; what an old process still holds open goes with it.
pub(crate) fn forget(directory: &Path) {
    // Its process may be writing its last: the whole town's directory goes in the end.
    let _gone = fs::remove_dir_all(directory);
}
