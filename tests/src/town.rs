//! A town with two crews: the server over HTTP.

use std::net::SocketAddr;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use kuitti_server::act::Actor;
use kuitti_server::app::{App, AppState, Opening, router};
use kuitti_server::auth::add_user;
use kuitti_server::config::{Config, QuietHours};
use kuitti_server::storage::{WorkerRecord, WriteTx};
use kuitti_server::{notices, sync};
use kuitti_shared::domain::{Category, Crew, Language, NoticeStage, Role, Worker};
use kuitti_shared::id::{CrewId, RequestId, WorkerId};
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::office::Office;

/// Repairs lamps.
pub const LAMPS: CrewId = CrewId(Uuid::from_u128(0xC1));
/// Repairs lamps too.
pub const OTHERS: CrewId = CrewId(Uuid::from_u128(0xC2));
/// Of the lamp crew.
pub const AINO: WorkerId = WorkerId(Uuid::from_u128(0xA1));
/// Of the lamp crew.
pub const BERT: WorkerId = WorkerId(Uuid::from_u128(0xA2));
/// Of the other crew.
pub const CARL: WorkerId = WorkerId(Uuid::from_u128(0xA3));
/// The citizen who reports.
pub const CITIZEN: &str = "+358401234567";

pub(crate) const DISPATCHER: &str = "dispatcher";
pub(crate) const PASSWORD: &str = "kuitti-kuitti";
/// What takes longer than this never happens.
const DEADLINE: Duration = Duration::from_secs(20);

/// A town.
pub struct Town {
    data: TempDir,
    address: SocketAddr,
    running: Option<Running>,
    office: Office,
}

impl Deref for Town {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

struct Running {
    app: AppState,
    tasks: Vec<JoinHandle<()>>,
}

impl Town {
    /// A town with people and one category, its server running.
    pub async fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let running = run(&data, listener).await;
        furnish(&running.app).await;
        Self {
            data,
            address,
            running: Some(running),
            office: Office::log_in(format!("http://{address}")).await,
        }
    }

    /// The server ends; what it acknowledged is on disk.
    pub async fn stop(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        running.app.stop();
        for task in running.tasks {
            task.await.unwrap();
        }
        running.app.storage.close().await;
    }

    /// The server comes back at the same address.
    pub async fn start_again(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.running = Some(run(&self.data, listener).await);
    }

    /// The messages about a request that the demo inbox got, oldest first.
    pub async fn told(&self, request: RequestId) -> Vec<NoticeStage> {
        let app = &self.running.as_ref().unwrap().app;
        let mut tx = app.storage.read().await.unwrap();
        let delivered = tx.inbox(100).await.unwrap();
        let notices = tx.notices_of(request).await.unwrap();
        let is_delivered = |id| delivered.iter().filter(|message| message.notice == id).count();
        notices
            .into_iter()
            .flat_map(|notice| vec![notice.stage; is_delivered(notice.id)])
            .collect()
    }
}

/// Waits until `is_so`, looking again and again; fails when that never happens.
pub async fn eventually(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let waited = tokio::time::timeout(DEADLINE, async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    assert!(waited.await.is_ok(), "never: {what}");
}

async fn run(data: &TempDir, listener: TcpListener) -> Running {
    let address = listener.local_addr().unwrap();
    let config = Config {
        public_url: format!("http://{address}"),
        demo_inbox: true,
        undo_window_seconds: 0,
        quiet_hours: QuietHours {
            enabled: false,
            ..QuietHours::default()
        },
        ..Config::default()
    };
    let app = App::open(Opening::on_this_machine(data.path(), config))
        .await
        .unwrap();
    let tasks = vec![
        tokio::spawn(notices::run(Arc::clone(&app))),
        tokio::spawn(sync::housekeeping::run(Arc::clone(&app))),
        tokio::spawn(serve(Arc::clone(&app), listener)),
    ];
    Running { app, tasks }
}

async fn serve(app: AppState, listener: TcpListener) {
    let service: IntoMakeServiceWithConnectInfo<_, SocketAddr> =
        router(Arc::clone(&app)).into_make_service_with_connect_info();
    let stopped = async move { app.stopped().await };
    axum::serve(listener, service)
        .with_graceful_shutdown(stopped)
        .await
        .unwrap();
}

/// People and one category, in an empty town.
pub async fn furnish(app: &AppState) {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await.unwrap();
    let password = PASSWORD.to_owned();
    add_user(&mut *tx, DISPATCHER, Role::Dispatcher, password, &act)
        .await
        .unwrap();
    people(&mut *tx).await;
    tx.put_category(&category()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn people(tx: &mut dyn WriteTx) {
    for (id, name) in [(LAMPS, "Lamps"), (OTHERS, "Others")] {
        let skills = ["electric".into()].into();
        let name = name.to_owned();
        tx.put_crew(&Crew { id, name, skills }).await.unwrap();
    }
    for (id, name, crew) in [
        (AINO, "Aino", LAMPS),
        (BERT, "Bert", LAMPS),
        (CARL, "Carl", OTHERS),
    ] {
        let worker = Worker {
            id,
            name: name.to_owned(),
            language: Language::Fi,
            crew: Some(crew),
        };
        tx.put_worker(&WorkerRecord { worker, active: true })
            .await
            .unwrap();
    }
}

/// A lamp is done when it is lit and photographed; a citizen is told when the photos are there.
fn category() -> Category {
    let category = json!({
        "code": "lamp",
        "name": { "en": "Street lamp", "fi": "Katuvalo" },
        "skill": "electric",
        "checklist": [{
            "item": "lit", "label": { "en": "The lamp is lit", "fi": "Lamppu palaa" },
            "kind": { "type": "tick" }, "required": true,
        }],
        "evidence": ["photo_before", "photo_after"],
        "targets": { "warning": 60, "breach": 120 },
        "notice_proof": "photos_arrived",
    });
    serde_json::from_value(category).unwrap()
}
