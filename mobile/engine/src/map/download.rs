//! Fetching the map: part by part, each kept for good, so that a broken download costs a part and no more.

use kuitti_shared::api::map::MapPack;
use kuitti_shared::id::Sha256Hex;

use super::parts;
use crate::engine::{Inner, held};
use crate::error::EngineError;
use crate::ports::{BlobKey, Session, TransportError};
use crate::protocol::Event;
use crate::store::meta;

/// Asks which map the town has, and fetches it when it is another, as long as the network is one for what is large. What stops it
/// may be tried again at any time.
pub(crate) async fn refresh(engine: &Inner) -> Result<(), EngineError> {
    let session = meta::get(engine.store.borrow().read(), &meta::SESSION)?;
    let Some(session) = session else { return Ok(()) };
    let offered = match engine.ports.transport.map_pack(&session).await {
        Ok(offered) => offered,
        // A town without a map: one that is here stays as good as it is.
        Err(TransportError::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let here = meta::get(engine.store.borrow().read(), &meta::MAP)?;
    if here.as_ref() == Some(&offered) {
        return abandon(engine).await;
    }
    engine
        .store
        .borrow_mut()
        .write(|store| meta::set(store, &meta::NEXT_MAP, &offered))?;
    fetch(engine, &session, &offered).await?;
    adopt(engine, &offered).await
}

async fn fetch(engine: &Inner, session: &Session, pack: &MapPack) -> Result<(), EngineError> {
    let here = engine.ports.blobs.list().await?;
    for part in parts::numbers(pack) {
        let (key, span) = (parts::key(pack.sha256.clone(), part), parts::span(pack, part));
        if !here.contains(&key) {
            held::check(engine).await?;
            let bytes = engine
                .ports
                .transport
                .map_part(session, pack, span.offset, span.length);
            let bytes = bytes.await?;
            if bytes.len() as u64 != span.length {
                return Err(TransportError::Offset.into());
            }
            engine.ports.blobs.write(&key, &bytes).await?;
        }
        engine.set_map_arrived(span.offset + span.length);
    }
    Ok(())
}

/// Uses the new map, or forgets it when it is not what was announced.
async fn adopt(engine: &Inner, pack: &MapPack) -> Result<(), EngineError> {
    if !parts::is_right(&*engine.ports.blobs, pack).await? {
        forget(engine, &pack.sha256).await?;
        return Err(TransportError::Checksum.into());
    }
    let before = engine.store.borrow_mut().write(|store| {
        let before = meta::get(store, &meta::MAP)?;
        meta::set(store, &meta::MAP, pack)?;
        meta::forget(store, &meta::NEXT_MAP)?;
        Ok::<_, EngineError>(before)
    })?;
    engine.shelf.close();
    engine.emit(Event::MapChanged);
    match before {
        Some(before) => forget(engine, &before.sha256).await,
        None => Ok(()),
    }
}

/// The town went back to the map that is here: what was being fetched is wanted no more.
async fn abandon(engine: &Inner) -> Result<(), EngineError> {
    let next = meta::get(engine.store.borrow().read(), &meta::NEXT_MAP)?;
    let Some(next) = next else { return Ok(()) };
    engine
        .store
        .borrow_mut()
        .write(|store| meta::forget(store, &meta::NEXT_MAP))?;
    engine.emit(Event::MapChanged);
    forget(engine, &next.sha256).await
}

async fn forget(engine: &Inner, map: &Sha256Hex) -> Result<(), EngineError> {
    for key in engine.ports.blobs.list().await? {
        if matches!(&key, BlobKey::Map { pack, .. } if pack == map) {
            engine.ports.blobs.delete(&key).await?;
        }
    }
    Ok(())
}
