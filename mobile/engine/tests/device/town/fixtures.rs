//! What the town has: lamps on the Senate square and one worker, Matti.

use std::collections::BTreeMap;

use kuitti_shared::domain::{
    Assignee, ChecklistEntry, ContactCard, FieldVersions, ItemKind, Language, Localised, OfficeDecision,
    OrderAggregate, OrderStatus, Place, Position, Priority, WorkOrder, Worker,
};
use kuitti_shared::id::{OrderId, OrderNumber, WorkerId};
use kuitti_shared::sync::rescue::RescueCode;
use kuitti_shared::sync::town::{PhotoKeeping, TownCard};
use kuitti_shared::unit::{AssignmentEpoch, Millis, Version, WallTime};
use uuid::Uuid;

pub(crate) const WORKER: WorkerId = WorkerId(Uuid::from_u128(0xA));
pub(crate) const NOON: i64 = 1_800_000_000_000;

/// A lamp on the Senate square.
pub(crate) fn order(number: u128) -> OrderAggregate {
    let status = OrderStatus::Assigned;
    let label = Localised::from([(Language::En, "The lamp is lit")]);
    OrderAggregate {
        order: WorkOrder {
            id: OrderId(Uuid::from_u128(number)),
            number: OrderNumber(format!("W-{number}")),
            version: Version(1),
            title: format!("Lamp {number}"),
            description: String::new(),
            category: "lamp".into(),
            category_name: Localised::default(),
            priority: Priority::Normal,
            place: Place {
                address: "Unioninkatu 32".to_owned(),
                position: Position::new(60.169_5 + number as f64 / 1_000.0, 24.952_4).ok(),
                detail: String::new(),
            },
            warn_at: None,
            due_at: None,
            appointment: None,
            assignee: Some(Assignee::Worker(WORKER)),
            assignment_epoch: AssignmentEpoch(1),
            closure: 0,
            closure_since: Version(0),
            decision: OfficeDecision::Open,
            status,
            status_class: status.class(),
            evidence: Vec::new(),
            workers_take: false,
            contact: Some(ContactCard {
                name: Some("Aino".to_owned()),
                phone: "+358401234567".to_owned(),
            }),
            follows: None,
            merged_into: None,
            merged_knowing: None,
            created_at: WallTime(0),
            field_versions: FieldVersions::default(),
            newer: BTreeMap::new(),
        },
        visits: Vec::new(),
        checklist: vec![ChecklistEntry {
            item: "lit".into(),
            label,
            kind: ItemKind::Tick,
            required: true,
            answer: None,
            history: Vec::new(),
        }],
        notes: Vec::new(),
        photos: Vec::new(),
        materials: Vec::new(),
        times: Vec::new(),
        suggestions: Vec::new(),
        exemptions: Vec::new(),
        conflicts: Vec::new(),
    }
}

pub(crate) fn town_card() -> TownCard {
    TownCard {
        edition: 1,
        name: "Helsinki".to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        office_phone: None,
        undo_window: Millis::from_seconds(120),
        worker: Worker {
            id: WORKER,
            name: "Matti".to_owned(),
            language: Language::Fi,
            crew: None,
        },
        colleagues: Vec::new(),
        articles: Vec::new(),
        categories: Vec::new(),
        rescue_code: Some(rescue_code()),
        keeping: PhotoKeeping::default(),
    }
}

pub(crate) fn rescue_code() -> RescueCode {
    RescueCode::from_random(0xC0DE)
}
