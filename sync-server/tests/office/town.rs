//! A small town with a clock that stands still, one person of each role, two districts and three crews.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use kuitti_server::app::{App, AppState, Opening, router};
use kuitti_server::auth::COOKIE;
use kuitti_server::config::Config;
use kuitti_server::hash::sha256;
use kuitti_server::ports::{Clock, Entropy};
use kuitti_server::storage::{
    DeviceRecord, RequestRecord, SessionRecord, StaffRecord, WorkerRecord, WriteTx,
};
use kuitti_shared::domain::{Category, Contact, Crew, Language, Position, Role, Shift, Worker, Zone};
use kuitti_shared::id::{CrewId, DeviceId, RequestId, StaffId, WorkerId};
use kuitti_shared::unit::WallTime;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use uuid::Uuid;

/// Friday 20 November 2026, noon in Helsinki.
pub(crate) const NOW: i64 = 1_795_168_800_000;
pub(crate) const HOUR: i64 = 3_600_000;

/// Repairs lamps in the north; has two open hands.
pub(crate) const LAMPS_NORTH: CrewId = CrewId(Uuid::from_u128(0x11));
/// Repairs lamps in the whole town.
pub(crate) const LAMPS: CrewId = CrewId(Uuid::from_u128(0x12));
/// Repairs streets; not on shift before the afternoon.
pub(crate) const STREETS: CrewId = CrewId(Uuid::from_u128(0x13));
pub(crate) const AINO: WorkerId = WorkerId(Uuid::from_u128(0x21));
pub(crate) const FORMER: WorkerId = WorkerId(Uuid::from_u128(0x22));
pub(crate) const PHONE: DeviceId = DeviceId(Uuid::from_u128(0x31));

pub(crate) struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> WallTime {
        WallTime(self.0.load(Ordering::SeqCst))
    }
}

/// Different at each call, the same in each run.
struct Counting(AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let count = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst);
            let mixed = (count ^ (count >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
        }
    }
}

pub(crate) struct Town {
    pub(crate) app: AppState,
    pub(crate) clock: Arc<TestClock>,
    router: Router,
    pub(crate) directory: tempfile::TempDir,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) kind: String,
    pub(crate) body: Value,
}

impl Answer {
    /// The body, once the status is as expected.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{:#}", self.body);
        self.body
    }

    /// The code of a problem.
    #[track_caller]
    pub(crate) fn problem(self, status: u16) -> String {
        assert_eq!(self.status.as_u16(), status, "{:#}", self.body);
        assert_eq!(self.kind, "application/problem+json");
        self.body["code"].as_str().unwrap().to_owned()
    }
}

impl Town {
    pub(crate) async fn start() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let clock = Arc::new(TestClock(AtomicI64::new(NOW)));
        let opening = Opening {
            data: directory.path(),
            database: None,
            config: Config {
                public_url: "https://kuitti.town.example".to_owned(),
                ..Config::default()
            },
            web: None,
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            entropy: Arc::new(Counting(AtomicU64::new(1))),
        };
        let app = App::open(opening).await.unwrap();
        let town = Self {
            router: router(Arc::clone(&app)),
            app,
            clock,
            directory,
        };
        town.write(async |tx| furnish(tx).await).await;
        town
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, millis: i64) {
        self.clock.0.fetch_add(millis, Ordering::SeqCst);
    }

    /// Writes into the storage and commits.
    pub(crate) async fn write<T>(&self, work: impl AsyncFnOnce(&mut dyn WriteTx) -> T) -> T {
        let mut tx = self.app.storage.write().await.unwrap();
        let done = work(&mut *tx).await;
        tx.commit().await.unwrap();
        done
    }

    /// Stores a request as intake would.
    pub(crate) async fn report(&self, report: Report<'_>) -> RequestId {
        let record = report.record(self.clock.now());
        let (id, contact) = (record.id, report.contact());
        self.write(async |tx| {
            tx.put_request(&record).await.unwrap();
            if let Some(contact) = contact {
                tx.put_contact(id, &contact).await.unwrap();
            }
        })
        .await;
        id
    }

    pub(crate) async fn get(&self, role: Role, path: &str) -> Answer {
        self.ask(Some(role), Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, role: Role, path: &str, body: Value) -> Answer {
        self.ask(Some(role), Method::POST, path, Some(body)).await
    }

    pub(crate) async fn ask(
        &self,
        role: Option<Role>,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Answer {
        let response = self.send(role, method, path, body).await;
        let status = response.status();
        let kind = response.headers().get(header::CONTENT_TYPE);
        let kind = kind.map_or(String::new(), |kind| kind.to_str().unwrap().to_owned());
        let bytes = to_bytes(response.into_body(), 16 << 20).await.unwrap();
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes).unwrap()
        };
        Answer { status, kind, body }
    }

    pub(crate) async fn send(
        &self,
        role: Option<Role>,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> axum::response::Response {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(role) = role {
            request = request.header(header::COOKIE, format!("{COOKIE}={}", role.code()));
        }
        let body = body.map_or(Body::empty(), |body| {
            Body::from(serde_json::to_vec(&body).unwrap())
        });
        let request = request
            .header(header::CONTENT_TYPE, "application/json")
            .body(body)
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }
}

/// A citizen's report.
#[derive(Clone, Copy)]
pub(crate) struct Report<'a> {
    pub(crate) number: u32,
    pub(crate) category: &'a str,
    pub(crate) text: &'a str,
    pub(crate) address: &'a str,
    pub(crate) position: Option<(f64, f64)>,
    pub(crate) phone: Option<&'a str>,
}

