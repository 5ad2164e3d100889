//! `GET /api/events`: the office hears that something changed, and reads again what it shows.
//!
//! Pokes come after the commit. A burst becomes one event: the first poke starts a short wait in which all others join it. A
//! listener that lags hears that everything changed.

use std::collections::HashSet;
use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use kuitti_shared::api::events::{Poke as ApiPoke, Topic};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::timeout_at;

use crate::app::AppState;
use crate::pokes::{Poke, PokeBatch};

/// How long a burst is collected: short enough to feel immediate, long enough for a push of a whole day's work.
const COLLECT: Duration = Duration::from_millis(150);
/// Proxies close connections on which nothing happens.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

const ALL: [Topic; 5] = [
    Topic::Requests,
    Topic::Orders,
    Topic::Notices,
    Topic::Devices,
    Topic::Town,
];

/// The stream of one console, until the server stops.
pub(super) fn stream(app: AppState) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = app.pokes.listen();
    let events = unfold((app, listener), |(app, mut listener)| async move {
        let topics = tokio::select! {
            () = app.stopped() => None,
            topics = next(&mut listener) => topics,
        };
        Some((Ok(event(topics?)), (app, listener)))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

fn event(topics: Vec<Topic>) -> Event {
    // A poke is two words and always becomes JSON; an empty event would only be a needless look.
    Event::default().json_data(ApiPoke { topics }).unwrap_or_default()
}

/// What changed since the last event; none when the server stops.
async fn next(listener: &mut Receiver<PokeBatch>) -> Option<Vec<Topic>> {
    let mut topics = HashSet::new();
    while topics.is_empty() {
        collect(&mut topics, listener.recv().await)?;
    }
    let until = tokio::time::Instant::now() + COLLECT;
    while let Ok(heard) = timeout_at(until, listener.recv()).await {
        // What was collected is still told when the server stops now.
        if collect(&mut topics, heard).is_none() {
            break;
        }
    }
    Some(ALL.into_iter().filter(|topic| topics.contains(topic)).collect())
}

fn collect(topics: &mut HashSet<Topic>, heard: Result<PokeBatch, RecvError>) -> Option<()> {
    match heard {
        Ok(batch) if batch.contains(&Poke::Anything) => topics.extend(ALL),
        Ok(batch) => topics.extend(batch.iter().filter_map(topic)),
        Err(RecvError::Lagged(_)) => topics.extend(ALL),
        Err(RecvError::Closed) => return None,
    }
    Some(())
}

/// What the office calls it. A device's stream of changes is not its business: the order's own poke is.
const fn topic(poke: &Poke) -> Option<Topic> {
    match poke {
        Poke::Scope { .. } | Poke::Anything => None,
        Poke::Order { .. } | Poke::Tasks => Some(Topic::Orders),
        Poke::Request { .. } => Some(Topic::Requests),
        Poke::Device { .. } => Some(Topic::Devices),
        Poke::Notices | Poke::Due { .. } => Some(Topic::Notices),
        Poke::Town => Some(Topic::Town),
    }
}
