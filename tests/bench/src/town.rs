//! A town of the size that a measure needs, written into a data directory by the server's own services.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use kuitti_server::act::{Act, Actor};
use kuitti_server::app::{App, Opening};
use kuitti_server::auth::token::Secret;
use kuitti_server::config::Config;
use kuitti_server::hash::sha256;
use kuitti_server::intake::code::CodeSeed;
use kuitti_server::orders::{self, NewOrder};
use kuitti_server::storage::{
    DeviceRecord, EnrolmentRecord, FeedRow, IncarnationRecord, RequestRecord, ScopeRow, StageMark,
    WorkerRecord, WriteTx,
};
use kuitti_shared::domain::{
    Assignee, Category, Contact, IntakeChannel, Language, NoticeChannel, OrderAggregate, Place, Position,
    RequestStage, Worker,
};
use kuitti_shared::id::{DeviceId, IncarnationId, OrderId, OrderNumber, PublicNumber, RequestId, WorkerId};
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Millis, Seq, Version};
use kuitti_test_support::postgres::Cluster;
use serde_json::json;
use tempfile::TempDir;

use crate::device::Device;
use crate::measures::Engine;

/// Orders written in one transaction.
const BATCH: u32 = 500;
/// Open orders of one of the workers whom nobody measures.
const BACKLOG_EACH: u32 = 1_000;

/// What a town has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Plan {
    /// Devices, each with a worker of its own.
    pub(crate) devices: u32,
    /// Orders of each device.
    pub(crate) orders_each: u32,
    /// Does each order answer a citizen who wants to be told?
    pub(crate) reported: bool,
    /// Orders of other workers, who are not measured.
    pub(crate) backlog: u32,
}

/// A town's directory and its devices, which have pulled nothing yet.
pub(crate) struct Town {
    pub(crate) data: TempDir,
    database: Option<Cluster>,
    pub(crate) devices: Vec<Device>,
}

impl Town {
    pub(crate) async fn make(plan: Plan, engine: Engine) -> Result<Self> {
        let data = tempfile::tempdir()?;
        let database = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Cluster::as_installed().context("PostgreSQL is not installed")?),
        };
        let app = open(data.path(), database.as_ref()).await?;
        let act = app.act(Actor::Server);
        let mut tx = app.storage.write().await?;
        tx.put_category(&category()?).await?;
        let mut edition = tx.edition().await?;
        tx.commit().await?;
        let mut devices = Vec::new();
        for number in 0..plan.devices {
            let mut tx = app.storage.write().await?;
            let mut device = enrol(&mut *tx, number, &act).await?;
            edition = tx.edition().await?;
            tx.commit().await?;
            for first in (0..plan.orders_each).step_by(BATCH as usize) {
                let mut tx = app.storage.write().await?;
                for place in first..plan.orders_each.min(first + BATCH) {
                    device
                        .orders
                        .push(order(&mut *tx, device.worker, place, plan.reported, &act).await?);
                }
                tx.commit().await?;
            }
            devices.push(device);
        }
        for first in (0..plan.backlog).step_by(BACKLOG_EACH as usize) {
            let mut tx = app.storage.write().await?;
            backlog(&mut *tx, first, &act).await?;
            tx.commit().await?;
        }
        for device in &mut devices {
            device.edition = edition;
        }
        app.storage.close().await;
        drop(Arc::into_inner(app));
        Ok(Self {
            data,
            database,
            devices,
        })
    }

    /// The address of its database, when that is not in its directory.
    pub(crate) fn database(&self) -> Option<&str> {
        self.database.as_ref().map(Cluster::address)
    }
}

/// For the server's program and for those who fill its town.
const SETTINGS: &str = "demo_inbox = true\nundo_window_seconds = 0\n[quiet_hours]\nenabled = false\n";

async fn open(data: &Path, database: Option<&Cluster>) -> Result<Arc<App>> {
    let file = data.join("kuitti.toml");
    std::fs::write(&file, SETTINGS)?;
    let config = Config::read(Some(&file))?;
    let opening = Opening {
        database: database.map(|cluster| cluster.address().to_owned()),
        ..Opening::on_this_machine(data, config)
    };
    Ok(App::open(opening).await?)
}

fn category() -> Result<Category> {
    Ok(serde_json::from_value(json!({
        "code": "lamp",
        "name": { "en": "Street lamp", "fi": "Katuvalo" },
        "checklist": [
            { "item": "lit", "label": { "en": "The lamp is lit", "fi": "Lamppu palaa" }, "kind": { "type": "tick" }, "required": true },
            { "item": "door", "label": { "en": "The door is shut", "fi": "Luukku on kiinni" }, "kind": { "type": "tick" }, "required": true },
            { "item": "clean", "label": { "en": "Nothing is left behind", "fi": "Paikka on siisti" }, "kind": { "type": "tick" }, "required": false }
        ],
        "evidence": [],
        "targets": { "warning": 60, "breach": 120 },
        "notice_proof": "status_enough",
    }))?)
}

