//! Directories of a simulated town: in memory where the machine has a place for that, copied and thrown away.

use std::fs;
use std::path::Path;

use kuitti_test_support::copy_all;
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
    copy_all(from, to);
    let shared_memory = to.join("kuitti.db-shm");
    if shared_memory.exists() {
        fs::remove_file(shared_memory).unwrap();
    }
}

/// Throws a directory away; what an old process still holds open goes with it.
pub(crate) fn forget(directory: &Path) {
    // Its process may be writing its last: the whole town's directory goes in the end.
    let _gone = fs::remove_dir_all(directory);
}
