//! Pokes between processes. Each process tells the others what its commits changed, soon after them and many in one message,
//! and hears what the others changed. A message that is lost (a process that dies right after its commit, a connection that
//! breaks) costs what a lost poke costs: whoever waits looks again a little later. After a broken connection everybody looks.
//!
//! ```text
//! commit --> pokes of this process at once
//!        \-> queue --> NOTIFY kuitti '{"from":..., "pokes":[...]}' --> LISTEN of the other processes --> their pokes
//! ```

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::pokes::{Poke, Pokes};
use crate::storage::StorageResult;

const CHANNEL: &str = "kuitti";
/// A message of PostgreSQL ends below 8,000 bytes; the longest poke has 80.
const IN_A_MESSAGE: usize = 80;
/// More than this at once, and the others rather look at everything.
const AT_ONCE: usize = 800;
/// Pokes are gathered for so long: under load a message for each push would cost as much as a statement of it.
const GATHERING: Duration = Duration::from_millis(10);
const PAUSE: Duration = Duration::from_millis(500);

#[derive(Debug, Serialize, Deserialize)]
struct Message {
    from: Uuid,
    pokes: Vec<Poke>,
}

/// Sends the pokes of this process, to itself and to the others.
#[derive(Clone)]
pub(super) struct Messenger {
    here: Pokes,
    queue: UnboundedSender<Vec<Poke>>,
    tasks: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

impl Messenger {
    /// Begins to tell and to hear.
    pub(super) async fn start(options: PgConnectOptions, here: Pokes) -> StorageResult<Self> {
        // A message that a crash of the database loses reaches nobody who would not look again anyway.
        let connections = PgPoolOptions::new()
            .max_connections(2)
            .connect_lazy_with(options.options([("synchronous_commit", "off")]));
        let me = Uuid::now_v7();
        let mut listener = PgListener::connect_with(&connections).await?;
        listener.listen(CHANNEL).await?;
        let (queue, queued) = unbounded_channel();
        let tasks = vec![
            tokio::spawn(hear(listener, here.clone(), me)),
            tokio::spawn(tell(connections, queued, me)),
        ];
        Ok(Self {
            here,
            queue,
            tasks: Arc::new(Mutex::new(tasks)),
        })
    }

    pub(super) fn send(&self, pokes: Vec<Poke>) {
        if !pokes.is_empty() {
            self.here.send(pokes.clone());
            // Nobody takes it when the storage is closed.
            let _ = self.queue.send(pokes);
        }
    }

    /// Stops telling and hearing.
    pub(super) async fn stop(&self) {
        let tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for task in tasks {
            task.abort();
            // It was told to end; how it ended says nothing.
            let _ = task.await;
        }
    }
}

async fn hear(mut listener: PgListener, here: Pokes, me: Uuid) {
    loop {
        match listener.try_recv().await {
            Ok(Some(heard)) => match serde_json::from_str::<Message>(heard.payload()) {
                Ok(message) if message.from == me => {}
                Ok(message) => here.send(message.pokes),
                // A newer server says something that this one does not know.
                Err(_) => here.send(vec![Poke::Anything]),
            },
            // The connection was lost and is there again.
            Ok(None) => here.send(vec![Poke::Anything]),
            Err(error) => {
                tracing::warn!(%error, "other processes cannot be heard; it is tried again");
                tokio::time::sleep(PAUSE).await;
                here.send(vec![Poke::Anything]);
            }
        }
    }
}

async fn tell(connections: PgPool, mut queued: UnboundedReceiver<Vec<Poke>>, me: Uuid) {
    while let Some(first) = queued.recv().await {
        let mut pokes = first;
        tokio::time::sleep(GATHERING).await;
        while let Ok(more) = queued.try_recv() {
            pokes.extend(more);
        }
        let messages = messages(me, pokes);
        while let Err(error) = notify(&connections, &messages).await {
            tracing::warn!(%error, "other processes cannot be told; it is tried again");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// The messages that say all this; none is too long.
fn messages(me: Uuid, mut pokes: Vec<Poke>) -> Vec<String> {
    pokes.sort_unstable();
    pokes.dedup();
    if pokes.len() > AT_ONCE {
        pokes = vec![Poke::Anything];
    }
    let message = |pokes: &[Poke]| {
        serde_json::to_string(&Message {
            from: me,
            pokes: pokes.to_vec(),
        })
    };
    // Ids and names always become JSON.
    pokes
        .chunks(IN_A_MESSAGE)
        .filter_map(|pokes| message(pokes).ok())
        .collect()
}

async fn notify(connections: &PgPool, messages: &[String]) -> StorageResult<()> {
    for message in messages {
        sqlx::query("SELECT pg_notify($1, $2)")
            .bind(CHANNEL)
            .bind(message)
            .execute(connections)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use kuitti_shared::id::{OrderId, WorkerId};
    use kuitti_shared::sync::request::Scope;

    use super::*;

    #[test]
    fn a_message_of_the_longest_pokes_fits_and_a_flood_becomes_one() {
        let scope = |number| Poke::Scope {
            scope: Scope::Worker(WorkerId(Uuid::from_u128(u128::MAX - number))),
        };
        let some = messages(Uuid::max(), (0..200).map(scope).collect());
        assert_eq!(some.len(), 3);
        assert!(some.iter().all(|message| message.len() < 8_000));
        let read: Vec<Poke> = some
            .iter()
            .flat_map(|text| serde_json::from_str::<Message>(text).unwrap().pokes)
            .collect();
        assert_eq!(read.iter().collect::<std::collections::HashSet<_>>().len(), 200);
        let same = vec![
            Poke::Order {
                order: OrderId(Uuid::nil())
            };
            900
        ];
        assert_eq!(messages(Uuid::max(), same).len(), 1);
        let flood = messages(Uuid::max(), (0..900).map(scope).collect());
        assert!(flood[0].contains("anything"), "{flood:?}");
    }
}
