//! What is large waits for a network that costs nothing, when the worker wants that (SYNC.md rule 13): photos and the map.
//! What the office must know goes at once, whatever the network.

use kuitti_shared::id::PhotoId;

use super::Inner;
use crate::error::EngineError;
use crate::ports::Cost;
use crate::protocol::{Held, LargeOver};
use crate::store::{meta, upload};

/// Asks the platform what the network costs now, and answers whether what is large waits. The screens hear of a change.
pub(crate) async fn look(engine: &Inner) -> Option<Held> {
    let cost = engine.ports.link.cost().await;
    let before = held(engine);
    engine.live.borrow_mut().cost = Some(cost);
    let held = held(engine);
    if held != before {
        engine.announce();
    }
    held
}

/// For what goes on only as long as nothing makes it wait.
///
/// # Errors
/// [`EngineError::Held`] when it has to.
pub(crate) async fn check(engine: &Inner) -> Result<(), EngineError> {
    match look(engine).await {
        Some(_) => Err(EngineError::Held),
        None => Ok(()),
    }
}

/// The same for a photo, which the worker may have sent on its way whatever the network costs.
///
/// # Errors
/// [`EngineError::Held`] when it has to wait.
pub(crate) async fn check_photo(engine: &Inner, photo: PhotoId) -> Result<(), EngineError> {
    let checked = check(engine).await;
    if is_sent_on(engine, photo) {
        Ok(())
    } else {
        checked
    }
}

/// Has the worker sent it on its way, whatever the network costs?
pub(crate) fn is_sent_on(engine: &Inner, photo: PhotoId) -> bool {
    engine.live.borrow().sent_on.contains(&photo)
}

/// Does what is large wait, as far as the network is known?
fn held(engine: &Inner) -> Option<Held> {
    let settings = meta::get(engine.store.borrow().read(), &meta::SETTINGS);
    let over = settings.ok().flatten().unwrap_or_default().large_over;
    match (over, engine.live.borrow().cost?) {
        (LargeOver::AnyNetwork, _) | (_, Cost::Free) => None,
        (LargeOver::WifiOnly, Cost::Metered) => Some(Held::ForWifi),
        (LargeOver::WifiOnly, Cost::Unknown) => Some(Held::ForWord),
    }
}

/// What photos wait for, if any of them does.
pub(super) fn photos_held(engine: &Inner) -> Option<Held> {
    let held = held(engine)?;
    let queued = upload::queued(engine.store.borrow().read()).unwrap_or_default();
    let any_waits = queued.iter().any(|photo| !is_sent_on(engine, photo.photo));
    any_waits.then_some(held)
}

/// The photos that are queued now go, whatever the network costs. Those of later wait again.
pub(super) fn send_on(engine: &Inner) -> Result<(), EngineError> {
    let queued = upload::queued(engine.store.borrow().read())?;
    engine.live.borrow_mut().sent_on = queued.into_iter().map(|photo| photo.photo).collect();
    Ok(())
}
