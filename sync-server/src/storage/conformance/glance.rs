//! One look at everything that a device may have yet to hear.

use std::collections::BTreeMap;

use kuitti_shared::domain::OrderStatus;
use kuitti_shared::id::{CrewId, DeviceId, OrderId, PhotoId, WorkerId};
use kuitti_shared::rules::staff_news::Person;
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Millis, Seq};
use serde_json::json;

use super::Opened;
use super::colleagues::notice;
use super::samples::{NOW, enrol, hash, id, operation, order};
use crate::storage::{
    EPOCH_SETTING, Glance, IncarnationRecord, OperationRecord, PhotoRow, ScopeRow, StaffNoticeRecord, Viewer,
    WriteTx,
};

const fn viewer_of(numbering: &IncarnationRecord, worker: WorkerId) -> Viewer {
    Viewer {
        device: numbering.device,
        incarnation: numbering.id,
        worker,
        scopes: [Some(Scope::Worker(worker)), None],
        since: NOW,
    }
}

pub(super) async fn a_glance_at_nothing_new_says_so(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    let viewer = viewer_of(&enrol(&mut *tx).await, WorkerId(id(1)));
    let nothing = Glance {
        acked: Some(Seq(0)),
        epoch: 0,
        edition: tx.edition().await.unwrap(),
        scopes: BTreeMap::new(),
        verdicts: false,
        photos: false,
        messages: false,
    };
    assert_eq!(tx.glance(&viewer).await.unwrap(), nothing);
    let other = Viewer {
        device: DeviceId(id(9)),
        ..viewer
    };
    assert_eq!(
        tx.glance(&other).await.unwrap().acked,
        None,
        "another's numbering"
    );
    let alone = Viewer {
        scopes: [None, None],
        ..viewer
    };
    assert_eq!(tx.glance(&alone).await.unwrap(), nothing);
}

async fn tell_everything(tx: &mut dyn WriteTx, numbering: &IncarnationRecord, worker: WorkerId) {
    let settled = OperationRecord {
        settled_at: Some(NOW),
        ..operation(10, None, Outcome::Applied, "applied")
    };
    tx.put_operations(&[settled]).await.unwrap();
    tx.put_order(&order(7, OrderStatus::New, None), NOW)
        .await
        .unwrap();
    let photo = PhotoRow {
        photo: PhotoId(id(5)),
        order: OrderId(id(7)),
        device: numbering.device,
        sha256: hash(1),
        arrived: false,
        announced_at: NOW,
    };
    tx.put_photo(&photo).await.unwrap();
    let message = StaffNoticeRecord {
        person: Person::Worker(worker),
        ..notice(11, 7)
    };
    tx.add_staff_notices(&[message]).await.unwrap();
    tx.put_setting(EPOCH_SETTING, &json!(7)).await.unwrap();
}

pub(super) async fn a_glance_shows_each_thing_that_is_new(opened: Opened) {
    let (worker, crew) = (WorkerId(id(1)), Scope::Crew(CrewId(id(2))));
    let mut tx = opened.storage.write().await.unwrap();
    let numbering = enrol(&mut *tx).await;
    tell_everything(&mut *tx, &numbering, worker).await;
    let row = ScopeRow {
        epoch: 2,
        head: 3,
        gc_seq: 1,
        digest: Digest { n: 1, x: u64::MAX },
    };
    tx.put_feeds(&[(crew, row)], &[], NOW).await.unwrap();
    let viewer = Viewer {
        scopes: [Some(Scope::Worker(worker)), Some(crew)],
        ..viewer_of(&numbering, worker)
    };
    let everything = Glance {
        acked: Some(Seq(0)),
        epoch: 7,
        edition: tx.edition().await.unwrap(),
        scopes: BTreeMap::from([(crew, row)]),
        verdicts: true,
        photos: true,
        messages: true,
    };
    assert_eq!(tx.glance(&viewer).await.unwrap(), everything);
    let later = Viewer {
        since: NOW + Millis(1),
        ..viewer
    };
    assert!(!tx.glance(&later).await.unwrap().verdicts, "told long enough");
}
