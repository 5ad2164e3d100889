//! The view follows from base and pending operations, however they came about; what is sent is what was stored.

use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::domain::{Extent, ItemValue, OrderAggregate, Outcome, PhotoRole};
use kuitti_shared::id::{DeviceId, IncarnationId, OpId, OrderId, WorkerId};
use kuitti_shared::operation::{Action, HideTarget, Operation, WireOperation};
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::sync::request::{Scope, SyncRequest};
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::{Millis, Minutes, Seq, WallTime};
use proptest::prelude::*;
use rusqlite::{Connection, params};
use serde_json::json;
use uuid::Uuid;

use super::view::Player;
use super::{Store, base, membership, meta, outbox, upload, view};
use crate::error::EngineError;
use crate::sync::push::{BatchSize, Push};

const ORDER: OrderId = OrderId(Uuid::from_u128(1));
const WORKER: WorkerId = WorkerId(Uuid::from_u128(2));
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(3));
const INCARNATION: IncarnationId = IncarnationId(Uuid::from_u128(4));

const PLAYER: Player = Player {
    hand: Hand {
        worker: WORKER,
        crew: None,
    },
    device: DEVICE,
    undo_window: Millis::from_seconds(120),
};

fn aggregate() -> OrderAggregate {
    let document = json!({
        "order": {
            "id": ORDER, "number": "W-1", "version": 5, "title": "Lamp", "category": "lamp", "category_name": {},
            "place": { "address": "Unioninkatu 32" }, "assignee": { "kind": "worker", "id": WORKER },
            "assignment_epoch": 1, "status": "assigned", "status_class": "open", "created_at": 0,
        },
        "checklist": [{ "item": "lit", "label": {}, "kind": { "type": "tick" }, "required": true }],
    });
    serde_json::from_value(document).unwrap()
}

fn enrolled() -> Store {
    let mut store = Store::open(Connection::open_in_memory().unwrap()).unwrap();
    store
        .write(|store| {
            let session = meta::Session {
                server: "https://town.example".to_owned(),
                token: "secret".to_owned(),
                device: DEVICE,
            };
            let numbering = meta::Numbering {
                incarnation: INCARNATION,
                last: Seq(0),
                acked: Seq(0),
            };
            meta::set(store, &meta::SESSION, &session)?;
            meta::set(store, &meta::NUMBERING, &numbering)?;
            base::put(store, &aggregate())?;
            membership::enter(store, &Scope::Worker(WORKER), ORDER)?;
            view::rebuild(store, &PLAYER, ORDER)
        })
        .unwrap();
    store
}

fn clock(second: i64) -> PushClock {
    PushClock {
        stamp: Stamp {
            wall: WallTime(second * 1_000),
            boot: Millis(second * 1_000),
            epoch: BootEpoch(9),
        },
        runs_in_sleep: true,
    }
}

/// What a tap does.
fn tap(store: &mut Store, second: i64, action: Action) {
    let operation = Operation {
        op_id: OpId(Uuid::from_u128(1_000 + u128::try_from(second).unwrap())),
        base: base::knowledge(store.read(), ORDER).unwrap().unwrap(),
        position: None,
        action,
    };
    store
        .write(|store| -> Result<(), EngineError> {
            let mut numbering = meta::get(store, &meta::NUMBERING)?.unwrap();
            let seq = outbox::next_number(store, &mut numbering)?;
            let wire = WireOperation::new(seq, Some(ORDER), clock(second).stamp, &operation)?;
            outbox::append(store, INCARNATION, &wire)?;
            view::play(store, &PLAYER, ORDER, &operation, clock(second).stamp.wall)?;
            Ok(())
        })
        .unwrap();
}

