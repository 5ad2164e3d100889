//! Photos go up: by content, resumable, two at a time, and one bad item is set aside instead of holding up the rest.

mod transfer;

use std::cell::{Cell, RefCell};

use futures_util::stream::{self, StreamExt};

use self::transfer::{Ended, transfer};
use crate::engine::{Inner, held};
use crate::ports::TransportError;
use crate::protocol::Event;
use crate::store::upload::{self, Upload};

/// So many photos go up side by side.
const PARALLEL: usize = 2;

/// What a round of uploads came to.
#[derive(Debug)]
pub(crate) enum Round {
    /// Everything that was queued is sent or set aside.
    Done {
        /// So many arrived.
        arrived: usize,
    },
    /// Operations wait; they go first.
    OperationsFirst,
    /// Photos wait for Wi-Fi.
    Held {
        /// So many did not, and arrived.
        arrived: usize,
    },
    /// The server cannot be used now.
    Trouble(TransportError),
}

/// Sends what is queued.
pub(crate) async fn upload_all(engine: &Inner) -> Round {
    let queued = upload::queued(engine.store.borrow().read()).unwrap_or_default();
    let waiting = queued.len();
    if queued.is_empty() {
        return Round::Done { arrived: 0 };
    }
    let going = match held::look(engine).await {
        None => queued,
        Some(_) => those_sent_on(engine, queued),
    };
    let is_held = Cell::new(going.len() < waiting);
    engine.set_uploading(going.len());
    let trouble = RefCell::new(None);
    let arrived = Cell::new(0);
    stream::iter(going)
        .for_each_concurrent(PARALLEL, async |photo| {
            if trouble.borrow().as_ref().is_some_and(stops_everything) {
                return;
            }
            match transfer(engine, &photo).await {
                Ended::Arrived => arrived.set(arrived.get() + 1),
                Ended::SetAside => {}
                Ended::Held => is_held.set(true),
                Ended::Trouble(error) => *trouble.borrow_mut() = Some(error),
            }
            tell(engine, &photo);
        })
        .await;
    engine.set_uploading(0);
    let arrived = arrived.get();
    match trouble.into_inner() {
        Some(error) => Round::Trouble(error),
        None if is_held.get() => Round::Held { arrived },
        None => Round::Done { arrived },
    }
}

fn those_sent_on(engine: &Inner, queued: Vec<Upload>) -> Vec<Upload> {
    let sent_on = queued
        .into_iter()
        .filter(|photo| held::is_sent_on(engine, photo.photo));
    sent_on.collect()
}

/// A server that fails on one photo may take the next; one that is not there takes none.
const fn stops_everything(error: &TransportError) -> bool {
    !matches!(error, TransportError::Failed(_))
}

fn tell(engine: &Inner, photo: &Upload) {
    engine.emit(Event::ViewChanged {
        orders: photo.order.into_iter().collect(),
    });
    engine.announce();
}