async fn enrol(tx: &mut dyn WriteTx, number: u32, act: &Act) -> Result<Device> {
    let worker = WorkerId(act.new_id());
    let secret = Secret::one_time_code(act).text;
    tx.put_worker(&WorkerRecord {
        worker: Worker {
            id: worker,
            name: format!("Worker {number}"),
            language: Language::Fi,
            crew: None,
        },
        active: true,
    })
    .await?;
    let device = Device::new(
        DeviceId(act.new_id()),
        worker,
        IncarnationId(act.new_id()),
        &secret,
    );
    tx.put_device(&DeviceRecord {
        id: device.id,
        worker,
        name: format!("Phone {number}"),
        app: "bench".to_owned(),
        token: sha256(device.token.as_bytes()),
        enrolled_at: act.now,
        pushed_at: None,
        revoked_at: None,
        drain_until: None,
    })
    .await?;
    tx.put_incarnation(&IncarnationRecord {
        id: device.incarnation,
        device: device.id,
        acked: Seq(0),
    })
    .await?;
    tx.put_enrolment(&EnrolmentRecord {
        code: sha256(device.code.as_bytes()),
        worker,
        issued_by: None,
        issued_at: act.now,
        expires_at: act.now + Millis::from_days(1),
        used_at: None,
    })
    .await?;
    Ok(device)
}

fn place(number: u32) -> Place {
    let step = f64::from(number % 200) * 1e-4;
    Place {
        address: format!("Unioninkatu {}", number % 60 + 1),
        position: Position::new(60.16 + step, 24.94 + step).ok(),
        ..Place::default()
    }
}

async fn order(
    tx: &mut dyn WriteTx,
    worker: WorkerId,
    number: u32,
    reported: bool,
    act: &Act,
) -> Result<OrderId> {
    let mut new = NewOrder {
        description: "The lamp in front of the house does not burn.".to_owned(),
        place: place(number),
        assignee: Some(Assignee::Worker(worker)),
        ..NewOrder::of("lamp".into())
    };
    if reported {
        new.requests = vec![request(tx, number, act).await?];
    }
    Ok(orders::create(tx, new, act).await?.order.id)
}

async fn request(tx: &mut dyn WriteTx, number: u32, act: &Act) -> Result<RequestId> {
    let id = RequestId(act.new_id());
    let public = tx.next_number("request").await?;
    tx.put_request(&RequestRecord {
        id,
        number: PublicNumber(format!("R-{public}")),
        tracking: None,
        code_seed: Some(CodeSeed(act.random())),
        category: "lamp".into(),
        description: "The lamp in front of the house does not burn.".to_owned(),
        place: place(number),
        channel: IntakeChannel::Web,
        language: Language::Fi,
        stage: RequestStage::Received,
        ended_elsewhere: None,
        history: vec![StageMark {
            stage: RequestStage::Received,
            at: act.now,
        }],
        occurrence: 0,
        received_at: act.now,
        updated_at: act.now,
        external: None,
        reported_by: None,
        photos: Vec::new(),
        follows: None,
        confirmations: Vec::new(),
        feedback: Vec::new(),
        answers: Vec::new(),
    })
    .await?;
    let contact = Contact {
        name: None,
        phone: Some("+358401234567".to_owned()),
        email: None,
        notify: vec![NoticeChannel::Sms],
        ..Contact::default()
    };
    tx.put_contact(id, &contact).await?;
    Ok(id)
}

/// Orders of a worker whom nobody measures: one is made properly, the others are copies of it.
async fn backlog(tx: &mut dyn WriteTx, first: u32, act: &Act) -> Result<()> {
    let worker = WorkerId(act.new_id());
    let scope = Scope::Worker(worker);
    let sample = order(tx, worker, first, false, act).await?;
    let sample = orders::load(tx, sample).await?;
    let mut digest = Digest::default().with(sample.order.id, sample.order.version);
    let mut lines = Vec::new();
    for number in 1..BACKLOG_EACH {
        let copy = copied(&sample, first + number, act);
        tx.put_order(&copy, act.now).await?;
        digest = digest.with(copy.order.id, copy.order.version);
        lines.push(FeedRow {
            order: copy.order.id,
            seq: u64::from(number) + 1,
            version: Version(1),
            gone: None,
        });
    }
    tx.put_feed(scope, &lines, act.now).await?;
    let row = ScopeRow {
        epoch: 1,
        head: u64::from(BACKLOG_EACH),
        gc_seq: 0,
        digest,
    };
    tx.put_scope(scope, &row).await?;
    Ok(())
}

fn copied(sample: &OrderAggregate, number: u32, act: &Act) -> OrderAggregate {
    let mut copy = sample.clone();
    copy.order.id = OrderId(act.new_id());
    copy.order.number = OrderNumber(format!("B-{number}"));
    copy.order.place = place(number);
    copy
}