fn any_action() -> impl Strategy<Value = Action> {
    let earlier = (0_u128..12).prop_map(|second| OpId(Uuid::from_u128(1_000 + second)));
    let reason = || "because".to_owned();
    prop_oneof![
        Just(Action::Accept {}),
        Just(Action::EnRoute {}),
        Just(Action::Start {}),
        Just(Action::Pause { reason: reason() }),
        Just(Action::Resume {}),
        Just(Action::HandBack { reason: reason() }),
        Just(Action::Decline { reason: reason() }),
        any::<bool>().prop_map(|ticked| Action::Check {
            item: "lit".into(),
            value: ItemValue::Tick(ticked),
        }),
        "[a-zäö ]{0,12}".prop_map(|text| Action::Note { text }),
        (0_u32..90).prop_map(|minutes| Action::Time {
            kind: kuitti_shared::domain::TimeKind::Work,
            minutes: Minutes(minutes),
        }),
        Just(Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Whole,
            follow_up: None,
        }),
        earlier.clone().prop_map(|op| Action::Undo { op }),
        earlier.prop_map(|op| Action::Hide(HideTarget::Note(op))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_view_of_taps_one_by_one_is_the_view_made_anew(actions in prop::collection::vec(any_action(), 0..12)) {
        let mut store = enrolled();
        for (second, action) in (0..).zip(actions) {
            tap(&mut store, second, action);
        }
        let step_by_step = view::get(store.read(), ORDER).unwrap();
        store.write(|store| view::rebuild(store, &PLAYER, ORDER)).unwrap();
        prop_assert_eq!(step_by_step, view::get(store.read(), ORDER).unwrap());
    }

    #[test]
    fn what_is_sent_is_what_was_stored(actions in prop::collection::vec(any_action(), 1..12)) {
        let mut store = enrolled();
        for (second, action) in (0..).zip(actions) {
            tap(&mut store, second, action);
        }
        let stored = outbox::unacknowledged(store.read(), 100).unwrap();
        let body = Push::gather(store.read(), clock(99), BatchSize::default()).unwrap().to_json().unwrap();
        let text = String::from_utf8(body.clone()).unwrap();
        for operation in &stored {
            prop_assert!(text.contains(std::str::from_utf8(&operation.bytes).unwrap()));
        }
        // And what is sent is what the server reads.
        let read: SyncRequest = serde_json::from_slice(&body).unwrap();
        prop_assert_eq!(read.ops.len(), stored.len());
        prop_assert_eq!(serde_json::to_value(&read).unwrap(), serde_json::from_slice::<serde_json::Value>(&body).unwrap());
    }
}

#[test]
fn rule_1_renumbering_keeps_ids_order_and_what_this_release_does_not_know() {
    let mut store = enrolled();
    for second in 0..3 {
        tap(&mut store, second, Action::Accept {});
    }
    store
        .read()
        .execute(
            "UPDATE pending_op SET bytes = CAST(json_set(CAST(bytes AS TEXT), '$.newer', 7) AS BLOB)",
            [],
        )
        .unwrap();
    let before = outbox::unacknowledged(store.read(), 10).unwrap();
    let other = IncarnationId(Uuid::from_u128(77));
    store
        .write(|store| outbox::renumber(store, other, Seq(40)))
        .unwrap();
    let after = outbox::unacknowledged(store.read(), 10).unwrap();
    let ids = |waiting: &[outbox::Waiting]| waiting.iter().map(|one| one.op_id).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after));
    for (waiting, seq) in after.iter().zip(41_u64..) {
        let fields: serde_json::Value = serde_json::from_slice(&waiting.bytes).unwrap();
        assert_eq!(
            (waiting.seq, &fields["seq"], &fields["newer"]),
            (Seq(seq), &json!(seq), &json!(7))
        );
    }
    let numbering = meta::get(store.read(), &meta::NUMBERING).unwrap().unwrap();
    assert_eq!((numbering.incarnation, numbering.last), (other, Seq(43)));
}

#[test]
fn rule_2_bytes_that_rotted_on_the_phone_go_as_a_kind_that_nobody_knows() {
    let mut store = enrolled();
    tap(&mut store, 0, Action::Accept {});
    tap(&mut store, 1, Action::Start {});
    let rot = params![b"{\"seq\":1,\"op".to_vec()];
    store
        .read()
        .execute("UPDATE pending_op SET bytes = ?1 WHERE seq = 1", rot)
        .unwrap();
    let push = Push::gather(store.read(), clock(9), BatchSize::default()).unwrap();
    let request: SyncRequest = serde_json::from_slice(&push.to_json().unwrap()).unwrap();
    assert_eq!(request.ops[0].kind, "damaged:accept@1");
    assert_eq!((request.ops[0].seq, request.ops[1].seq), (Seq(1), Seq(2)));
    // The view leaves it out and goes on.
    store.write(|store| view::rebuild(store, &PLAYER, ORDER)).unwrap();
    assert_eq!(view::get(store.read(), ORDER).unwrap().unwrap().visits.len(), 1);
}

#[test]
fn a_failed_tap_leaves_nothing_behind() {
    let mut store = enrolled();
    let failed = store.write(|store| -> Result<(), EngineError> {
        let mut numbering = meta::get(store, &meta::NUMBERING)?.unwrap();
        outbox::next_number(store, &mut numbering)?;
        Err(crate::protocol::Problem::NotPossible.into())
    });
    assert!(failed.is_err());
    let numbering = meta::get(store.read(), &meta::NUMBERING).unwrap().unwrap();
    assert_eq!(numbering.last, Seq(0));
}

#[test]
fn roles_and_sizes_read_back_as_they_were_written() {
    let mut store = enrolled();
    let row = upload::Upload {
        kind: UploadKind::Picture,
        photo: kuitti_shared::id::PhotoId(Uuid::from_u128(5)),
        op_id: OpId(Uuid::from_u128(6)),
        order: Some(ORDER),
        sha256: [7; 32].into(),
        role: PhotoRole::Before,
        size: 400_000,
        made_at: WallTime(1),
        place: None,
        sent: 0,
        state: upload::UploadState::Queued,
    };
    store.write(|store| upload::enqueue(store, &row)).unwrap();
    assert_eq!(upload::find(store.read(), row.photo).unwrap(), Some(row));
}