impl Report<'_> {
    /// A dark lamp in the north.
    pub(crate) const LAMP: Self = Self {
        number: 1,
        category: "lamp",
        text: "The lamp is dark",
        address: "Pohjoinen tie 1",
        position: Some((60.25, 24.95)),
        phone: Some("+358401234412"),
    };

    pub(crate) fn id(&self) -> RequestId {
        RequestId(Uuid::from_u128(0x1000 + u128::from(self.number)))
    }

    pub(crate) fn record(&self, now: WallTime) -> RequestRecord {
        let position = self
            .position
            .map(|(latitude, longitude)| json!({ "latitude": latitude, "longitude": longitude }));
        serde_json::from_value(json!({
            "id": self.id(),
            "number": format!("R-2026-{:06}", self.number),
            "category": self.category,
            "description": self.text,
            "place": { "address": self.address, "position": position },
            "channel": "web",
            "language": "fi",
            "stage": "received",
            "received_at": now,
            "updated_at": now,
        }))
        .unwrap()
    }

    fn contact(&self) -> Option<Contact> {
        self.phone.map(|phone| Contact {
            name: Some("Liisa".to_owned()),
            phone: Some(phone.to_owned()),
            ..Contact::default()
        })
    }
}

async fn furnish(tx: &mut dyn WriteTx) {
    for (index, role) in Role::ALL.into_iter().enumerate() {
        let id = StaffId(Uuid::from_u128(0x41 + index as u128));
        tx.put_staff(&StaffRecord {
            id,
            name: role.code().to_owned(),
            role,
            language: Language::En,
            password: String::new(),
            active: true,
        })
        .await
        .unwrap();
        tx.put_session(&SessionRecord {
            token: sha256(role.code().as_bytes()),
            staff: id,
            created_at: WallTime(NOW),
            expires_at: WallTime(NOW + 12 * HOUR),
        })
        .await
        .unwrap();
    }
    for category in [
        category("lamp", "electric", true),
        category("pothole", "paving", false),
    ] {
        tx.put_category(&category).await.unwrap();
    }
    for zone in [zone("north", 60.2), zone("south", 60.1)] {
        tx.put_zone(&zone).await.unwrap();
    }
    for (id, name, skill) in [
        (LAMPS_NORTH, "Lamps North", "electric"),
        (LAMPS, "Lamps", "electric"),
        (STREETS, "Streets", "paving"),
    ] {
        let skills = [skill.into()].into();
        let name = name.to_owned();
        tx.put_crew(&Crew { id, name, skills }).await.unwrap();
    }
    for shift in [
        shift(LAMPS_NORTH, &["north"], -2, 6),
        shift(LAMPS, &[], -2, 6),
        shift(STREETS, &[], 3, 11),
    ] {
        tx.put_shift(&shift).await.unwrap();
    }
    people(tx).await;
}

async fn people(tx: &mut dyn WriteTx) {
    for (id, name, active) in [(AINO, "Aino", true), (FORMER, "Former", false)] {
        let worker = Worker {
            id,
            name: name.to_owned(),
            language: Language::Fi,
            crew: Some(LAMPS_NORTH),
        };
        tx.put_worker(&WorkerRecord { worker, active }).await.unwrap();
    }
    tx.put_device(&DeviceRecord {
        id: PHONE,
        worker: AINO,
        name: "Aino's phone".to_owned(),
        app: "0.1.0".to_owned(),
        token: sha256(b"phone"),
        enrolled_at: WallTime(NOW - 24 * HOUR),
        pushed_at: None,
        revoked_at: None,
        drain_until: None,
    })
    .await
    .unwrap();
}

pub(crate) fn category(code: &str, skill: &str, assigns_itself: bool) -> Category {
    serde_json::from_value(json!({
        "code": code,
        "name": { "en": format!("A {code}"), "fi": format!("Jokin {code}") },
        "skill": skill,
        "checklist": [{
            "item": "works", "label": { "en": "Works again", "fi": "Toimii taas" },
            "kind": { "type": "tick" }, "required": true,
        }],
        "evidence": ["photo_after"],
        "targets": { "warning": 60, "breach": 120 },
        "assigns_itself": assigns_itself,
    }))
    .unwrap()
}

/// A tenth of a degree from `south` up.
fn zone(code: &str, south: f64) -> Zone {
    let corner = |latitude, longitude| Position::new(latitude, longitude).unwrap();
    Zone {
        code: code.into(),
        name: [(Language::En, code)].into(),
        outline: vec![
            corner(south, 24.9),
            corner(south, 25.0),
            corner(south + 0.1, 25.0),
            corner(south + 0.1, 24.9),
        ],
    }
}

pub(crate) fn shift(crew: CrewId, zones: &[&str], from: i64, until: i64) -> Shift {
    Shift {
        crew,
        zones: zones.iter().map(|zone| (*zone).into()).collect(),
        from: WallTime(NOW + from * HOUR),
        until: WallTime(NOW + until * HOUR),
    }
}

/// An answer as text in which ids that differ between runs have names in order of appearance.
pub(crate) fn tidy(body: &Value) -> String {
    let text = serde_json::to_string_pretty(body).unwrap();
    let mut seen: Vec<String> = Vec::new();
    let mut tidied = String::new();
    let mut rest = text.as_str();
    while let Some(next) = rest.chars().next() {
        let candidate = rest
            .get(..36)
            .filter(|text| text.contains('-') && Uuid::try_parse(text).is_ok());
        match candidate {
            Some(id) if !id.starts_with("00000000-") => {
                let place = seen.iter().position(|known| known == id).unwrap_or_else(|| {
                    seen.push(id.to_owned());
                    seen.len() - 1
                });
                tidied.push_str(&format!("id-{}", place + 1));
                rest = rest.split_at(36).1;
            }
            _ => {
                tidied.push(next);
                rest = rest.split_at(next.len_utf8()).1;
            }
        }
    }
    tidied
}
