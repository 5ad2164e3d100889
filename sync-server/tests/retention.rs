//! Forgetting by the command line, as an operator does it: said before, done once, down to photos and devices, and with the age
//! of the backups that still remember.

#![cfg(test)]

use std::path::Path;
use std::process::Command;

use kuitti_server::act::Actor;
use kuitti_server::app::{App, AppState, Opening};
use kuitti_server::config::Config;
use kuitti_server::intake::{NewRequest, Origin, TypedContact, receive};
use kuitti_server::orders::{self, NewOrder};
use kuitti_server::storage::{BlobRecord, StageMark, WorkerRecord};
use kuitti_shared::domain::{
    Assignee, Category, Language, Localised, NoticeChannel, NoticeProof, Place, RequestStage, Targets, Worker,
};
use kuitti_shared::id::{OrderId, RequestId, Sha256Hex, WorkerId};
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Millis, Minutes};
use uuid::Uuid;

const AINO: WorkerId = WorkerId(Uuid::from_u128(0xa1));
const NUMBER: &str = "+358401234412";

async fn open(data: &Path) -> AppState {
    App::open(Opening::on_this_machine(data, Config::default()))
        .await
        .unwrap()
}

/// What the program says, once it ended well.
fn says(data: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kuitti-server"))
        .env_remove("DATABASE_URL")
        .env_remove("KUITTI_CONFIG")
        .args(arguments)
        .arg("--data")
        .arg(data)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

struct Case {
    request: RequestId,
    order: OrderId,
    photo: Sha256Hex,
}

/// A case that a worker has on the phone, with its citizen's number and photo; it ended so many days ago.
async fn case(app: &AppState, place: &str, ended_days_ago: i64) -> Case {
    let act = app.act(Actor::Server);
    let long_ago = act.now - Millis::from_days(ended_days_ago);
    let stored = app.files.put(place.as_bytes().to_vec()).await.unwrap();
    let mut tx = app.storage.write().await.unwrap();
    tx.put_blob(&BlobRecord {
        sha256: stored.sha256.clone(),
        size: stored.size,
        media_type: "image/jpeg".to_owned(),
        touched_at: long_ago,
    })
    .await
    .unwrap();
    let new = NewRequest {
        origin: Origin::Web,
        category: "lamp".into(),
        description: "The lamp is dark".to_owned(),
        place: Place {
            address: place.to_owned(),
            ..Place::default()
        },
        contact: TypedContact {
            name: String::new(),
            phone: NUMBER.to_owned(),
            email: String::new(),
            notify: vec![NoticeChannel::Sms],
            ..TypedContact::default()
        },
        language: Language::En,
        photos: vec![stored.sha256.clone()],
    };
    let request = receive(&mut *tx, new, &act).await.unwrap().request.id;
    let order = NewOrder {
        requests: vec![request],
        assignee: Some(Assignee::Worker(AINO)),
        place: Place {
            address: place.to_owned(),
            ..Place::default()
        },
        ..NewOrder::of("lamp".into())
    };
    let order = orders::create(&mut *tx, order, &act).await.unwrap().order.id;
    let mut record = tx.request(request).await.unwrap().unwrap();
    record.stage = RequestStage::Done;
    record.updated_at = long_ago;
    record.history.push(StageMark {
        stage: RequestStage::Done,
        at: long_ago,
    });
    tx.put_request(&record).await.unwrap();
    tx.commit().await.unwrap();
    Case {
        request,
        order,
        photo: stored.sha256,
    }
}

/// What is known of a case: contact, photo file, and whether the worker's phone would get the number.
async fn known(app: &AppState, case: &Case) -> (bool, bool, bool) {
    let mut tx = app.storage.read().await.unwrap();
    let contact = tx.contact(case.request).await.unwrap().is_some();
    let order = tx.order(case.order).await.unwrap().unwrap();
    let file = app.files.read(&case.photo).await.is_ok();
    (contact, file, order.order.contact.is_some())
}

#[tokio::test]
async fn who_is_to_be_forgotten_is_said_first_and_then_forgotten_down_to_phones_and_photos() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let app = open(&data).await;
    let mut tx = app.storage.write().await.unwrap();
    let worker = Worker {
        id: AINO,
        name: "Aino".into(),
        language: Language::Fi,
        crew: None,
    };
    tx.put_worker(&WorkerRecord { worker, active: true })
        .await
        .unwrap();
    tx.put_category(&lamp()).await.unwrap();
    tx.commit().await.unwrap();
    let old = case(&app, "Old street", 400).await;
    let young = case(&app, "Young street", 300).await;
    let head = feed_head(&app).await;
    app.storage.close().await;
    drop(app);

    let tar = directory.path().join("town.tar");
    says(&data, &["backup", "--to", tar.to_str().unwrap()]);
    let said = says(&data, &["retention", "--dry-run"]);
    assert!(said.starts_with("R-2026-") || said.starts_with("R-20"), "{said}");
    assert!(
        said.contains("1 would be forgotten, with 1 photos and the contact on 1 orders; nothing was changed"),
        "{said}"
    );
    assert!(said.contains("town.tar is 0 days old"), "{said}");
    let app = open(&data).await;
    assert_eq!(known(&app, &old).await, (true, true, true), "only said");
    app.storage.close().await;
    drop(app);

    let said = says(&data, &["retention"]);
    assert!(said.contains("1 forgotten; 1 files"), "{said}");
    let app = open(&data).await;
    assert_eq!(known(&app, &old).await, (false, false, false));
    assert_eq!(known(&app, &young).await, (true, true, true));
    assert!(
        feed_head(&app).await > head,
        "phones get the order again, without the number"
    );
    app.storage.close().await;
    drop(app);

    std::fs::remove_file(&tar).unwrap();
    let said = says(&data, &["retention"]);
    assert!(said.contains("0 forgotten") && !said.contains("backup"), "{said}");
}

/// How far the feed of the worker's phone has come.
async fn feed_head(app: &AppState) -> u64 {
    let mut tx = app.storage.read().await.unwrap();
    let scope = tx.scope(Scope::Worker(AINO)).await.unwrap();
    scope.unwrap().head
}

fn lamp() -> Category {
    Category {
        code: "lamp".into(),
        name: Localised::from([(Language::En, "Street lamp")]),
        skill: None,
        checklist: Vec::new(),
        evidence: Vec::new(),
        targets: Targets {
            warning: Minutes(60),
            breach: Minutes(120),
            in_office_hours: false,
        },
        assigns_itself: false,
        workers_take: false,
        publishes_after_photo: false,
        notice_proof: NoticeProof::StatusEnough,
        closes_after_days: None,
        public: true,
    }
}
