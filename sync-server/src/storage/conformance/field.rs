//! Devices and operations.

use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::unit::Seq;

use super::Opened;
use super::samples::{NOW, device, enrol, hash, id, operation};
use crate::storage::{IncarnationRecord, OperationRecord};

pub(super) async fn a_device_is_found_by_its_token(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    enrol(&mut *tx).await;
    let (found, worker) = tx.device_by_token(&hash(2)).await.unwrap().unwrap();
    assert_eq!((&found, worker.worker.id), (&device(2, 1), found.worker));
    assert_eq!(tx.device_by_token(&hash(3)).await.unwrap(), None);
    let mut revoked = device(2, 1);
    revoked.revoked_at = Some(NOW);
    tx.put_device(&revoked).await.unwrap();
    assert_eq!(tx.devices().await.unwrap(), [revoked]);
}

pub(super) async fn an_operation_keeps_its_body_and_changes_its_verdict(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    enrol(&mut *tx).await;
    let held = operation(10, Some(7), Outcome::Held, "unknown_order");
    tx.put_operations(std::slice::from_ref(&held)).await.unwrap();
    let settled = OperationRecord {
        outcome: Outcome::Applied,
        code: "applied".into(),
        settled_at: Some(NOW),
        body: "not this".into(),
        ..held.clone()
    };
    tx.put_operations(std::slice::from_ref(&settled)).await.unwrap();
    let stored = tx.operation(held.op).await.unwrap().unwrap();
    assert_eq!((stored.outcome, stored.settled_at), (Outcome::Applied, Some(NOW)));
    assert_eq!(stored.body, held.body, "what was sent is never changed");
}

pub(super) async fn a_number_is_given_once(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    let numbering = enrol(&mut *tx).await;
    for number in [10, 11] {
        tx.put_operations(&[operation(number, None, Outcome::Applied, "applied")])
            .await
            .unwrap();
    }
    let op = |number| OpId(id(number));
    tx.number(numbering.id, Seq(1), &[op(10), op(11), op(12)])
        .await
        .unwrap();
    tx.number(numbering.id, Seq(4), &[op(13)]).await.unwrap();
    for (first, ops) in [(1, vec![op(14)]), (3, vec![op(14), op(15)]), (4, vec![op(14)])] {
        tx.begin_step().await.unwrap();
        assert!(
            tx.number(numbering.id, Seq(first), &ops).await.is_err(),
            "{first}"
        );
        tx.undo_step().await.unwrap();
    }
    tx.number(numbering.id, Seq(5), &[op(15), op(10)]).await.unwrap();
    let places = tx.numbered(numbering.id, Seq(2)..=Seq(5)).await.unwrap();
    let stand = [(2, 11), (3, 12), (4, 13), (5, 15)].map(|(seq, number)| (Seq(seq), op(number)));
    assert_eq!(places.into_iter().collect::<Vec<_>>(), stand);
    assert!(
        tx.numbered(numbering.id, Seq(7)..=Seq(9))
            .await
            .unwrap()
            .is_empty()
    );
    let further = IncarnationRecord {
        acked: Seq(6),
        ..numbering
    };
    assert_eq!(tx.incarnation(numbering.id).await.unwrap(), Some(further));
    let begun = tx.begin_push(numbering.device, "0.2", NOW, numbering.id).await;
    assert_eq!(begun.unwrap(), Some(further));
    let pushed = tx.device(numbering.device).await.unwrap().unwrap();
    assert_eq!((pushed.app.as_str(), pushed.pushed_at), ("0.2", Some(NOW)));
}

pub(super) async fn held_operations_come_back_in_their_sequence(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    enrol(&mut *tx).await;
    for number in [12_u128, 10, 11] {
        let mut held = operation(number, Some(7), Outcome::Held, "unknown_order");
        // The same moment for all: the sequence of arrival decides.
        held.pushed.received = NOW;
        tx.put_operations(std::slice::from_ref(&held)).await.unwrap();
    }
    tx.put_operations(&[operation(13, Some(7), Outcome::Applied, "applied")])
        .await
        .unwrap();
    let held = tx.held_on(OrderId(id(7))).await.unwrap();
    assert_eq!(
        held.iter().map(|held| held.op.0).collect::<Vec<_>>(),
        [id(12), id(10), id(11)]
    );
    assert_eq!(tx.held_for("unknown_order", 2).await.unwrap().len(), 2);
    assert_eq!(tx.operations_on(OrderId(id(7))).await.unwrap().len(), 4);
    let settled = OperationRecord {
        outcome: Outcome::Applied,
        settled_at: Some(NOW),
        ..held[1].clone()
    };
    tx.put_operations(std::slice::from_ref(&settled)).await.unwrap();
    tx.renumber(settled.op, Seq(77)).await.unwrap();
    let renumbered = OperationRecord {
        seq: Seq(77),
        ..settled
    };
    assert_eq!(
        tx.settled_since(renumbered.device, NOW).await.unwrap(),
        [renumbered]
    );
}
