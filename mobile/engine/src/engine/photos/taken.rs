//! From the camera's button to a developed photo. A phone takes seconds for that, and may be killed meanwhile: what the camera made
//! is on disk before, and is developed at the next start.

use kuitti_shared::id::Sha256Hex;
use sha2::{Digest, Sha256};

use super::kept::{Kept, Marked, develop};
use super::purpose;
use crate::engine::Inner;
use crate::engine::moment::Moment;
use crate::error::EngineError;
use crate::ports::{BlobError, BlobKey};
use crate::protocol::{Event, Problem, Reply, TakenNumber};
use crate::store::taken::{self, Purpose, Taken, Undeveloped};

/// A photo whose original is on disk.
pub(in crate::engine) struct Safe {
    number: TakenNumber,
    sha256: Sha256Hex,
}

/// Writes the camera's bytes, and what was said with them. None on a phone that has no room for them beside what will be sent.
pub(super) async fn make_safe(
    engine: &Inner,
    taken: &Taken,
    original: &[u8],
) -> Result<Option<Safe>, EngineError> {
    let hash: [u8; 32] = Sha256::digest(original).into();
    let sha256 = Sha256Hex::from(hash);
    let _nothing_is_swept_meanwhile = engine.files.lock().await;
    let written = engine
        .ports
        .blobs
        .write(&BlobKey::Taken(sha256.clone()), original)
        .await;
    match written {
        Err(BlobError::Full) => return Ok(None),
        written => written?,
    }
    let number = engine
        .store
        .borrow_mut()
        .write(|store| taken::keep(store, &sha256, taken))?;
    Ok(Some(Safe { number, sha256 }))
}

/// Keeps a developed photo and does what it is for: its bytes are on disk before that, and what the camera made is needed no more.
pub(super) async fn keep(
    engine: &Inner,
    mut moment: Moment<'_>,
    purpose: &Purpose,
    kept: &Kept,
    safe: Option<&Safe>,
) -> Result<Reply, EngineError> {
    let _nothing_is_swept_meanwhile = engine.files.lock().await;
    kept.write(engine).await?;
    purpose::tap(&mut moment, purpose, Some(kept));
    let Some(safe) = safe else {
        return moment.save();
    };
    let reply = moment.save_with(|store| Ok(taken::forget(store, safe.number)?))?;
    delete(engine, &safe.sha256).await;
    Ok(reply)
}

/// The worker is told that it was not kept.
pub(super) async fn let_go(engine: &Inner, safe: Option<&Safe>) {
    let Some(safe) = safe else { return };
    let forgotten = engine
        .store
        .borrow_mut()
        .write(|store| taken::forget(store, safe.number));
    // Otherwise it is there at the next start, which is better than the other way round.
    if forgotten.is_ok() {
        delete(engine, &safe.sha256).await;
    }
}

/// Another photo may have the same bytes; what cannot be deleted now goes with the next sweep.
async fn delete(engine: &Inner, sha256: &Sha256Hex) {
    let needed = taken::hashes(engine.store.borrow().read());
    if needed.is_ok_and(|needed| !needed.contains(sha256)) {
        let key = BlobKey::Taken(sha256.clone());
        let _swept_later = engine.ports.blobs.delete(&key).await;
    }
}

/// Develops what a kill has left. What does not develop stays where it is, for the next start and for support; what never will is
/// told to the worker.
pub(in crate::engine) async fn go_on(engine: &Inner) {
    for one in engine.left_over.take() {
        if let Err(error) = develop_left_over(engine, one).await {
            engine.log("photo_not_developed", &error.code());
        }
    }
}

async fn develop_left_over(engine: &Inner, one: Undeveloped) -> Result<(), EngineError> {
    let Undeveloped {
        number,
        sha256,
        taken,
        ..
    } = one;
    let safe = Safe { number, sha256 };
    let key = BlobKey::Taken(safe.sha256.clone());
    let original = engine.ports.blobs.read(&key).await?;
    let marks = taken.marks.clone();
    let moment = Moment::at(engine, taken.clock, taken.fix);
    let developed = match original {
        Some(original) => develop(engine, Marked { original, marks }).await,
        None => Err(Problem::PhotoNotHere.into()),
    };
    match developed {
        Ok(kept) => keep(engine, moment, &taken.purpose, &kept, Some(&safe))
            .await
            .map(drop),
        Err(EngineError::Refused(problem)) if is_final(&problem) => {
            engine.log("photo_given_up", problem.code());
            give_up(engine, moment, &taken.purpose, number)
        }
        Err(error) => Err(error),
    }
}

/// Would it be the same at every start?
const fn is_final(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::PhotoFileTooLarge | Problem::PhotoNotDrawn | Problem::PhotoNotHere
    )
}

/// A problem is told although its picture cannot be: nobody is there any more to take another. Everything else is the worker's to
/// do again.
fn give_up(
    engine: &Inner,
    mut moment: Moment<'_>,
    purpose: &Purpose,
    number: TakenNumber,
) -> Result<(), EngineError> {
    if matches!(purpose, Purpose::Report { .. }) {
        purpose::tap(&mut moment, purpose, None);
        moment.save_with(|store| Ok(taken::give_up(store, number)?))?;
    } else {
        engine
            .store
            .borrow_mut()
            .write(|store| taken::give_up(store, number))?;
    }
    engine.emit(Event::ViewChanged { orders: Vec::new() });
    Ok(())
}

/// The worker has read that it can never be sent.
pub(in crate::engine) async fn drop_taken(engine: &Inner, number: TakenNumber) -> Result<Reply, EngineError> {
    let _nothing_is_added_meanwhile = engine.files.lock().await;
    let all = taken::all(engine.store.borrow().read())?;
    let found = all.into_iter().find(|one| one.number == number && one.given_up);
    let sha256 = found.ok_or(Problem::PhotoNotHere)?.sha256;
    engine
        .store
        .borrow_mut()
        .write(|store| taken::forget(store, number))?;
    delete(engine, &sha256).await;
    engine.emit(Event::ViewChanged { orders: Vec::new() });
    engine.announce();
    Ok(Reply::Done)
}
