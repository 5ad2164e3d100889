//! One photo by tus 1.0.0 (https://tus.io/protocols/resumable-upload): create, ask how much is there, append.

use kuitti_shared::id::Sha256Hex;
use kuitti_shared::unit::Millis;
use sha2::{Digest, Sha256};

use crate::bell::either;
use crate::engine::{Inner, held};
use crate::error::EngineError;
use crate::ports::{BlobKey, NewUpload, PortFuture, Session, TransportError, UploadPlace};
use crate::protocol::{Event, Problem};
use crate::store::meta;
use crate::store::upload::{self, Upload};

/// Small enough to see progress on a slow link and to lose little when it breaks.
const CHUNK: usize = 256 * 1024;
/// A chunk that takes longer never arrives.
const PATIENCE: Millis = Millis::from_seconds(120);
/// How often a transfer may be sent back to its beginning before it is set aside.
const RESTARTS: u32 = 4;

/// The code of a photo whose file is gone or damaged.
const DAMAGED: &str = "photo_damaged";
/// The code of a photo that the server does not take.
const REFUSED: &str = "photo_refused";

/// How a transfer ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// The server has all of it.
    Arrived,
    /// It is set aside with its reason.
    SetAside,
    /// It waits for another network.
    Held,
    /// Another time.
    Trouble(TransportError),
}

/// Sends one photo, or sets it aside.
pub(super) async fn transfer(engine: &Inner, photo: &Upload) -> Ended {
    let sent = match send(engine, photo).await {
        Ok(()) => return arrived(engine, photo).await,
        Err(error) => error,
    };
    match sent {
        EngineError::Refused(Problem::PhotoNotHere) => set_aside(engine, photo, DAMAGED),
        EngineError::Transport(error) if is_final(&error) => set_aside(engine, photo, REFUSED),
        EngineError::Transport(error) => Ended::Trouble(error),
        EngineError::Held => Ended::Held,
        // The phone's own storage: the row stays as it is, the next round tries again.
        EngineError::Store(_) | EngineError::Blob(_) | EngineError::Document(_) | EngineError::Refused(_) => {
            Ended::SetAside
        }
    }
}

/// The office has it: what is sent stays for a while, in case the server is restored; the camera's original goes.
async fn arrived(engine: &Inner, photo: &Upload) -> Ended {
    let now = engine.ports.clock.now().stamp.wall;
    let written = engine
        .store
        .borrow_mut()
        .write(|store| upload::arrive(store, photo.photo, meta::town_time(store, now)?.max(now)));
    if written.is_err() {
        return Ended::SetAside;
    }
    engine.log("photo_arrived", &format!("bytes={}", photo.size));
    let original = BlobKey::Original(photo.sha256.clone());
    // One that cannot be deleted goes with the sweep of its photo.
    let _gone = engine.ports.blobs.delete(&original).await;
    Ended::Arrived
}

/// Would the same happen again, whatever the network does?
const fn is_final(error: &TransportError) -> bool {
    matches!(
        error,
        TransportError::TooLarge
            | TransportError::NotFound(_)
            | TransportError::Offset
            | TransportError::Checksum
            | TransportError::Refused { .. }
    )
}

fn set_aside(engine: &Inner, photo: &Upload, reason: &str) -> Ended {
    engine.log("photo_set_aside", reason);
    // Not written: then it is tried again, which harms nothing.
    let _written = engine
        .store
        .borrow_mut()
        .write(|store| upload::park(store, photo.photo, reason));
    Ended::SetAside
}

async fn send(engine: &Inner, photo: &Upload) -> Result<(), EngineError> {
    let bytes = read_whole(engine, photo).await?;
    let session = meta::get(engine.store.borrow().read(), &meta::SESSION)?.ok_or(Problem::NotEnrolled)?;
    let mut known = photo.place.clone();
    let mut restarts = 0;
    loop {
        let ended = attempt(engine, &session, photo, &mut known, &bytes).await;
        match &ended {
            _ if restarts == RESTARTS => return ended,
            // The server is elsewhere than we think: ask where.
            Err(EngineError::Transport(TransportError::Offset)) => {}
            Err(EngineError::Transport(TransportError::NotFound(_) | TransportError::Checksum)) => {
                known = None;
            }
            _ => return ended,
        }
        restarts += 1;
    }
}

/// The file must be what its row says: a damaged one would only be refused at the other end.
async fn read_whole(engine: &Inner, photo: &Upload) -> Result<Vec<u8>, EngineError> {
    let key = BlobKey::Photo(photo.sha256.clone());
    let bytes = engine
        .ports
        .blobs
        .read(&key)
        .await?
        .ok_or(Problem::PhotoNotHere)?;
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    if Sha256Hex::from(hash) == photo.sha256 {
        Ok(bytes)
    } else {
        Err(Problem::PhotoNotHere.into())
    }
}

/// From wherever the server is to the end.
async fn attempt(
    engine: &Inner,
    session: &Session,
    photo: &Upload,
    known: &mut Option<String>,
    bytes: &[u8],
) -> Result<(), EngineError> {
    let mut place = find_place(engine, session, photo, known.take()).await?;
    *known = Some(place.url.clone());
    remember(engine, photo, &place)?;
    while place.offset < photo.size {
        let from = usize::try_from(place.offset).unwrap_or(usize::MAX);
        let until = from.saturating_add(CHUNK).min(bytes.len());
        let chunk = bytes.get(from..until).ok_or(TransportError::Offset)?;
        held::check_photo(engine, photo.photo).await?;
        let append = engine.ports.transport.append(session, &place, chunk.to_vec());
        place.offset = patiently(engine, append).await?;
        remember(engine, photo, &place)?;
    }
    Ok(())
}

async fn find_place(
    engine: &Inner,
    session: &Session,
    photo: &Upload,
    known: Option<String>,
) -> Result<UploadPlace, EngineError> {
    let transport = &engine.ports.transport;
    if let Some(url) = known {
        let offset = patiently(engine, transport.upload_offset(session, &url)).await?;
        return Ok(UploadPlace { url, offset });
    }
    let new = NewUpload {
        sha256: photo.sha256.clone(),
        size: photo.size,
        kind: photo.kind,
    };
    Ok(patiently(engine, transport.create_upload(session, &new)).await?)
}

fn remember(engine: &Inner, photo: &Upload, place: &UploadPlace) -> Result<(), EngineError> {
    engine
        .store
        .borrow_mut()
        .write(|store| upload::progress(store, photo.photo, Some(&place.url), place.offset))?;
    engine.emit(Event::PhotoProgress {
        photo: photo.photo,
        sent: place.offset,
        size: photo.size,
    });
    Ok(())
}

async fn patiently<T>(
    engine: &Inner,
    answer: PortFuture<'_, Result<T, TransportError>>,
) -> Result<T, TransportError> {
    either(answer, engine.ports.timer.sleep(PATIENCE))
        .await
        .unwrap_or_else(|| Err(TransportError::Unreachable("no answer in time".to_owned())))
}
