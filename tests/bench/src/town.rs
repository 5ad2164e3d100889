//! A town of the size that a measure needs, written into a data directory by the server's own services.

mod citizens;
mod plan;

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use kuitti_server::act::{Act, Actor};
use kuitti_server::app::{App, Opening};
use kuitti_server::auth::token::Secret;
use kuitti_server::config::Config;
use kuitti_server::hash::sha256;
use kuitti_server::orders::{self, NewOrder};
use kuitti_server::storage::{
    DeviceRecord, EnrolmentRecord, FeedRow, IncarnationRecord, ScopeRow, WorkerRecord, WriteTx,
};
use kuitti_shared::domain::{Assignee, Category, Language, OrderAggregate, Worker};
use kuitti_shared::id::{DeviceId, IncarnationId, OrderId, OrderNumber, WorkerId};
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Millis, Seq, Version};
use kuitti_test_support::postgres::Cluster;
use serde_json::json;
use tempfile::TempDir;

pub(crate) use self::citizens::phone;
use self::citizens::{place, report, request};
pub(crate) use self::plan::{Plan, WINDOW};
use crate::device::Device;
use crate::measures::Engine;

/// Orders written in one transaction.
const BATCH: u32 = 500;
/// Open orders of one of the workers whom nobody measures.
const BACKLOG_EACH: u32 = 1_000;

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
        let app = open(data.path(), plan, database.as_ref()).await?;
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
                    let citizen = plan.reported.then_some(number * plan.orders_each + place);
                    let made = order(&mut *tx, device.worker, place, citizen, &act).await?;
                    device.orders.push(made);
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
        for first in (0..plan.waiting).step_by(BATCH as usize) {
            let mut tx = app.storage.write().await?;
            for citizen in first..plan.waiting.min(first + BATCH) {
                report(&mut *tx, citizen, &act).await?;
            }
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

/// The settings are for the server's program too.
async fn open(data: &Path, plan: Plan, database: Option<&Cluster>) -> Result<Arc<App>> {
    let file = data.join("kuitti.toml");
    std::fs::write(&file, plan.settings())?;
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

async fn order(
    tx: &mut dyn WriteTx,
    worker: WorkerId,
    number: u32,
    citizen: Option<u32>,
    act: &Act,
) -> Result<OrderId> {
    let mut new = NewOrder {
        description: "The lamp in front of the house does not burn.".to_owned(),
        place: place(number),
        assignee: Some(Assignee::Worker(worker)),
        ..NewOrder::of("lamp".into())
    };
    if let Some(citizen) = citizen {
        new.requests = vec![request(tx, citizen, act).await?];
    }
    Ok(orders::create(tx, new, act).await?.order.id)
}

/// Orders of a worker whom nobody measures: one is made properly, the others are copies of it.
async fn backlog(tx: &mut dyn WriteTx, first: u32, act: &Act) -> Result<()> {
    let worker = WorkerId(act.new_id());
    let scope = Scope::Worker(worker);
    let sample = order(tx, worker, first, None, act).await?;
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
            is_over: false,
        });
    }
    let row = ScopeRow {
        epoch: 1,
        head: u64::from(BACKLOG_EACH),
        gc_seq: 0,
        digest,
    };
    let lines: Vec<(Scope, FeedRow)> = lines.into_iter().map(|line| (scope, line)).collect();
    tx.put_feeds(&[(scope, row)], &lines, act.now).await?;
    Ok(())
}

fn copied(sample: &OrderAggregate, number: u32, act: &Act) -> OrderAggregate {
    let mut copy = sample.clone();
    copy.order.id = OrderId(act.new_id());
    copy.order.number = OrderNumber(format!("B-{number}"));
    copy.order.place = place(number);
    copy
}
