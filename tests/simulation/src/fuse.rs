//! A crash at an exact place. Every port that a device or the server calls is a place at which power can fail: between
//! two of them nothing reaches the disk that the other side could know of. When the fuse burns, the files are
//! copied as they are; whatever the old process does afterwards happens to files that nobody opens again.

use std::future::pending;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::watch;

use crate::disk;

/// A fuse on a directory.
#[derive(Debug)]
pub struct Fuse {
    /// Places left until it burns; 0 when it is not lit.
    left: AtomicU64,
    burnt: watch::Sender<bool>,
    from: PathBuf,
    to: PathBuf,
}

impl Fuse {
    /// A fuse that is not lit. When it burns, the files in `from` are copied to `to`.
    #[must_use]
    pub fn between(from: &Path, to: &Path) -> Self {
        Self {
            left: AtomicU64::new(0),
            burnt: watch::Sender::new(false),
            from: from.to_owned(),
            to: to.to_owned(),
        }
    }

    /// Power fails at the `places`-th place from here; 0 puts the fuse out.
    pub fn light(&self, places: u64) {
        self.left.store(places, Ordering::Relaxed);
    }

    /// A place at which power can fail.
    pub fn pass(&self) {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 || self.is_burnt() {
            return;
        }
        self.left.store(left - 1, Ordering::Relaxed);
        if left == 1 {
            disk::copy(&self.from, &self.to);
            self.burnt.send_replace(true);
        }
    }

    /// The same in something that waits: after a crash it waits for ever.
    pub async fn gate(&self) {
        self.pass();
        if self.is_burnt() {
            pending::<()>().await;
        }
    }

    /// Has power failed?
    #[must_use]
    pub fn is_burnt(&self) -> bool {
        *self.burnt.borrow()
    }

    /// Completes when power fails.
    pub async fn burnt(&self) {
        // The sender lives as long as `self`, so that waiting cannot fail.
        let _ = self.burnt.subscribe().wait_for(|burnt| *burnt).await;
    }

    /// Where the files are from which everything begins again.
    #[must_use]
    pub fn remains(&self) -> &Path {
        &self.to
    }
}
