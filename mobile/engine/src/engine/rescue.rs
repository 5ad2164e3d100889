//! Everything unsent as one file, for a phone that gets no network or is about to break. It stays queued all the same: the
//! office knows every operation by its id, however often it comes.

use kuitti_rescue::{Head, MOST_BYTES, PhotoInFile, seal};
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::sync::rescue::RescueCode;
use sha2::{Digest as _, Sha256};

use super::{Answer, Inner};
use crate::error::EngineError;
use crate::ports::BlobKey;
use crate::protocol::{Problem, Reply, RescueWritten};
use crate::store::{meta, upload};
use crate::sync::Push;

/// Room in the file for everything but photos.
const BESIDE_PHOTOS: usize = MOST_BYTES / 4;

/// Writes the file. Nothing on the phone changes.
pub(super) async fn rescue(engine: &Inner) -> Result<Answer, EngineError> {
    let (code, mut head, operations) = head(engine)?;
    let photos = photos(engine, &mut head).await?;
    if operations == 0 && photos.is_empty() {
        return Err(Problem::NothingToRescue.into());
    }
    let written = RescueWritten {
        operations,
        photos: count(photos.len()),
        photos_left: head.photos_left,
    };
    let file = seal(&code, &head, &photos).map_err(|_too_large| Problem::NotPossible)?;
    let RescueWritten {
        photos, photos_left, ..
    } = written;
    engine.log(
        "rescue_written",
        &format!("operations={operations} photos={photos} left={photos_left}"),
    );
    Ok(Answer {
        reply: Reply::Rescue(written),
        bytes: Some(file),
    })
}

/// The requests that would be sent now, photos still left out; and how many operations they carry.
fn head(engine: &Inner) -> Result<(RescueCode, Head, u64), EngineError> {
    let store = engine.store.borrow();
    let store = store.read();
    let session = meta::get(store, &meta::SESSION)?.ok_or(Problem::NotEnrolled)?;
    let town = meta::get(store, &meta::TOWN)?.ok_or(Problem::NotEnrolled)?;
    let code = town.rescue_code.ok_or(Problem::NoRescueCode)?;
    let clock = engine.ports.clock.now();
    let pushes = Push::gather_all(store, clock)?;
    let operations = pushes.iter().map(|push| push.sent().len()).sum();
    let requests = pushes.iter().map(serde_json::value::to_raw_value);
    let head = Head {
        device: session.device,
        written_at: clock.stamp.wall,
        clock_error: meta::get(store, &meta::CLOCK_ERROR)?.unwrap_or_default(),
        requests: requests.collect::<Result<_, _>>()?,
        photos: Vec::new(),
        photos_left: 0,
    };
    Ok((code, head, count(operations)))
}

/// The bytes of photos that the office does not have, the oldest first, as many as fit.
async fn photos(engine: &Inner, head: &mut Head) -> Result<Vec<Vec<u8>>, EngineError> {
    let unsent = upload::unsent(engine.store.borrow().read())?;
    let mut room = MOST_BYTES - BESIDE_PHOTOS;
    let mut photos: Vec<Vec<u8>> = Vec::new();
    for sha256 in unsent {
        let bytes = engine.ports.blobs.read(&BlobKey::Photo(sha256.clone())).await?;
        let whole = bytes.filter(|bytes| Sha256Hex::from(<[u8; 32]>::from(Sha256::digest(bytes))) == sha256);
        match whole.filter(|bytes| bytes.len() <= room) {
            Some(bytes) => {
                room -= bytes.len();
                head.photos.push(PhotoInFile {
                    sha256,
                    size: count(bytes.len()),
                });
                photos.push(bytes);
            }
            None => head.photos_left += 1,
        }
    }
    Ok(photos)
}

fn count(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(u64::MAX)
}
