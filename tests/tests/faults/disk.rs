//! A disk in a file, mounted: its power can be cut, and it can be filled. Needs root.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A mounted ext4 file system.
pub(crate) struct Disk {
    place: TempDir,
}

impl Disk {
    /// An empty disk; none, said aloud, without the right to mount one.
    pub(crate) fn new(test: &str, megabytes: u64) -> Option<Self> {
        let disk = Self {
            place: tempfile::tempdir().unwrap(),
        };
        File::create(disk.image())
            .unwrap()
            .set_len(megabytes << 20)
            .unwrap();
        let made = run(Command::new("mkfs.ext4")
            .args(["-q", "-m", "0"])
            .arg(disk.image()));
        let mounted = made && disk.mount();
        if !mounted {
            eprintln!("{test}: not run, because mounting a disk needs root and e2fsprogs");
        }
        mounted.then_some(disk)
    }

    /// What the disk would hold if the power went now: what the system still keeps in memory is not in the copy.
    pub(crate) fn without_power(&self) -> Self {
        let copy = Self {
            place: tempfile::tempdir().unwrap(),
        };
        std::fs::copy(self.image(), copy.image()).unwrap();
        assert!(copy.mount(), "the copy of a disk cannot be mounted");
        copy
    }

    /// Where its files are.
    pub(crate) fn files(&self) -> PathBuf {
        self.place.path().join("files")
    }

    /// Fills it up to the last `spare` bytes, whatever others write meanwhile.
    pub(crate) fn fill(&self, spare: u64) {
        let mut ballast = File::create(self.ballast()).unwrap();
        let error = std::io::copy(&mut std::io::repeat(b'k'), &mut ballast).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
        let length = ballast.metadata().unwrap().len();
        ballast.set_len(length.saturating_sub(spare)).unwrap();
        ballast.sync_all().unwrap();
    }

    /// Makes room again.
    pub(crate) fn empty(&self) {
        std::fs::remove_file(self.ballast()).unwrap();
    }

    fn image(&self) -> PathBuf {
        self.place.path().join("image")
    }

    fn ballast(&self) -> PathBuf {
        self.files().join("ballast")
    }

    fn mount(&self) -> bool {
        std::fs::create_dir_all(self.files()).unwrap();
        run(Command::new("mount")
            .args(["-o", "loop"])
            .arg(self.image())
            .arg(self.files()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run(Command::new("umount").arg(self.files()));
    }
}

fn run(command: &mut Command) -> bool {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// The library that turns every fsync into nothing, where it is installed.
pub(crate) fn library_without_fsync() -> Option<PathBuf> {
    library("libeatmydata.so")
}

/// A library that can be loaded before all others, where it is installed.
pub(crate) fn library(name: &str) -> Option<PathBuf> {
    let places = [
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib64",
        "/usr/lib",
    ];
    places
        .iter()
        .map(|place| Path::new(place).join(name))
        .find(|library| library.is_file())
}
