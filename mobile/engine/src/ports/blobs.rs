//! Files: photos, their originals, and the street map.

use kuitti_shared::id::Sha256Hex;
use serde::{Deserialize, Serialize};

use super::PortFuture;

/// The name of a file. It is made of a hash, so no user's text ever reaches the file system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BlobKey {
    /// What is sent, by its own hash.
    Photo(Sha256Hex),
    /// Its thumbnail, by the hash of what is sent.
    Thumbnail(Sha256Hex),
    /// What the camera made, by the hash of what is sent.
    Original(Sha256Hex),
    /// What the camera made and nobody has developed yet, by its own hash.
    Taken(Sha256Hex),
    /// A part of a street map.
    Map {
        /// Hash of the whole map.
        pack: Sha256Hex,
        /// Which part, from 0.
        part: u32,
    },
    /// Written to find out whether there is room, and deleted at once.
    Probe,
}

impl BlobKey {
    /// The file's name: the hash and an ending.
    #[must_use]
    pub fn file_name(&self) -> String {
        match self {
            Self::Photo(hash) => format!("{hash}.photo"),
            Self::Thumbnail(hash) => format!("{hash}.thumbnail"),
            Self::Original(hash) => format!("{hash}.original"),
            Self::Taken(hash) => format!("{hash}.taken"),
            Self::Map { pack, part } => format!("{pack}.{MAP}{part}"),
            Self::Probe => "probe".to_owned(),
        }
    }

    /// The key of a [`BlobKey::file_name`]; none for a file that is not ours.
    #[must_use]
    pub fn from_file_name(name: &str) -> Option<Self> {
        let (hash, ending) = name.split_once('.')?;
        let hash = Sha256Hex::try_from(hash.to_owned()).ok()?;
        match ending {
            "photo" => Some(Self::Photo(hash)),
            "thumbnail" => Some(Self::Thumbnail(hash)),
            "original" => Some(Self::Original(hash)),
            "taken" => Some(Self::Taken(hash)),
            _ => Some(Self::Map {
                pack: hash,
                part: ending.strip_prefix(MAP)?.parse().ok()?,
            }),
        }
    }
}

const MAP: &str = "map-";

/// Why a file could not be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BlobError {
    /// No room.
    #[error("no room left for files")]
    Full,
    /// Anything else, in the platform's words.
    #[error("files cannot be used: {0}")]
    Failed(String),
}

/// What the store may need at once.
const PROBE_BYTES: usize = 1024 * 1024;

/// Whether there is no room: a file is written to find out.
pub async fn is_full(blobs: &dyn Blobs) -> bool {
    let written = blobs.write(&BlobKey::Probe, &vec![0; PROBE_BYTES]).await;
    // What stays of it is overwritten by the next question.
    let _either = blobs.delete(&BlobKey::Probe).await;
    written == Err(BlobError::Full)
}

/// A place for files.
pub trait Blobs {
    /// Writes a whole file. When the future completes, the file is there after a power cut, and whole or not at all.
    /// A file of the same name is replaced.
    fn write<'a>(&'a self, key: &'a BlobKey, bytes: &'a [u8]) -> PortFuture<'a, Result<(), BlobError>>;

    /// Reads a whole file; none when there is none.
    fn read<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<Option<Vec<u8>>, BlobError>>;

    /// Deletes a file; one that is not there is no error.
    fn delete<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<(), BlobError>>;

    /// Every file, those of other names left out. Remains of interrupted writes may be deleted on the way.
    fn list(&self) -> PortFuture<'_, Result<Vec<BlobKey>, BlobError>>;
}
