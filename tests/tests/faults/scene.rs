//! A town with three orders for one worker, whose phone and server are processes.

use std::path::Path;

use kuitti_server::act::Actor;
use kuitti_server::app::{App, Opening};
use kuitti_server::config::Config;
use kuitti_server::hash::sha256;
use kuitti_server::orders::{NewOrder, create};
use kuitti_server::storage::EnrolmentRecord;
use kuitti_shared::domain::Assignee;
use kuitti_shared::unit::Millis;
use kuitti_tests::process::{PhoneProcess, ServerProcess};
use kuitti_tests::town::{AINO, furnish};
use tempfile::TempDir;

pub(crate) const SERVER: &str = env!("CARGO_BIN_EXE_town_server");
const PHONE: &str = env!("CARGO_BIN_EXE_town_phone");
pub(crate) const CODE: &str = "AAAABBBB";
const ORDERS: usize = 3;

/// The processes, and the phone's files. The server's are wherever the test wants them.
pub(crate) struct Scene {
    pub(crate) server: ServerProcess,
    pub(crate) phone: PhoneProcess,
    _phone_files: TempDir,
}

impl Scene {
    /// Starts both; the phone will tap `taps` times.
    pub(crate) async fn start(data: &Path, taps: usize) -> Self {
        Self::start_with(data, taps, None).await
    }

    /// The same with a library that is loaded into the server before all others.
    pub(crate) async fn start_with(data: &Path, taps: usize, preload: Option<&Path>) -> Self {
        found(data).await;
        let server = ServerProcess::start(SERVER, data, preload);
        let files = tempfile::tempdir().unwrap();
        let phone = PhoneProcess::start(PHONE, files.path(), &server.url(), CODE, taps);
        Self {
            server,
            phone,
            _phone_files: files,
        }
    }
}

/// Makes the town.
pub(crate) async fn found(data: &Path) {
    let app = App::open(Opening::on_this_machine(data, Config::default()))
        .await
        .unwrap();
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
    let enrolment = EnrolmentRecord {
        code: sha256(CODE.as_bytes()),
        worker: AINO,
        issued_by: None,
        issued_at: act.now,
        expires_at: act.now + Millis::from_days(1),
        used_at: None,
    };
    tx.put_enrolment(&enrolment).await.unwrap();
    tx.commit().await.unwrap();
    app.storage.close().await;
}
