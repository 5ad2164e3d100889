//! A town in a temporary directory, for tests: a clock that stands still until it is moved, ids that repeat, and requests
//! that go through the whole router without a socket. With `KUITTI_TEST_ENGINE=postgres` every town has a PostgreSQL server.

pub(crate) mod people;
pub(crate) mod phone;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use kuitti_shared::domain::Role;
use kuitti_shared::unit::{Millis, WallTime};
pub(crate) use kuitti_test_support::postgres;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::{Connection as _, PgConnection};
use tempfile::TempDir;
use tower::ServiceExt as _;

use self::postgres::Cluster;
use crate::act::{Act, Actor};
use crate::app::{App, AppState, Opening, router};
use crate::auth;
use crate::config::Config;
use crate::pokes::Pokes;
use crate::ports::{Clock, Entropy};
use crate::storage::{Address, WriteTx, transfer};

/// The first moment of every test: 2026-11-20 10:00 in Helsinki.
pub(crate) const MORNING: WallTime = WallTime(1_795_161_600_000);
/// Ten times as long as PostgreSQL's pokes are gathered.
const POKES_ARE_TOLD: Duration = Duration::from_millis(100);
/// The password of everybody in the office.
pub(crate) const PASSWORD: &str = "kuitti-kuitti";

/// A clock that stands still until it is moved.
pub(crate) struct TestClock(AtomicI64);

impl TestClock {
    pub(crate) fn move_by(&self, span: Millis) {
        self.0.fetch_add(span.0, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> WallTime {
        WallTime(self.0.load(Ordering::SeqCst))
    }
}

/// "Randomness" that repeats in every run.
struct TestEntropy {
    seed: WallTime,
    drawn: AtomicU64,
}

impl TestEntropy {
    /// Another sequence for each moment: a restored town must not draw its ids again.
    const fn from(seed: WallTime) -> Self {
        Self {
            seed,
            drawn: AtomicU64::new(0),
        }
    }
}

impl Entropy for TestEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let count = self.drawn.fetch_add(1, Ordering::SeqCst);
            let digest = Sha256::digest([self.seed.0.to_le_bytes(), count.to_le_bytes()].concat());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}

/// A town.
pub(crate) struct Town {
    pub(crate) app: AppState,
    pub(crate) clock: Arc<TestClock>,
    router: Router,
    place: Place,
}

/// Where a town is.
#[derive(Clone)]
struct Place {
    data: Arc<TempDir>,
    database: Option<String>,
    // Ends with the last town on it.
    _cluster: Option<Arc<Cluster>>,
}

impl Place {
    fn new(cluster: Option<Arc<Cluster>>) -> Self {
        Self {
            data: Arc::new(tempfile::tempdir().unwrap()),
            database: cluster.as_ref().map(|cluster| cluster.address().to_owned()),
            _cluster: cluster,
        }
    }

    /// A town in which what was typed on the web needs no proof: tests of the proof open theirs by [`Self::open_as_it_is`].
    async fn open(self, now: WallTime, mut config: Config, web: Option<std::path::PathBuf>) -> Town {
        config.citizens.confirm_contacts = false;
        self.open_as_it_is(now, config, web).await
    }

