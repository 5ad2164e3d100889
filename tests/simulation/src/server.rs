//! The town's server: the real one on a real data directory, its router called in process, and its crashes.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use kuitti_server::app::{App, AppState, Opening, router};
use kuitti_server::notices::courier;
use kuitti_server::notices::sender::Senders;
use kuitti_server::storage::{ReadTx, Storage};
use kuitti_server::sync::housekeeping;
use tower::ServiceExt as _;

use crate::chance::Chance;
use crate::fuse::Fuse;
use crate::people;
use crate::provider::Provider;
use crate::time::Time;
use crate::watched::Watched;
use crate::{backup::Backup, disk};

/// A server that can fall over and is started again at once.
pub struct Server {
    root: PathBuf,
    time: Arc<Time>,
    chance: Chance,
    /// The message provider outside: it does not crash with the server.
    pub provider: Arc<Provider>,
    starts: Cell<u32>,
    running: RefCell<Running>,
}

/// One life of the process.
#[derive(Clone)]
struct Running {
    app: AppState,
    router: Router,
    fuse: Arc<Fuse>,
    data: PathBuf,
    /// The storage without a place at which power can fail.
    storage: Arc<dyn Storage>,
}

impl Server {
    /// Starts on a furnished town's directory.
    pub async fn start(root: &Path, time: Arc<Time>, chance: Chance) -> Self {
        let data = root.join("server-0");
        people::furnished(&data).await;
        let provider = Arc::new(Provider::new(chance.fork(), Arc::clone(&time)));
        let running = open(&data, &root.join("server-1"), &time, chance.fork(), &provider).await;
        Self {
            root: root.to_owned(),
            time,
            chance,
            provider,
            starts: Cell::new(1),
            running: RefCell::new(running),
        }
    }

    /// What tests may look into.
    #[must_use]
    pub fn app(&self) -> AppState {
        Arc::clone(&self.running.borrow().app)
    }

    /// A look into the database from outside: power cannot fail meanwhile.
    pub async fn look(&self) -> Box<dyn ReadTx> {
        let storage = Arc::clone(&self.running.borrow().storage);
        storage.read().await.unwrap()
    }

    /// The true time.
    #[must_use]
    pub fn time(&self) -> &Time {
        &self.time
    }

    /// Power will fail at the `places`-th place from here.
    pub fn light(&self, places: u64) {
        self.running.borrow().fuse.light(places);
    }

    /// Answers a request; none when the server fell over before the answer was out.
    pub async fn ask(&self, request: Request<Body>) -> Option<Answer> {
        let router = self.running.borrow().router.clone();
        self.live(async move {
            let response = router.oneshot(request).await.unwrap_or_default();
            Answer::read(response).await
        })
        .await
    }

    /// One round of the message sender. Says whether the server survived it.
    pub async fn send_notices(&self) -> bool {
        let app = self.app();
        let round = async move { courier::deliver_due(&app, &app.senders).await };
        self.live(round).await.is_some()
    }

    /// One round of housekeeping. Says whether the server survived it.
    pub async fn keep_house(&self) -> bool {
        let app = self.app();
        let round = async move { housekeeping::look(&app).await };
        self.live(round).await.is_some()
    }

    /// A backup as it is now.
    pub async fn backup(&self) -> Backup {
        let to = self.root.join(format!("backup-{}", self.chance.next()));
        let running = self.running.borrow().clone();
        Backup::make(&running.app, &running.data, &to, self.time.elapsed()).await
    }

    /// Starts from a backup; everything since is gone.
    pub async fn restore(&self, backup: &Backup) {
        let data = self.next_directory();
        backup.unpack(&data);
        self.start_on(&data).await;
    }

    /// Does `work` in this life of the server. When power fails meanwhile, the server is started on what is left.
    async fn live<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let fuse = Arc::clone(&self.running.borrow().fuse);
        let done = tokio::select! {
            biased;
            () = fuse.burnt() => None,
            done = work => Some(done),
        };
        if fuse.is_burnt() {
            self.start_on(fuse.remains()).await;
            return None;
        }
        fuse.light(0);
        done
    }

    async fn start_on(&self, data: &Path) {
        let next = self.next_directory();
        let running = open(data, &next, &self.time, self.chance.fork(), &self.provider).await;
        let old = self.running.replace(running);
        disk::forget(&old.data);
    }

    fn next_directory(&self) -> PathBuf {
        self.starts.set(self.starts.get() + 1);
        self.root.join(format!("server-{}", self.starts.get()))
    }
}

async fn open(
    data: &Path,
    next: &Path,
    time: &Arc<Time>,
    chance: Chance,
    provider: &Arc<Provider>,
) -> Running {
    let fuse = Arc::new(Fuse::between(data, next));
    let opening = Opening {
        config: people::config(),
        clock: Arc::clone(time) as Arc<_>,
        entropy: Arc::new(chance),
        ..Opening::on_this_machine(data, people::config())
    };
    let mut app = App::open(opening).await.unwrap();
    let opened = Arc::get_mut(&mut app).unwrap();
    let storage = Arc::clone(&opened.storage);
    opened.storage = Arc::new(Watched::over(Arc::clone(&storage), Arc::clone(&fuse)));
    let sender = provider.sender(Arc::clone(&fuse));
    opened.senders = Senders {
        sms: Some(sender),
        ..Senders::default()
    };
    Running {
        router: router(Arc::clone(&app)),
        app,
        fuse,
        data: data.to_owned(),
        storage,
    }
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    /// Status and headers.
    pub head: axum::http::response::Parts,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    async fn read(response: Response<Body>) -> Self {
        let (head, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Self { head, body }
    }
}
