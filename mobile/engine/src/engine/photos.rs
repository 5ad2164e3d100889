//! Photos on the device: developed, durable, then announced (SYNC.md rule 13).

mod kept;
mod purpose;
mod taken;

use kuitti_shared::domain::Fix;
use kuitti_shared::id::PhotoId;

pub(super) use self::kept::Marked;
use self::kept::develop;
pub(super) use self::purpose::finishing;
pub(super) use self::taken::{drop_taken, go_on};
use super::Inner;
use super::moment::Moment;
use crate::error::EngineError;
use crate::map;
use crate::ports::{BlobError, BlobKey};
use crate::protocol::{PhotoSize, Problem, Reply};
use crate::store;
use crate::store::taken::{Purpose, Taken};
use crate::store::upload;

/// Does what a photo is for, with that photo; without one where that can be done too.
pub(super) async fn take(
    engine: &Inner,
    purpose: Purpose,
    fix: Option<Fix>,
    marked: Marked,
) -> Result<Reply, EngineError> {
    purpose::check(engine, &purpose)?;
    let mut pressed = Moment::now(engine, fix);
    if marked.original.is_empty() && !purpose.is_the_photo_itself() {
        purpose::tap(&mut pressed, &purpose, None);
        return pressed.save();
    }
    marked.check()?;
    let taken = Taken {
        purpose,
        fix: pressed.fix(),
        marks: marked.marks.clone(),
        clock: pressed.clock(),
    };
    let safe = taken::make_safe(engine, &taken, &marked.original).await?;
    let kept = match develop(engine, marked).await {
        Ok(kept) => kept,
        Err(error) => {
            taken::let_go(engine, safe.as_ref()).await;
            return Err(error);
        }
    };
    let keep = |safe| taken::keep(engine, Moment::now(engine, fix), &taken.purpose, &kept, safe);
    let result = keep(safe.as_ref()).await;
    if result.is_err() {
        taken::let_go(engine, safe.as_ref()).await;
    }
    match result {
        // It may have been its copy that filled the place.
        Err(EngineError::Blob(BlobError::Full)) if safe.is_some() => keep(None).await,
        result => result,
    }
}

/// A picture for the screens.
pub(super) async fn read(engine: &Inner, photo: PhotoId, size: PhotoSize) -> Result<Vec<u8>, EngineError> {
    let found = upload::find(engine.store.borrow().read(), photo)?;
    let hash = found.ok_or(Problem::PhotoNotHere)?.sha256;
    let key = match size {
        PhotoSize::Thumbnail => BlobKey::Thumbnail(hash),
        PhotoSize::Full => BlobKey::Photo(hash),
    };
    let bytes = engine.ports.blobs.read(&key).await?;
    bytes.ok_or_else(|| Problem::PhotoNotHere.into())
}

/// Deletes files that no row names: a photo whose row was never written, or one that was forgotten.
pub(super) async fn sweep(engine: &Inner) -> Result<(), EngineError> {
    let _nothing_is_added_meanwhile = engine.files.lock().await;
    let needed = upload::hashes(engine.store.borrow().read())?;
    let taken = store::taken::hashes(engine.store.borrow().read())?;
    let maps = map::kept(engine.store.borrow().read())?;
    for key in engine.ports.blobs.list().await? {
        let is_needed = match &key {
            BlobKey::Photo(hash) | BlobKey::Thumbnail(hash) | BlobKey::Original(hash) => {
                needed.contains(hash)
            }
            BlobKey::Taken(hash) => taken.contains(hash),
            BlobKey::Map { pack, .. } => maps.contains(pack),
            BlobKey::Probe => false,
        };
        if !is_needed {
            engine.ports.blobs.delete(&key).await?;
        }
    }
    Ok(())
}
