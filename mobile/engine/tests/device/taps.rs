//! What a worker does offline is on disk before the screen says so.

use kuitti_engine::protocol::{Event, Problem, ReceiptState, Reply, Request};
use kuitti_shared::domain::{ItemValue, OrderStatus, Place, RequiredEvidence};
use kuitti_shared::operation::{Action, HideTarget, Kind};
use kuitti_shared::unit::{Millis, Seq, WallTime};

use crate::device::{Device, done};
use crate::files::add;
use crate::pictures::plain;
use crate::town::{NOON, Town};

#[tokio::test]
async fn every_tap_survives_a_kill() {
    let town = Town::new();
    let order = town.give(1);
    let mut device = Device::enrolled(&town).await;
    let steps = [
        (Action::Accept {}, OrderStatus::Assigned),
        (Action::EnRoute {}, OrderStatus::InWork),
        (Action::Start {}, OrderStatus::InWork),
        (
            Action::Check {
                item: "lit".into(),
                value: ItemValue::Tick(true),
            },
            OrderStatus::InWork,
        ),
        (
            Action::Note {
                text: "New bulb".to_owned(),
            },
            OrderStatus::InWork,
        ),
        (done(), OrderStatus::Finished),
    ];
    for (count, (action, status)) in (1..).zip(steps) {
        device.act(order, action).await;
        device = device.after_a_kill().await;
        let view = device.order(order).await;
        assert_eq!(view.aggregate.order.status, status);
        assert_eq!(view.card.pending, count);
        assert_eq!(device.status().await.pending.operations, count);
    }
    device.sync().await;
    let numbers: Vec<Seq> = town.0.borrow().operations.iter().map(|op| op.seq).collect();
    assert_eq!(numbers, (1..=6).map(Seq).collect::<Vec<_>>());
    assert_eq!(town.order(order).order.status, OrderStatus::Finished);
    assert_eq!(device.order(order).await.card.pending, 0);
}

#[tokio::test]
async fn a_note_and_a_photo_are_taken_back_offline_and_the_office_hears_of_it() {
    let town = Town::new();
    let order = town.give(1);
    town.edit(order, |order| order.evidence = vec![RequiredEvidence::PhotoAfter]);
    let device = Device::enrolled(&town).await;
    let wanted = device.order(order).await.missing;
    let kept = device.note(order, "New bulb").await;
    let mistaken = device.note(order, "For another street").await;
    add(&device, order, plain(1)).await;
    let view = device.order(order).await;
    assert_ne!(view.missing, wanted);
    device.act(order, Action::Hide(HideTarget::Note(mistaken))).await;
    device
        .act(
            order,
            Action::Hide(HideTarget::Photo(view.aggregate.photos[0].op)),
        )
        .await;
    let device = device.after_a_kill().await;
    let view = device.order(order).await;
    assert_eq!(view.missing, wanted);
    device.sync().await;
    for aggregate in [view.aggregate, town.order(order)] {
        let notes = aggregate.notes.iter().map(|note| (note.op, note.hidden));
        assert_eq!(notes.collect::<Vec<_>>(), [(kept, false), (mistaken, true)]);
        assert!(aggregate.photos.iter().all(|photo| photo.hidden));
        assert_eq!(aggregate.photos.len(), 1);
    }
}

#[tokio::test]
async fn a_tap_is_announced_after_it_is_on_disk_and_says_what_changed() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.events.borrow_mut().clear();
    let op = device.note(order, "Wet").await;
    let events = device.events.borrow();
    let saved = Event::Saved {
        op,
        order: Some(order),
    };
    let changed = Event::ViewChanged { orders: vec![order] };
    assert_eq!(events[..2], [saved, changed]);
    let Event::StatusChanged { status } = &events[2] else {
        panic!("{events:?}")
    };
    assert_eq!(
        (status.pending.operations, status.pending.since.is_some()),
        (1, true)
    );
}

#[tokio::test]
async fn the_order_shows_its_moves_what_is_missing_and_its_receipts() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let view = device.order(order).await;
    assert_eq!(view.primary, Some(Kind::Accept));
    assert_eq!(view.missing.len(), 1);
    assert!(view.undo.is_none());

    device.act(order, Action::Start {}).await;
    let finish = device.act(order, done()).await;
    let view = device.order(order).await;
    assert_eq!(view.receipts[&finish], ReceiptState::OnThisPhone);
    let undo = view.undo.unwrap();
    assert_eq!((undo.op, undo.kind), (finish, Kind::Finish));
    assert_eq!(
        undo.until,
        Some(WallTime(device.clock.0.get()) + Millis::from_seconds(120))
    );

    device.sync().await;
    let view = device.order(order).await;
    assert_eq!(view.receipts[&finish], ReceiptState::Applied);
    assert_eq!(view.undo, Some(undo));
    device.clock.0.set(device.clock.0.get() + 120_000);
    assert!(device.order(order).await.undo.is_none());
}

#[tokio::test]
async fn a_finish_can_be_taken_back() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.act(order, Action::Start {}).await;
    let finish = device.act(order, done()).await;
    device.act(order, Action::Undo { op: finish }).await;
    let view = device.order(order).await;
    assert_eq!(view.aggregate.order.status, OrderStatus::InWork);
    assert!(view.undo.is_none());
    device.sync().await;
    assert_eq!(town.order(order).order.status, OrderStatus::InWork);
}

#[tokio::test]
async fn what_cannot_be_done_is_refused_with_its_reason_and_changes_nothing() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let unknown = kuitti_shared::id::OrderId(uuid::Uuid::from_u128(404));
    let long = Action::Note {
        text: "x".repeat(17 * 1024),
    };
    let refused = |problem| Reply::Failed(problem);
    assert_eq!(
        device.perform(unknown, Action::Accept {}).await,
        refused(Problem::OrderUnknown)
    );
    assert_eq!(device.perform(order, long).await, refused(Problem::TextTooLong));
    let report = Request::Report {
        category: "lamp".into(),
        description: "Another one".to_owned(),
        place: Place::default(),
        fix: None,
    };
    assert_eq!(device.status().await.pending.operations, 0);
    assert!(matches!(
        device.engine.call(report, Vec::new()).await.reply,
        Reply::Saved { .. }
    ));
    assert_eq!(device.status().await.pending.operations, 1);
}

#[tokio::test]
async fn before_it_is_enrolled_a_device_says_so() {
    let town = Town::new();
    let device = Device::open(&town, tempfile::tempdir().unwrap()).await;
    assert_eq!(device.status().await.enrolment, None);
    assert_eq!(
        device.find(kuitti_shared::id::OrderId(uuid::Uuid::nil())).await,
        Err(Problem::OrderUnknown)
    );
    let order = kuitti_shared::id::OrderId(uuid::Uuid::nil());
    assert_eq!(
        device.perform(order, Action::Accept {}).await,
        Reply::Failed(Problem::NotEnrolled)
    );
    assert!(device.try_sync().await.is_err());
}

#[tokio::test]
async fn a_wrong_clock_is_said_and_does_not_move_due_times() {
    let town = Town::new();
    let order = town.give(1);
    town.edit(order, |order| order.due_at = Some(WallTime(NOON + 60_000)));
    let device = Device::open(&town, tempfile::tempdir().unwrap()).await;
    // The phone is two hours ahead when the town, at noon, enrols it.
    device.clock.0.set(NOON + 2 * 3_600_000);
    device.enrol("7K3M-Q0AB").await;
    assert_eq!(
        device.status().await.clock_error,
        Some(Millis::from_seconds(7_200))
    );
}
