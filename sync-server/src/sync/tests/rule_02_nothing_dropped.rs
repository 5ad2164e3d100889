//! Rule 2: nothing is dropped.

use kuitti_shared::domain::{Assignee, OrderStatus};
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::operation::{Action, Base, Report};
use kuitti_shared::sync::{ReceiptOutcome as Outcome, limits};
use kuitti_shared::unit::{Millis, Seq};
use serde_json::json;
use uuid::Uuid;

use super::{done, note, verdicts};
use crate::orders::NewOrder;
use crate::sync::housekeeping;
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, category};
use crate::testing::phone::Phone;

const UNKNOWN: OrderId = OrderId(Uuid::from_u128(0xdead));

#[tokio::test]
async fn rule_2_operations_on_an_unknown_order_wait_and_are_replayed_in_sequence_when_it_appears() {
    let town = Town::with_people().await;
    let known = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, UNKNOWN, Action::Start {});
    phone.tap(&town, known, note("another order goes on"));
    phone.tap(&town, UNKNOWN, note("found a rat"));
    let receipts = phone.sync(&town).await;
    let expected = [
        (Outcome::Held, "unknown_order"),
        (Outcome::Applied, "applied"),
        (Outcome::Held, "after_held"),
    ];
    assert_eq!(verdicts(&receipts), expected);
    assert!(phone.waiting.is_empty(), "held is acknowledged too");
    // The office recreates it: the two are replayed in the same transaction, in their sequence.
    town.make(NewOrder {
        id: Some(UNKNOWN),
        assignee: Some(Assignee::Worker(AINO)),
        ..NewOrder::of(category())
    })
    .await;
    let order = town.look(UNKNOWN).await;
    assert_eq!(order.visits.len(), 1);
    assert_eq!(order.notes[0].text, "found a rat");
    // The phone hears of the new verdicts.
    let receipts = phone.sync(&town).await;
    assert!(
        receipts
            .iter()
            .filter(|receipt| receipt.seq != Seq(2))
            .all(|receipt| receipt.outcome != Outcome::Held)
    );
    assert_eq!(receipts.len(), 2);
    assert!(phone.held(UNKNOWN).is_some());
}

#[tokio::test]
async fn rule_2_after_five_days_a_person_is_asked_about_what_still_waits() {
    let town = Town::with_people().await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.tap(&town, UNKNOWN, Action::Start {});
    phone.sync(&town).await;
    town.clock.move_by(limits::HELD - Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    let still = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .operations_with(Outcome::Held, 9)
        .await
        .unwrap();
    assert_eq!(still.len(), 1);
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    let kept = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .operations_with(Outcome::Quarantined, 9)
        .await
        .unwrap();
    assert_eq!(kept.len(), 1);
}

#[tokio::test]
async fn rule_2_a_kind_from_a_newer_app_is_held_alone_and_moves_nothing() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note("before"));
    phone.tap(&town, order, note("will be of another kind"));
    phone.tap(&town, order, note("after"));
    phone.waiting[1].kind = "teleport@7".into();
    let receipts = phone.sync(&town).await;
    let expected = [
        (Outcome::Applied, "applied"),
        (Outcome::Held, "unknown_kind"),
        (Outcome::Applied, "applied"),
    ];
    assert_eq!(verdicts(&receipts), expected);
    assert_eq!(town.look(order).await.notes.len(), 2);
}

#[tokio::test]
async fn rule_2_a_poisoned_operation_among_five_hundred_costs_only_itself() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    for count in 0..limits::OPERATIONS_UP {
        phone.tap(&town, order, note(&format!("note {count}")));
    }
    // Not even the envelope of this one can be read: its clocks are words.
    let mut request = serde_json::to_value(phone.request(&town)).unwrap();
    request["ops"][250]["at"] = json!("yesterday");
    let answer = phone.post(&town, &request).await;
    let answer: kuitti_shared::sync::response::SyncResponse = answer.read();
    assert_eq!(answer.acked_seq, Seq(500));
    let bad: Vec<_> = answer
        .results
        .iter()
        .filter(|receipt| receipt.outcome != Outcome::Applied)
        .collect();
    assert_eq!(bad.len(), 1);
    assert_eq!(
        (bad[0].seq, bad[0].outcome, bad[0].code.as_str()),
        (Seq(251), Outcome::Quarantined, "malformed")
    );
    assert_eq!(town.look(order).await.notes.len(), 499);
    // The office has it as it was sent.
    let kept = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .operations_with(Outcome::Quarantined, 9)
        .await
        .unwrap();
    assert!(kept[0].body.contains("\"yesterday\""));
}

#[tokio::test]
async fn rule_2_an_operation_on_which_the_server_fails_is_kept_and_the_others_go_on() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let other = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    // A merge in a circle can only come from damage; whoever meets it must not take the rest along.
    let mut damaged = town.look(other).await;
    damaged.order.merged_into = Some(other);
    let mut tx = town.write().await;
    tx.put_order(&damaged, town.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    phone.tap(&town, order, note("good"));
    phone.tap(&town, other, note("poisoned"));
    phone.tap(&town, order, note("good again"));
    let receipts = phone.sync(&town).await;
    let expected = [
        (Outcome::Applied, "applied"),
        (Outcome::Quarantined, "server_failed"),
        (Outcome::Applied, "applied"),
    ];
    assert_eq!(verdicts(&receipts), expected);
    assert_eq!(town.look(order).await.notes.len(), 2);
}

#[tokio::test]
async fn rule_2_a_worker_says_nothing_about_an_order_that_was_never_theirs() {
    let town = Town::with_people().await;
    let foreign = town.order(Some(Assignee::Worker(BERT))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    let base = Base::of(&town.look(foreign).await.order);
    phone.tap_on(&town, Some(foreign), base, done());
    let receipts = phone.sync(&town).await;
    assert_eq!(verdicts(&receipts), [(Outcome::Quarantined, "not_yours")]);
    assert_eq!(town.look(foreign).await.order.status, OrderStatus::Assigned);
}

#[tokio::test]
async fn rule_2_a_text_that_nobody_typed_is_kept_and_moves_nothing() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note(&"x".repeat(limits::TEXT_BYTES + 1)));
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Quarantined, "malformed")]
    );
}

#[tokio::test]
async fn rule_2_what_a_revoked_device_sends_is_kept_for_the_office() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, done());
    let mut tx = town.write().await;
    let mut record = tx.device(phone.device).await.unwrap().unwrap();
    record.revoked_at = Some(town.app.clock.now());
    tx.put_device(&record).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        phone.refused(&town).await,
        (axum::http::StatusCode::UNAUTHORIZED, "device_revoked".into())
    );
    let kept = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .operations_with(Outcome::Quarantined, 9)
        .await
        .unwrap();
    assert_eq!((kept.len(), kept[0].code.as_str()), (1, "revoked"));
    assert_eq!(town.look(order).await.order.status, OrderStatus::Assigned);
}

#[tokio::test]
async fn rule_2_a_report_names_no_order_and_is_taken_once() {
    let town = Town::with_people().await;
    let mut phone = Phone::enrol(&town, AINO).await;
    let request = RequestId(Uuid::from_u128(0xbeef));
    let report = Report {
        request,
        category: category(),
        description: "A second lamp is dark".into(),
        place: kuitti_shared::domain::Place {
            address: "Unioninkatu 34".into(),
            ..Default::default()
        },
    };
    phone.tap_on(&town, None, Base::default(), Action::Report(report));
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Applied, "applied")]
    );
    phone.tap_on(&town, None, Base::default(), note("about nothing"));
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Quarantined, "malformed")]
    );
}
