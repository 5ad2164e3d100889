//! A town with three orders for one worker, whose phone and server are processes.

use std::path::{Path, PathBuf};

use kuitti_server::act::{Act, Actor};
use kuitti_server::app::{App, AppState, Opening};
use kuitti_server::config::Config;
use kuitti_server::hash::sha256;
use kuitti_server::orders::{NewOrder, create};
use kuitti_server::storage::{EnrolmentRecord, WriteTx};
use kuitti_shared::domain::Assignee;
use kuitti_shared::id::WorkerId;
use kuitti_shared::unit::Millis;
use kuitti_tests::process::{Environment, PhoneProcess, ServerProcess};
use kuitti_tests::town::{AINO, furnish};
use tempfile::TempDir;

pub(crate) const SERVER: &str = env!("CARGO_BIN_EXE_town_server");
pub(crate) const PHONE: &str = env!("CARGO_BIN_EXE_town_phone");
pub(crate) const CODE: &str = "AAAABBBB";
const ORDERS: usize = 3;

/// Where a town is: its directory, and its database where that is not in there.
#[derive(Clone)]
pub(crate) struct Site {
    data: PathBuf,
    database: Option<String>,
}

impl Site {
    /// All in a directory.
    pub(crate) fn of(data: &Path) -> Self {
        Self {
            data: data.to_owned(),
            database: None,
        }
    }

    /// Its rows in this PostgreSQL database.
    pub(crate) fn on(data: &Path, database: &str) -> Self {
        Self {
            database: Some(database.to_owned()),
            ..Self::of(data)
        }
    }

    /// The town, while no server has it.
    pub(crate) async fn open(&self) -> AppState {
        let opening = Opening {
            database: self.database.clone(),
            ..Opening::on_this_machine(&self.data, Config::default())
        };
        App::open(opening).await.unwrap()
    }

    /// Makes the town.
    pub(crate) async fn found(&self) {
        let app = self.open().await;
        furnish(&app).await;
        let act = app.act(Actor::Server);
        let mut tx = app.storage.write().await.unwrap();
        for _ in 0..ORDERS {
            let order = NewOrder {
                assignee: Some(Assignee::Worker(AINO)),
                ..NewOrder::of("lamp".into())
            };
            create(&mut *tx, order, &act).await.unwrap();
        }
        offer(&mut *tx, CODE, AINO, &act).await;
        tx.commit().await.unwrap();
        app.storage.close().await;
    }

    /// Makes the town and serves it.
    pub(crate) async fn serve(&self, mut environment: Environment) -> ServerProcess {
        self.found().await;
        let database = self.database.as_ref();
        environment.extend(database.map(|address| ("DATABASE_URL", address.into())));
        ServerProcess::start(SERVER, &self.data, environment)
    }
}

/// Lets a worker's phone enrol with this code.
pub(crate) async fn offer(tx: &mut dyn WriteTx, code: &str, worker: WorkerId, act: &Act) {
    let enrolment = EnrolmentRecord {
        code: sha256(code.as_bytes()),
        worker,
        issued_by: None,
        issued_at: act.now,
        expires_at: act.now + Millis::from_days(1),
        used_at: None,
    };
    tx.put_enrolment(&enrolment).await.unwrap();
}

/// What the processes find in their environments.
#[derive(Default)]
pub(crate) struct Environments {
    pub(crate) server: Environment,
    pub(crate) phone: Environment,
}

/// The processes, and the phone's files. The server's are wherever the test wants them.
pub(crate) struct Scene {
    pub(crate) site: Site,
    pub(crate) server: ServerProcess,
    pub(crate) phone: PhoneProcess,
    _phone_files: TempDir,
}

impl Scene {
    /// Starts both; the phone will tap `taps` times.
    pub(crate) async fn start(site: Site, taps: usize) -> Self {
        Self::start_with(site, &taps.to_string(), Environments::default()).await
    }

    /// The same with something in the environments.
    pub(crate) async fn start_with(site: Site, taps: &str, environments: Environments) -> Self {
        let server = site.serve(environments.server).await;
        Self::join(site, server, &[taps], environments.phone)
    }

    /// A phone joins a server that is there; `day` is what its worker will do.
    pub(crate) fn join(site: Site, server: ServerProcess, day: &[&str], environment: Environment) -> Self {
        let files = tempfile::tempdir().unwrap();
        let url = server.url();
        let words = [&[url.as_str(), CODE], day].concat();
        let phone = PhoneProcess::start(PHONE, files.path(), &words, environment);
        Self {
            site,
            server,
            phone,
            _phone_files: files,
        }
    }
}
