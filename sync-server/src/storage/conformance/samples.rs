//! Records to store. Numbers make ids, so that two samples differ where a case wants them to.

use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::domain::{
    Assignee, Contact, Crew, IntakeChannel, Language, Localised, NoticeChannel, OfficeDecision,
    OrderAggregate, OrderStatus, Place, Position, Priority, RequestStage, WorkOrder, Worker,
};
use kuitti_shared::id::{
    CrewId, DeviceId, IncarnationId, OpId, OrderId, OrderNumber, PublicNumber, RequestId, Sha256Hex, WorkerId,
};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::unit::{AssignmentEpoch, Millis, Seq, Version, WallTime};
use uuid::Uuid;

use crate::hash::sha256;
use crate::storage::{
    DeviceRecord, IncarnationRecord, OperationRecord, PushedAt, RequestRecord, WorkerRecord, WriteTx,
};

pub(in crate::storage) const NOW: WallTime = WallTime(1_700_000_000_000);

pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(super) fn hash(number: u128) -> Sha256Hex {
    sha256(&number.to_be_bytes())
}

pub(super) fn place() -> Place {
    Place {
        address: "Äyräpäänkatu 1".into(),
        position: Some(Position::new(60.17, 24.95).unwrap()),
        detail: "third lamp".into(),
    }
}

/// An order of this number, made this many milliseconds after [`NOW`].
pub(in crate::storage) fn order(
    number: u128,
    status: OrderStatus,
    assignee: Option<Assignee>,
) -> OrderAggregate {
    OrderAggregate {
        order: WorkOrder {
            id: OrderId(id(number)),
            number: OrderNumber(format!("W-{number}")),
            version: Version(1),
            title: format!("Lamp {number}"),
            description: String::new(),
            category: "street_light".into(),
            category_name: Localised::from([(Language::En, "Street light")]),
            priority: Priority::Normal,
            place: place(),
            warn_at: None,
            due_at: None,
            appointment: None,
            assignee,
            assignment_epoch: AssignmentEpoch(1),
            closure: 0,
            closure_since: Version(0),
            decision: OfficeDecision::Open,
            status,
            status_class: status.class(),
            evidence: Vec::new(),
            workers_take: false,
            contact: None,
            follows: None,
            merged_into: None,
            merged_knowing: None,
            created_at: NOW + Millis(i64::try_from(number).unwrap()),
            field_versions: Default::default(),
            newer: [("from_the_future".to_owned(), serde_json::json!({ "kept": true }))].into(),
        },
        visits: Vec::new(),
        checklist: Vec::new(),
        notes: Vec::new(),
        photos: Vec::new(),
        materials: Vec::new(),
        times: Vec::new(),
        suggestions: Vec::new(),
        exemptions: Vec::new(),
        conflicts: Vec::new(),
    }
}

pub(super) fn request(number: u128) -> RequestRecord {
    RequestRecord {
        id: RequestId(id(number)),
        number: PublicNumber(format!("R-{number}")),
        tracking: Some(hash(number)),
        code_seed: None,
        category: "street_light".into(),
        description: "The lamp blinks".into(),
        place: place(),
        channel: IntakeChannel::Web,
        language: Language::Fi,
        stage: RequestStage::Received,
        ended_elsewhere: None,
        history: Vec::new(),
        occurrence: 0,
        received_at: NOW + Millis(i64::try_from(number).unwrap()),
        updated_at: NOW,
        external: None,
        reported_by: None,
        photos: Vec::new(),
        follows: None,
        confirmations: Vec::new(),
        feedback: Vec::new(),
        answers: Vec::new(),
    }
}

pub(super) fn contact(phone: &str) -> Contact {
    Contact {
        name: Some("Maija".into()),
        phone: Some(phone.into()),
        email: None,
        notify: vec![NoticeChannel::Sms],
        ..Contact::default()
    }
}

pub(super) fn crew(number: u128) -> Crew {
    Crew {
        id: CrewId(id(number)),
        name: format!("Crew {number}"),
        skills: Default::default(),
    }
}

pub(super) fn worker(number: u128, crew: Option<u128>) -> WorkerRecord {
    WorkerRecord {
        worker: Worker {
            id: WorkerId(id(number)),
            name: format!("Worker {number}"),
            language: Language::Fi,
            crew: crew.map(|crew| CrewId(id(crew))),
        },
        active: true,
    }
}

pub(super) fn device(number: u128, worker: u128) -> DeviceRecord {
    DeviceRecord {
        id: DeviceId(id(number)),
        worker: WorkerId(id(worker)),
        name: "Phone".into(),
        app: "1".into(),
        token: hash(number),
        enrolled_at: NOW,
        pushed_at: None,
        revoked_at: None,
        drain_until: None,
    }
}

/// Worker 1 with device 2 in numbering 3.
pub(super) async fn enrol(tx: &mut dyn WriteTx) -> IncarnationRecord {
    let numbering = IncarnationRecord {
        id: IncarnationId(id(3)),
        device: DeviceId(id(2)),
        acked: Seq(0),
    };
    tx.put_worker(&worker(1, None)).await.unwrap();
    tx.put_device(&device(2, 1)).await.unwrap();
    tx.put_incarnation(&numbering).await.unwrap();
    numbering
}

/// An operation of device 2 that arrived this many milliseconds after [`NOW`].
pub(super) fn operation(
    number: u128,
    order: Option<u128>,
    outcome: ReceiptOutcome,
    code: &str,
) -> OperationRecord {
    let stamp = Stamp {
        wall: NOW,
        boot: Millis(5),
        epoch: BootEpoch(1),
    };
    OperationRecord {
        op: OpId(id(number)),
        device: DeviceId(id(2)),
        worker: WorkerId(id(1)),
        seq: Seq(number.try_into().unwrap()),
        order: order.map(|order| OrderId(id(order))),
        kind: "note@1".into(),
        body: "{\"as\": \"sent\" }".into(),
        pushed: PushedAt {
            clock: PushClock {
                stamp,
                runs_in_sleep: true,
            },
            received: NOW + Millis(i64::try_from(number).unwrap()),
        },
        outcome,
        code: code.into(),
        conflict: None,
        settled_at: None,
    }
}

/// Statements that store two orders as it was done before lists knew of agreed times: one with such a time, one without. `key`
/// writes an id of one byte.
pub(in crate::storage) fn orders_before_appointments(key: impl Fn(u8) -> String) -> [String; 2] {
    let agreed = r#"{"order":{"appointment":{"from":10,"until":20}}}"#;
    [(1, agreed), (2, r#"{"order":{}}"#)].map(|(number, doc)| {
        let id = key(number);
        format!(
            "INSERT INTO work_order (id, number, version, status, is_over, category, priority, title, address, created_at,
                 updated_at, in_review, photos, photos_arrived, doc, search)
             VALUES ({id}, 'W-{number}', 1, 'new', 0, 'lamp', 1, 'Lamp', '', 0, 0, 0, 0, 0, '{doc}', '')"
        )
    })
}
