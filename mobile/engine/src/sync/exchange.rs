//! Syncs until nothing is left to send or to fetch. The store is never held while the network is waited for.

use std::collections::BTreeSet;

use kuitti_shared::id::OrderId;
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::unit::Millis;

use super::absorb::{Absorbed, absorb};
use super::push::{BatchSize, Push};
use crate::bell::either;
use crate::engine::Inner;
use crate::error::EngineError;
use crate::ports::{Session, TransportError};
use crate::protocol::{Problem, Standing};
use crate::store::meta;

/// An answer that takes longer never comes: radio links die silently.
const PATIENCE: Millis = Millis::from_seconds(60);
/// A server that keeps asking for numbers it was given does not know what it wants.
const CORRECTIONS: u32 = 4;

/// What a whole exchange changed.
#[derive(Debug, Default)]
pub(crate) struct Exchanged {
    /// Orders that look different now.
    pub(crate) orders: BTreeSet<OrderId>,
    /// The town told something new about itself.
    pub(crate) town: bool,
    /// The server wants photos that it should have had.
    pub(crate) photos_wanted: usize,
    /// Photos whose files nobody needs any more.
    pub(crate) photos_forgotten: usize,
}

/// Pushes and pulls until nothing is left. What has been taken in before an error stays.
pub(crate) async fn exchange(engine: &Inner) -> (Exchanged, Result<(), EngineError>) {
    let mut exchanged = Exchanged::default();
    let mut corrections = 0;
    loop {
        match round(engine).await {
            Err(error) => return (exchanged, Err(error)),
            Ok((absorbed, correction)) => {
                exchanged.orders.extend(absorbed.orders);
                exchanged.town |= absorbed.town;
                exchanged.photos_wanted += absorbed.photos_wanted;
                exchanged.photos_forgotten += absorbed.photos_forgotten;
                corrections += u32::from(correction == Correction::Numbering);
                if corrections > CORRECTIONS {
                    let confused = TransportError::Failed("the numbering does not settle".to_owned());
                    return (exchanged, Err(confused.into()));
                }
                if !absorbed.again {
                    return (exchanged, Ok(()));
                }
            }
        }
    }
}

/// Did the server have to correct the device?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Correction {
    Nothing,
    Numbering,
}

async fn round(engine: &Inner) -> Result<(Absorbed, Correction), EngineError> {
    let (session, push) = {
        let store = engine.store.borrow();
        let session = meta::get(store.read(), &meta::SESSION)?.ok_or(Problem::NotEnrolled)?;
        let push = Push::gather(store.read(), engine.ports.clock.now(), engine.batch.get())?;
        (session, push)
    };
    let response = match send(engine, &session, &push).await {
        Ok(response) => response,
        Err(error) => return reconsider(engine, &push, error),
    };
    engine.batch.set(BatchSize::default());
    let now = engine.ports.clock.now().stamp.wall;
    let absorbed = engine
        .store
        .borrow_mut()
        .write(|store| absorb(store, &push, &response, now))?;
    let corrected = response.need_seq.is_some() || response.new_incarnation.is_some();
    let correction = if corrected {
        Correction::Numbering
    } else {
        Correction::Nothing
    };
    Ok((absorbed, correction))
}

async fn send(engine: &Inner, session: &Session, push: &Push) -> Result<SyncResponse, TransportError> {
    let answer = engine.ports.transport.sync(session, push);
    let silence = engine.ports.timer.sleep(PATIENCE);
    either(answer, silence)
        .await
        .unwrap_or_else(|| Err(TransportError::Unreachable("no answer in time".to_owned())))
}

/// What a failed request teaches: a smaller batch, a refused token.
fn reconsider(
    engine: &Inner,
    push: &Push,
    error: TransportError,
) -> Result<(Absorbed, Correction), EngineError> {
    let smaller = BatchSize(push.sent().len()).halved();
    match (&error, smaller) {
        (TransportError::TooLarge, Some(smaller)) => {
            engine.batch.set(smaller);
            let again = Absorbed {
                again: true,
                ..Absorbed::default()
            };
            return Ok((again, Correction::Nothing));
        }
        // After the pause with less: an operation that breaks the server is found, and those before it get through.
        (TransportError::Failed(_), Some(smaller)) => engine.batch.set(smaller),
        (TransportError::Unauthorised, _) => {
            let mut store = engine.store.borrow_mut();
            store.write(|store| meta::set(store, &meta::STANDING, &Standing::Revoked))?;
        }
        (TransportError::UpgradeRequired, _) => {
            let mut store = engine.store.borrow_mut();
            store.write(|store| meta::set(store, &meta::UPGRADE_NEEDED, &true))?;
        }
        _ => {}
    }
    Err(error.into())
}
