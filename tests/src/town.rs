//! A town with two crews: the server over HTTP, and its office as the console sees it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use kuitti_server::act::Actor;
use kuitti_server::app::{App, AppState, Opening, router};
use kuitti_server::auth::add_user;
use kuitti_server::config::{Config, QuietHours};
use kuitti_server::storage::{WorkerRecord, WriteTx};
use kuitti_server::{notices, sync};
use kuitti_shared::api::Page;
use kuitti_shared::api::devices::DeviceRow;
use kuitti_shared::api::orders::{Decide, Grouping, MadeOrders, MakeOrders, OrderDetail};
use kuitti_shared::api::people::Enrolment;
use kuitti_shared::api::requests::RequestRow;
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, Category, Crew, Language, NoticeStage, Priority, Role, Worker};
use kuitti_shared::id::{CrewId, OrderId, RequestId, WorkerId};
use reqwest::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use reqwest::{Client, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use uuid::Uuid;

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

const DISPATCHER: &str = "dispatcher";
const PASSWORD: &str = "kuitti-kuitti";
/// What takes longer than this never happens.
const DEADLINE: Duration = Duration::from_secs(20);

/// A town.
pub struct Town {
    data: TempDir,
    address: SocketAddr,
    running: Option<Running>,
    office: Client,
    cookie: String,
    citizen: Client,
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
        let mut town = Self {
            data,
            address,
            running: Some(running),
            office: Client::new(),
            cookie: String::new(),
            citizen: Client::new(),
        };
        town.log_in().await;
        town
    }

    /// The server's address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
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

    async fn log_in(&mut self) {
        let body = json!({ "name": DISPATCHER, "password": PASSWORD });
        let log_in = self
            .office
            .post(format!("{}/api/session", self.url()))
            .json(&body);
        let answer = log_in.send().await.unwrap().error_for_status().unwrap();
        let cookie = answer.headers().get(SET_COOKIE).unwrap().to_str().unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    /// A citizen reports a dark lamp through the public form, and wants to be told by SMS.
    pub async fn request(&self) -> RequestId {
        let form = form(&[
            ("category", "lamp"),
            ("description", "The lamp is dark"),
            ("place", "Unioninkatu 32"),
            ("latitude", "60.1695"),
            ("longitude", "24.9524"),
            ("phone", CITIZEN),
            ("notify", "sms"),
            ("language", "en"),
        ]);
        let report = self.citizen.post(format!("{}/report", self.url()));
        let report = report.header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        let answer = report.body(form).send().await.unwrap();
        let (status, page) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{status}: {page}");
        let list: Page<RequestRow> = self.ask(Method::GET, "/api/requests", &()).await;
        list.rows.first().unwrap().id
    }

    /// The dispatcher makes an order from a request.
    pub async fn order(&self, request: RequestId, assignee: Assignee) -> OrderId {
        let make = MakeOrders {
            requests: vec![request],
            grouping: Grouping::OneEach,
            title: None,
            priority: Priority::Normal,
            assignee: Some(assignee),
        };
        let made: MadeOrders = self.ask(Method::POST, "/api/orders", &make).await;
        made.orders.first().unwrap().id
    }

    /// A request and its order.
    pub async fn order_for(&self, assignee: Assignee) -> OrderId {
        let request = self.request().await;
        self.order(request, assignee).await
    }

    /// The dispatcher decides.
    pub async fn decide(&self, order: OrderId, decision: Decision) {
        let decide = Decide {
            version: None,
            decision,
        };
        let path = format!("/api/orders/{order}/decisions");
        let _detail: serde_json::Value = self.ask(Method::POST, &path, &decide).await;
    }

    /// The dispatcher gives an order to somebody else.
    pub async fn assign(&self, order: OrderId, assignee: Assignee) {
        let assignee = Some(assignee);
        self.decide(order, Decision::Assign { assignee }).await;
    }

    /// What the dispatcher sees of an order.
    pub async fn look(&self, order: OrderId) -> OrderDetail {
        self.ask(Method::GET, &format!("/api/orders/{order}"), &()).await
    }

    /// A one-time code for a worker's phone.
    pub async fn code(&self, worker: WorkerId) -> String {
        let path = format!("/api/workers/{worker}/enrolment");
        let enrolment: Enrolment = self.ask(Method::POST, &path, &json!({})).await;
        enrolment.code
    }

    /// The dispatcher revokes the phones of a worker.
    pub async fn revoke(&self, worker: WorkerId) {
        let rows: Vec<DeviceRow> = self.ask(Method::GET, "/api/devices", &()).await;
        for row in rows.iter().filter(|row| row.worker == worker) {
            let path = format!("{}/api/devices/{}", self.url(), row.id);
            let delete = self.office.delete(path).header(COOKIE, &self.cookie);
            delete.send().await.unwrap().error_for_status().unwrap();
        }
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

    async fn ask<T: DeserializeOwned>(&self, method: Method, path: &str, body: &impl Serialize) -> T {
        let url = format!("{}{path}", self.url());
        let mut request = self
            .office
            .request(method.clone(), url)
            .header(COOKIE, &self.cookie);
        if method != Method::GET {
            request = request.json(body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{method} {path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{method} {path}: {error}: {text}"))
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

const BOUNDARY: &str = "----kuitti";

/// A form as a browser sends it (RFC 7578).
fn form(fields: &[(&str, &str)]) -> String {
    let parts = fields.iter().map(|(name, value)| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    });
    parts.chain([format!("--{BOUNDARY}--\r\n")]).collect()
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
