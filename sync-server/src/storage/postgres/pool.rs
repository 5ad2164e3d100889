//! Connections that are used in turns. sqlx's own pool asks a connection before each use and after it whether it still
//! answers: two questions more for a transaction that often has not many more of its own. This one asks only after a rest.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use scopeguard::ScopeGuard;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions as _, Connection as _, Error, Executor as _, Result};
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

/// For a connection: whoever waits longer is better told to come back.
const PATIENCE: Duration = Duration::from_secs(10);
/// A connection that rested so long may be gone: a database that was started anew took longer than this.
const RESTED: Duration = Duration::from_secs(1);
/// Nobody needs a connection that rested so long.
const FORGOTTEN: Duration = Duration::from_secs(600);
/// Between two attempts at a database that is starting.
const PAUSE: Duration = Duration::from_millis(100);

/// Connections with the same options.
pub(super) struct Pool(Arc<Inner>);

struct Inner {
    options: PgConnectOptions,
    size: u32,
    places: Arc<Semaphore>,
    /// Those that rest, the one that was used last at the end.
    idle: Mutex<Vec<Idle>>,
}

struct Idle {
    connection: PgConnection,
    since: Instant,
}

/// A connection that goes back by itself.
pub(super) type Lent = ScopeGuard<Taken, fn(Taken)>;

/// A connection that somebody uses.
pub(super) struct Taken {
    pub(super) connection: PgConnection,
    /// A transaction has begun on it and not ended.
    pub(super) in_transaction: bool,
    /// The last statement failed, and was not undone: it may be the connection that failed.
    pub(super) failed: bool,
    pool: Arc<Inner>,
    place: OwnedSemaphorePermit,
}

impl Pool {
    /// At most `size` connections; none is made before it is needed.
    pub(super) fn new(size: u32, options: PgConnectOptions) -> Self {
        Self(Arc::new(Inner {
            options,
            size,
            places: Arc::new(Semaphore::new(size as usize)),
            idle: Mutex::default(),
        }))
    }

    /// A connection without a transaction: each statement is one of its own.
    pub(super) async fn take(&self) -> Result<Lent> {
        let taken = timeout(PATIENCE, self.0.take()).await;
        Ok(scopeguard::guard(
            taken.map_err(|_| Error::PoolTimedOut)??,
            give_back,
        ))
    }

    /// A connection on which a transaction has begun.
    pub(super) async fn begin(&self, begin: &'static str) -> Result<Lent> {
        let mut lent = self.take().await?;
        lent.in_transaction = true;
        lent.connection.execute(begin).await?;
        Ok(lent)
    }

    /// Ends all connections after what is under way.
    pub(super) async fn close(&self) {
        // None is left if this fails: it was closed before.
        let _ = self.0.places.acquire_many(self.0.size).await;
        self.0.places.close();
        let idle = std::mem::take(&mut *self.0.idle());
        for rests in idle {
            // It ends without a goodbye if this fails.
            let _ = rests.connection.close().await;
        }
    }
}

impl Inner {
    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Idle>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn take(self: &Arc<Self>) -> Result<Taken> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|_| Error::PoolClosed)?;
        Ok(Taken {
            connection: self.connection().await?,
            in_transaction: false,
            failed: false,
            pool: Arc::clone(self),
            place,
        })
    }

    async fn connection(&self) -> Result<PgConnection> {
        loop {
            let Some(Idle {
                mut connection,
                since,
            }) = self.idle().pop()
            else {
                return self.connect().await;
            };
            if since.elapsed() < RESTED || connection.ping().await.is_ok() {
                return Ok(connection);
            }
        }
    }

    async fn connect(&self) -> Result<PgConnection> {
        loop {
            match self.options.connect().await {
                Err(error) if is_starting(&error) => sleep(PAUSE).await,
                done => return done,
            }
        }
    }
}

fn is_starting(error: &Error) -> bool {
    const CANNOT_CONNECT_NOW: &str = "57P03";
    match error {
        Error::Io(error) => error.kind() == std::io::ErrorKind::ConnectionRefused,
        Error::Database(error) => error.code().is_some_and(|code| code == CANNOT_CONNECT_NOW),
        _ => false,
    }
}

