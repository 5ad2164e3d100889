//! Photos on the device: developed, durable, then announced (SYNC.md rule 13).

use kuitti_shared::domain::{Fix, PhotoRole};
use kuitti_shared::id::{OrderId, PhotoId};
use kuitti_shared::operation::{Action, PhotoTaken};
use kuitti_shared::sync::limits;
use kuitti_shared::unit::{Metres, WallTime};

use super::Inner;
use super::ids::new_id;
use super::tap::{self, Tap};
use crate::error::EngineError;
use crate::map;
use crate::photo::{Developed, PhotoError, PhotoFacts};
use crate::ports::{BlobError, BlobKey};
use crate::protocol::{PhotoSize, Problem, Reply};
use crate::store::base;
use crate::store::upload::{self, Upload, UploadState};

/// Keeps a photo and announces it. The bytes are on disk before the row.
pub(super) async fn add(
    engine: &Inner,
    order: OrderId,
    role: PhotoRole,
    fix: Option<Fix>,
    original: Vec<u8>,
) -> Result<Reply, EngineError> {
    check_possible(engine, order, &original)?;
    let developed = engine
        .ports
        .lab
        .develop(original.clone())
        .await
        .map_err(|error| problem_of(&error))?;
    let _nothing_is_swept_meanwhile = engine.files.lock().await;
    keep_files(engine, &developed, &original).await?;
    announce(engine, order, role, fix, &developed)
}

/// What can be known without developing.
fn check_possible(engine: &Inner, order: OrderId, original: &[u8]) -> Result<(), EngineError> {
    if original.is_empty() {
        return Err(Problem::NotAPhoto.into());
    }
    if u64::try_from(original.len()).unwrap_or(u64::MAX) > 4 * limits::PHOTO_BYTES {
        return Err(Problem::NotAPhoto.into());
    }
    let known = base::knowledge(engine.store.borrow().read(), order)?;
    known.map(drop).ok_or_else(|| Problem::OrderUnknown.into())
}

/// The original is good to have and no more: a phone without room for it still keeps what is sent.
async fn keep_files(engine: &Inner, developed: &Developed, original: &[u8]) -> Result<(), EngineError> {
    let hash = &developed.facts.sha256;
    let blobs = &engine.ports.blobs;
    blobs
        .write(&BlobKey::Photo(hash.clone()), &developed.photo)
        .await?;
    blobs
        .write(&BlobKey::Thumbnail(hash.clone()), &developed.thumbnail)
        .await?;
    match blobs.write(&BlobKey::Original(hash.clone()), original).await {
        Ok(()) | Err(BlobError::Full) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The row: operation and place in the queue, in one transaction.
fn announce(
    engine: &Inner,
    order: OrderId,
    role: PhotoRole,
    fix: Option<Fix>,
    developed: &Developed,
) -> Result<Reply, EngineError> {
    let (clock, op_id) = tap::stamp(engine);
    let photo = PhotoId(new_id(clock.stamp.wall, &*engine.ports.random));
    let size = u64::try_from(developed.photo.len()).unwrap_or(u64::MAX);
    let device_fix = fix.or(engine.live.borrow().fix);
    let taken = PhotoTaken {
        photo,
        sha256: developed.facts.sha256.clone(),
        size,
        width: developed.facts.width,
        height: developed.facts.height,
        role,
        taken_at: developed.facts.taken_at,
        taken_where: taken_where(&developed.facts, clock.stamp.wall).or(device_fix),
    };
    let row = Upload {
        photo,
        op_id,
        order,
        sha256: developed.facts.sha256.clone(),
        role,
        size,
        made_at: clock.stamp.wall,
        place: None,
        sent: 0,
        state: UploadState::Queued,
    };
    let tap = Tap {
        order: Some(order),
        action: Action::Photo(taken),
        fix: device_fix,
    };
    engine.store.borrow_mut().write(|store| {
        upload::enqueue(store, &row)?;
        tap::append(store, tap, clock, op_id)
    })?;
    tap::tell(engine, op_id, Some(order));
    Ok(Reply::Saved {
        op: op_id,
        photo: Some(photo),
    })
}

/// A camera writes where, not how exactly.
fn taken_where(facts: &PhotoFacts, now: WallTime) -> Option<Fix> {
    const CAMERA_ACCURACY: Metres = Metres(50.0);
    facts.taken_where.map(|position| Fix {
        position,
        accuracy: CAMERA_ACCURACY,
        at: facts.taken_at.unwrap_or(now),
    })
}

fn problem_of(error: &PhotoError) -> EngineError {
    let problem = match error {
        PhotoError::NotAPhoto => Problem::NotAPhoto,
        PhotoError::Kind => Problem::PhotoKind,
        PhotoError::TooLarge { megapixels } => Problem::PhotoTooLarge {
            megapixels: *megapixels,
        },
        PhotoError::LabGone => Problem::NotPossible,
    };
    problem.into()
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
    let maps = map::kept(engine.store.borrow().read())?;
    for key in engine.ports.blobs.list().await? {
        let is_needed = match &key {
            BlobKey::Photo(hash) | BlobKey::Thumbnail(hash) | BlobKey::Original(hash) => {
                needed.contains(hash)
            }
            BlobKey::Map { pack, .. } => maps.contains(pack),
        };
        if !is_needed {
            engine.ports.blobs.delete(&key).await?;
        }
    }
    Ok(())
}
