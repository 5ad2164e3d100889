//! Who lives in a simulated town: two crews, six workers, two dispatchers, one category of work.

use std::path::Path;
use std::sync::Arc;

use kuitti_server::app::{App, Opening};
use kuitti_server::config::{CitizensConfig, Config, LimitsConfig, QuietHours};
use kuitti_server::hash::sha256;
use kuitti_server::storage::{SessionRecord, StaffRecord, WorkerRecord, WriteTx};
use kuitti_shared::domain::{Assignee, Category, Crew, Language, Role, Worker};
use kuitti_shared::id::{CrewId, StaffId, WorkerId};
use kuitti_shared::unit::WallTime;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::chance::Chance;
use crate::disk;
use crate::time::Time;

/// The crews.
pub const CREWS: [CrewId; 2] = [CrewId(Uuid::from_u128(0xC1)), CrewId(Uuid::from_u128(0xC2))];
/// The workers with their crews; the last one works alone.
pub const WORKERS: [(&str, Option<CrewId>); 6] = [
    ("Aino", Some(CREWS[0])),
    ("Bert", Some(CREWS[0])),
    ("Carl", Some(CREWS[1])),
    ("Dora", Some(CREWS[1])),
    ("Emil", Some(CREWS[0])),
    ("Fia", None),
];
/// The names of the dispatchers, which are their session cookies too.
pub const DISPATCHERS: [&str; 2] = ["Ritva", "Seppo"];
/// The category of work.
pub const CATEGORY: &str = "lamp";
/// How long a worker can take a finish back.
pub const UNDO_WINDOW_SECONDS: u32 = 120;

/// The id of a worker by place in [`WORKERS`].
#[must_use]
pub const fn worker(place: usize) -> WorkerId {
    WorkerId(Uuid::from_u128(0xA0 + place as u128))
}

/// Somebody who can get an order.
#[must_use]
pub fn assignee(chance: &Chance) -> Assignee {
    if chance.one_in(2) {
        Assignee::Crew(CREWS[chance.place(CREWS.len())])
    } else {
        Assignee::Worker(worker(chance.place(WORKERS.len())))
    }
}

/// The settings of the town.
pub(crate) fn config() -> Config {
    Config {
        public_url: "http://town".to_owned(),
        undo_window_seconds: UNDO_WINDOW_SECONDS,
        quiet_hours: QuietHours {
            enabled: false,
            ..QuietHours::default()
        },
        citizens: CitizensConfig {
            confirm_contacts: false,
            ..CitizensConfig::default()
        },
        // All citizens of a simulated town have one address.
        limits: LimitsConfig {
            reports_an_hour: 1_000_000,
            reports_an_hour_in_all: 1_000_000,
            ..LimitsConfig::default()
        },
        ..Config::default()
    }
}

/// Makes `data` the directory of a furnished town. Furnished once in a process, copied for each seed.
pub(crate) async fn furnished(data: &Path) {
    static PATTERN: OnceCell<TempDir> = OnceCell::const_new();
    let pattern = PATTERN.get_or_init(furnish).await;
    disk::copy(pattern.path(), data);
}

async fn furnish() -> TempDir {
    let data = disk::temporary();
    let opening = Opening {
        clock: Arc::new(Time::default()),
        entropy: Arc::new(Chance::of(0)),
        ..Opening::on_this_machine(data.path(), config())
    };
    let app = App::open(opening).await.unwrap();
    let mut tx = app.storage.write().await.unwrap();
    office(&mut *tx).await;
    field(&mut *tx).await;
    tx.put_category(&category()).await.unwrap();
    tx.commit().await.unwrap();
    app.storage.close().await;
    data
}

async fn office(tx: &mut dyn WriteTx) {
    for (name, number) in DISPATCHERS.into_iter().zip(0xD0..) {
        let staff = StaffRecord {
            id: StaffId(Uuid::from_u128(number)),
            name: name.to_owned(),
            role: Role::Dispatcher,
            language: Language::En,
            // Nobody logs in: the sessions below last for ever.
            password: String::new(),
            active: true,
        };
        tx.put_staff(&staff).await.unwrap();
        let session = SessionRecord {
            token: sha256(name.as_bytes()),
            staff: staff.id,
            created_at: WallTime(0),
            expires_at: WallTime(i64::MAX),
        };
        tx.put_session(&session).await.unwrap();
    }
}

async fn field(tx: &mut dyn WriteTx) {
    for id in CREWS {
        let skills = ["electric".into()].into();
        let name = format!("Crew {id}");
        tx.put_crew(&Crew { id, name, skills }).await.unwrap();
    }
    for (place, (name, crew)) in WORKERS.into_iter().enumerate() {
        let worker = Worker {
            id: worker(place),
            name: name.to_owned(),
            language: Language::Fi,
            crew,
        };
        tx.put_worker(&WorkerRecord { worker, active: true })
            .await
            .unwrap();
    }
}

fn category() -> Category {
    let category = serde_json::json!({
        "code": CATEGORY,
        "name": { "en": "Street lamp" },
        "skill": "electric",
        "checklist": [
            { "item": "lit", "label": { "en": "Lit" }, "kind": { "type": "tick" }, "required": true },
            { "item": "volts", "label": { "en": "Volts" }, "kind": { "type": "number", "unit": "V" }, "required": false },
        ],
        "evidence": ["photo_after"],
        "targets": { "warning": 60, "breach": 120 },
        "notice_proof": "photos_arrived",
    });
    serde_json::from_value(category).unwrap()
}