    async fn open_as_it_is(self, now: WallTime, config: Config, web: Option<std::path::PathBuf>) -> Town {
        let clock = Arc::new(TestClock(AtomicI64::new(now.0)));
        let opening = Opening {
            data: self.data.path(),
            database: self.database.clone(),
            config,
            web,
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            entropy: Arc::new(TestEntropy::from(now)),
        };
        let app = App::open(opening).await.unwrap();
        Town {
            router: router(Arc::clone(&app)),
            app,
            clock,
            place: self,
        }
    }
}

/// The engine of the towns of this run.
fn usual_cluster() -> Option<Arc<Cluster>> {
    let asked = std::env::var("KUITTI_TEST_ENGINE").is_ok_and(|engine| engine == "postgres");
    asked.then(|| Arc::new(Cluster::start().expect("PostgreSQL was asked for and is not installed")))
}

/// As an operator restores a backup on PostgreSQL.
async fn move_to(database: &str, data: &std::path::Path) {
    let copy = Address::Sqlite(data.to_owned())
        .open(Pokes::default())
        .await
        .unwrap();
    let address: Address = database.parse().unwrap();
    let target = address.open(Pokes::default()).await.unwrap();
    let mut tx = target.write().await.unwrap();
    transfer(&mut *copy.read().await.unwrap(), &mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    target.close().await;
    copy.close().await;
}

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: header::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body as JSON, or null.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The body as JSON of a type.
    pub(crate) fn read<T: serde::de::DeserializeOwned>(&self) -> T {
        let text = String::from_utf8_lossy(&self.body);
        assert!(self.status.is_success(), "{}: {text}", self.status);
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The status and the problem's code.
    pub(crate) fn problem(&self) -> (u16, String) {
        let code = self
            .json()
            .get("code")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        (self.status.as_u16(), code)
    }
}

impl Town {
    /// An empty town.
    pub(crate) async fn start() -> Self {
        Self::with_config(Config::default()).await
    }

    /// An empty town that was founded a moment after the others, and so with another secret.
    pub(crate) async fn start_later() -> Self {
        let later = MORNING + Millis(1);
        Place::new(usual_cluster())
            .open(later, Config::default(), None)
            .await
    }

    /// An empty town with settings.
    pub(crate) async fn with_config(config: Config) -> Self {
        Place::new(usual_cluster()).open(MORNING, config, None).await
    }

    /// An empty town with the settings that a town has without a file.
    pub(crate) async fn with_usual_settings() -> Self {
        Place::new(usual_cluster())
            .open_as_it_is(MORNING, Config::default(), None)
            .await
    }

    /// An empty town on this PostgreSQL database, whatever the other towns are on.
    pub(crate) async fn at(database: &str) -> Self {
        let place = Place {
            database: Some(database.to_owned()),
            ..Place::new(None)
        };
        place.open(MORNING, Config::default(), None).await
    }

    /// A town with people on this PostgreSQL database.
    pub(crate) async fn with_people_at(database: &str) -> Self {
        let town = Self::at(database).await;
        people::settle(&town).await;
        town
    }

    /// Another server of the same town: same database, same directory.
    pub(crate) async fn second_server(&self) -> Self {
        let now = self.app.clock.now() + Millis(1);
        self.place.clone().open(now, Config::default(), None).await
    }

    /// An empty town with bundles to serve.
    pub(crate) async fn with_web(web: &std::path::Path) -> Self {
        Place::new(usual_cluster())
            .open(MORNING, Config::default(), Some(web.to_owned()))
            .await
    }

    /// This town as a backup has it now.
    pub(crate) async fn copy(&self) -> TempDir {
        let copy = tempfile::tempdir().unwrap();
        self.app
            .storage
            .copy_to(&copy.path().join("kuitti.db"))
            .await
            .unwrap();
        copy
    }

    /// The town of a backup, opened now.
    pub(crate) async fn restored(&self, copy: TempDir) -> Self {
        let mut place = Place::new(self.place.database.as_ref().and_then(|_| usual_cluster()));
        place.data = Arc::new(copy);
        if let Some(database) = &place.database {
            move_to(database, place.data.path()).await;
        }
        place.open(self.app.clock.now(), Config::default(), None).await
    }

    /// A town with a crew of two, a worker outside, and a category.
    pub(crate) async fn with_people() -> Self {
        let town = Self::start().await;
        people::settle(&town).await;
        town
    }

    /// How far the engine's log has grown.
    pub(crate) async fn written(&self) -> String {
        let Some(database) = &self.place.database else {
            let log = std::fs::metadata(self.data().join("kuitti.db-wal"));
            return log.unwrap().len().to_string();
        };
        let mut connection = PgConnection::connect(database).await.unwrap();
        let mut written = String::new();
        loop {
            let now: String = sqlx::query_scalar("SELECT pg_current_wal_insert_lsn()::text")
                .fetch_one(&mut connection)
                .await
                .unwrap();
            if now == written {
                return now;
            }
            written = now;
            // Pokes follow their commits a moment later, and each is a commit of its own.
            tokio::time::sleep(POKES_ARE_TOLD).await;
        }
    }

    /// The data directory.
    pub(crate) fn data(&self) -> &std::path::Path {
        self.place.data.path()
    }

    /// An act of the server itself, now.
    pub(crate) fn act(&self) -> Act {
        self.app.act(Actor::Server)
    }

    /// A write transaction.
    pub(crate) async fn write(&self) -> Box<dyn WriteTx> {
        self.app.storage.write().await.unwrap()
    }

    /// Sends a request through the whole router.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// A request without a body; `who` is a cookie, a bearer token or nothing.
    pub(crate) async fn call(&self, method: Method, path: &str, who: &Who) -> Answer {
        let request = who.sign(Request::builder().method(method).uri(path));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str, who: &Who) -> Answer {
        self.call(Method::GET, path, who).await
    }

    /// A request with a JSON body.
    pub(crate) async fn send_json<T: Serialize>(
        &self,
        method: Method,
        path: &str,
        who: &Who,
        body: &T,
    ) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/json");
        let body = serde_json::to_vec(body).unwrap();
        self.send(who.sign(request).body(Body::from(body)).unwrap()).await
    }

    pub(crate) async fn post<T: Serialize>(&self, path: &str, who: &Who, body: &T) -> Answer {
        self.send_json(Method::POST, path, who, body).await
    }

    /// Adds somebody of the office named like the role, and logs in.
    pub(crate) async fn log_in(&self, role: Role) -> Who {
        let act = self.act();
        let mut tx = self.write().await;
        auth::add_user(&mut *tx, role.code(), role, PASSWORD.to_owned(), &act)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let body = serde_json::json!({ "name": role.code(), "password": PASSWORD });
        let answer = self.post("/api/session", &Who::Nobody, &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        Who::Cookie(cookie.split(';').next().unwrap().to_owned())
    }
}

/// Who asks.
#[derive(Debug, Clone)]
pub(crate) enum Who {
    /// Nobody in particular.
    Nobody,
    /// Somebody of the office.
    Cookie(String),
    /// A device.
    Bearer(String),
}

impl Who {
    fn sign(&self, request: axum::http::request::Builder) -> axum::http::request::Builder {
        match self {
            Self::Nobody => request,
            Self::Cookie(cookie) => request.header(header::COOKIE, cookie),
            Self::Bearer(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
        }
    }
}