fn give_back(taken: Taken) {
    if !taken.in_transaction && !taken.failed {
        taken.rest();
    } else if let Ok(runtime) = Handle::try_current() {
        runtime.spawn(put_right(taken));
    }
}

async fn put_right(mut taken: Taken) {
    let put_right = if taken.in_transaction {
        taken.connection.execute("ROLLBACK").await.map(drop)
    } else {
        taken.connection.ping().await
    };
    match put_right {
        Ok(()) => taken.rest(),
        // Where one has died, those that rest have too: all of them are made anew.
        Err(_died) => drop(std::mem::take(&mut *taken.pool.idle())),
    }
}

impl Taken {
    fn rest(self) {
        let mut idle = self.pool.idle();
        idle.retain(|rests| rests.since.elapsed() < FORGOTTEN);
        idle.push(Idle {
            connection: self.connection,
            since: Instant::now(),
        });
        drop(idle);
        // Only now may another take its place.
        drop(self.place);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;
    use crate::testing::postgres::Cluster;

    fn one_of(cluster: &Cluster) -> Pool {
        Pool::new(1, cluster.address().parse().unwrap())
    }

    async fn number(lent: &mut Lent, question: &'static str) -> i32 {
        let answer = sqlx::query_scalar(question);
        answer.fetch_one(&mut lent.connection).await.unwrap()
    }

    #[tokio::test]
    async fn what_nobody_committed_is_undone_before_the_connection_is_used_again() {
        let Some(cluster) = Cluster::start() else { return };
        let pool = one_of(&cluster);
        let mut lent = pool.begin("BEGIN").await.unwrap();
        let first = number(&mut lent, "SELECT pg_backend_pid()").await;
        lent.connection
            .execute("CREATE TABLE half (n int)")
            .await
            .unwrap();
        drop(lent);
        let mut lent = pool.take().await.unwrap();
        assert_eq!(number(&mut lent, "SELECT pg_backend_pid()").await, first);
        let tables = "SELECT count(*)::int FROM pg_class WHERE relname = 'half'";
        assert_eq!(number(&mut lent, tables).await, 0);
    }

    #[tokio::test]
    async fn a_connection_that_died_while_it_rested_is_not_handed_out() {
        let Some(mut cluster) = Cluster::start() else {
            return;
        };
        let pool = one_of(&cluster);
        drop(pool.take().await.unwrap());
        cluster.stop_at_once();
        cluster.run();
        for rests in pool.0.idle().iter_mut() {
            rests.since -= RESTED;
        }
        let mut lent = pool.take().await.unwrap();
        assert_eq!(number(&mut lent, "SELECT 1").await, 1);
    }

    #[tokio::test]
    async fn a_connection_that_died_under_a_question_is_not_handed_out_again() {
        let Some(mut cluster) = Cluster::start() else {
            return;
        };
        let pool = one_of(&cluster);
        let mut lent = pool.take().await.unwrap();
        cluster.stop_at_once();
        cluster.run();
        let asked = sqlx::query_scalar::<_, i32>("SELECT 1");
        assert!(asked.fetch_one(&mut lent.connection).await.is_err());
        lent.failed = true;
        drop(lent);
        // At once, while nobody doubts what has hardly rested.
        let mut lent = pool.take().await.unwrap();
        assert_eq!(number(&mut lent, "SELECT 1").await, 1);
    }

    #[tokio::test]
    async fn who_closes_waits_for_what_is_under_way_and_nobody_comes_after() {
        let Some(cluster) = Cluster::start() else { return };
        let pool = one_of(&cluster);
        let mut lent = pool.take().await.unwrap();
        let mut closing = Box::pin(pool.close());
        assert!(closing.as_mut().now_or_never().is_none());
        assert_eq!(number(&mut lent, "SELECT 1").await, 1);
        drop(lent);
        closing.await;
        assert!(matches!(pool.take().await, Err(Error::PoolClosed)));
    }
}
