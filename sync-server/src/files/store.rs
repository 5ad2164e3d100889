//! Files on disk, named by their content; no name from a user reaches the file system.
//!
//! ```text
//! DATA/blobs/ab/abcdef...     files, never changed
//! DATA/uploads/ID             uploads under way
//! DATA/thumbnails/ab/abcdef   small pictures, made again when they are missing
//! ```
//! A file is written beside its place, fsynced, renamed, and its directory fsynced: only then may a row name it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use kuitti_shared::id::Sha256Hex;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::busy::Busy;
use crate::error::{Error, Result};
use crate::hash::sha256;

/// Where files are.
#[derive(Debug, Clone)]
pub struct FileStore {
    blobs: PathBuf,
    uploads: PathBuf,
    thumbnails: PathBuf,
    pub(super) busy: Busy,
}

/// A file that is durably here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its content.
    pub sha256: Sha256Hex,
    /// Bytes.
    pub size: u64,
}

impl FileStore {
    /// Opens the store in a data directory and makes its folders.
    ///
    /// # Errors
    /// When the folders cannot be made.
    pub fn open(data: &Path) -> std::io::Result<Self> {
        let store = Self {
            blobs: data.join("blobs"),
            uploads: data.join("uploads"),
            thumbnails: data.join("thumbnails"),
            busy: Busy::default(),
        };
        std::fs::create_dir_all(&store.blobs)?;
        std::fs::create_dir_all(&store.uploads)?;
        Ok(store)
    }

    /// Where a file of this content is or would be.
    #[must_use]
    pub fn blob_path(&self, sha256: &Sha256Hex) -> PathBuf {
        spread(&self.blobs, sha256)
    }

    /// Where the small picture of this content is or would be.
    #[must_use]
    pub fn thumbnail_path(&self, sha256: &Sha256Hex) -> PathBuf {
        spread(&self.thumbnails, sha256)
    }

    /// Where an upload under way is.
    #[must_use]
    pub fn upload_path(&self, upload: Uuid) -> PathBuf {
        self.uploads.join(upload.simple().to_string())
    }

    /// Stores bytes that are in memory.
    ///
    /// # Errors
    /// When the disk is full or broken; then nothing is left behind under the file's name.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<Stored> {
        let store = self.clone();
        in_background(move || {
            let stored = Stored {
                sha256: sha256(&bytes),
                size: bytes.len() as u64,
            };
            let beside = store.uploads.join(format!("put-{}", Uuid::now_v7().simple()));
            let mut file = std::fs::File::create_new(&beside)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
            store.adopt(&beside, &stored.sha256)?;
            Ok(stored)
        })
        .await
    }

    /// Moves a complete, fsynced file to its place.
    ///
    /// # Errors
    /// When the disk is full or broken.
    pub fn adopt(&self, file: &Path, sha256: &Sha256Hex) -> std::io::Result<()> {
        let place = self.blob_path(sha256);
        if let Some(folder) = place.parent() {
            if !folder.exists() {
                std::fs::create_dir_all(folder)?;
                sync_directory(&self.blobs)?;
            }
            std::fs::rename(file, &place)?;
            sync_directory(folder)?;
        }
        Ok(())
    }

    /// Removes a file and its small picture, if they are here.
    ///
    /// # Errors
    /// When the disk is broken.
    pub async fn remove(&self, sha256: &Sha256Hex) -> Result<()> {
        let paths = [self.thumbnail_path(sha256), self.blob_path(sha256)];
        in_background(move || {
            for path in paths {
                match std::fs::remove_file(path) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
            Ok(())
        })
        .await
    }

    /// Reads a whole file.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub async fn read(&self, sha256: &Sha256Hex) -> Result<Vec<u8>> {
        Ok(tokio::fs::read(self.blob_path(sha256)).await?)
    }
}

/// A thousand files in one folder are slow to list: the first two digits make 256 folders.
fn spread(folder: &Path, sha256: &Sha256Hex) -> PathBuf {
    let digits = sha256.as_str();
    folder.join(digits.get(..2).unwrap_or_default()).join(digits)
}

fn sync_directory(directory: &Path) -> std::io::Result<()> {
    std::fs::File::open(directory)?.sync_all()
}

/// Runs file work away from the threads that serve requests.
pub(super) async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T> {
    let ended = spawn_blocking(work).await;
    Ok(ended.map_err(|_| Error::Internal("a file task ended early".to_owned()))??)
}
