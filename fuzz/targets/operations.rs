//! Operations as devices send them, decoded and applied to an order one after the other: whatever they say, the order's
//! version never falls, what comes out can be stored and read again, and no photo or note is there twice.
#![no_main]

use std::collections::BTreeSet;

use kuitti_shared::apply::{Received, apply};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{CrewId, DeviceId, WorkerId};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::unit::{Millis, WallTime};
use libfuzzer_sys::fuzz_target;
use uuid::Uuid;

fuzz_target!(|bytes: &[u8]| {
    let Ok(sent) = serde_json::from_slice::<Vec<WireOperation>>(bytes) else {
        return;
    };
    let mut order = order();
    let mut seen = BTreeSet::new();
    for (number, wire) in (0_i64..).zip(&sent) {
        // One that has arrived already is not applied again: the server sees to that before.
        if !seen.insert(wire.op_id) {
            continue;
        }
        let Ok(operation) = wire.decode() else { continue };
        let hand = Hand {
            worker: WorkerId(Uuid::from_u128(0xa1 + u128::from(number.unsigned_abs() % 2))),
            crew: Some(CrewId(Uuid::from_u128(0xc1))),
        };
        let at = WallTime(1_795_161_600_000 + number);
        let received = Received::on_device(hand, DeviceId(Uuid::nil()), at, Millis(0));
        let applied = apply(&order, &operation, &received);
        assert!(applied.aggregate.order.version >= order.order.version);
        let stored = serde_json::to_vec(&applied.aggregate).unwrap();
        assert_eq!(
            serde_json::from_slice::<OrderAggregate>(&stored).unwrap(),
            applied.aggregate
        );
        order = applied.aggregate;
    }
    let notes: BTreeSet<_> = order.notes.iter().map(|note| note.op).collect();
    let photos: BTreeSet<_> = order.photos.iter().map(|photo| photo.op).collect();
    assert_eq!(
        (notes.len(), photos.len()),
        (order.notes.len(), order.photos.len())
    );
});

/// An order of the worker who does most of it.
fn order() -> OrderAggregate {
    serde_json::from_str(include_str!("order.json")).unwrap()
}
