//! A map as files of one size: each is written whole and durably, so that a download goes on where it stopped and no file grows.

use kuitti_shared::api::map::MapPack;
use kuitti_shared::id::Sha256Hex;
use kuitti_tiles::Span;
use sha2::{Digest as _, Sha256};

use crate::error::EngineError;
use crate::ports::{BlobKey, Blobs};
use crate::protocol::Problem;

/// A tile is read in a moment, and a map has some hundreds of files at most.
const PART: u64 = 256 << 10;

/// The parts of a map, by number.
pub(super) fn numbers(pack: &MapPack) -> std::ops::Range<u32> {
    0..u32::try_from(pack.size.div_ceil(PART)).unwrap_or(u32::MAX)
}

/// Where a part is in the whole.
pub(super) fn span(pack: &MapPack, part: u32) -> Span {
    let offset = u64::from(part) * PART;
    Span {
        offset,
        length: PART.min(pack.size.saturating_sub(offset)),
    }
}

pub(super) const fn key(pack: Sha256Hex, part: u32) -> BlobKey {
    BlobKey::Map { pack, part }
}

/// Any bytes of a map that is here.
pub(super) async fn read(blobs: &dyn Blobs, pack: &MapPack, wanted: Span) -> Result<Vec<u8>, EngineError> {
    let end = wanted.offset.saturating_add(wanted.length).min(pack.size);
    let mut bytes = Vec::new();
    let mut at = wanted.offset;
    while at < end {
        let number = u32::try_from(at / PART).map_err(|_too_large| Problem::StorageFailed)?;
        let part = blobs.read(&key(pack.sha256.clone(), number)).await?;
        let part = part.ok_or(Problem::StorageFailed)?;
        let begins = usize::try_from(at % PART).unwrap_or(usize::MAX);
        let length = usize::try_from(end - at).unwrap_or(usize::MAX);
        let rest = part.get(begins..).unwrap_or_default();
        let read = rest.get(..length).unwrap_or(rest);
        if read.is_empty() {
            return Err(Problem::StorageFailed.into());
        }
        bytes.extend_from_slice(read);
        at += read.len() as u64;
    }
    Ok(bytes)
}

/// Is the whole what its name says?
pub(super) async fn is_right(blobs: &dyn Blobs, pack: &MapPack) -> Result<bool, EngineError> {
    let mut hash = Sha256::new();
    for part in numbers(pack) {
        hash.update(read(blobs, pack, span(pack, part)).await?);
    }
    Ok(Sha256Hex::from(<[u8; 32]>::from(hash.finalize())) == pack.sha256)
}
