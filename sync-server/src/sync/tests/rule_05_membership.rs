//! Rule 5: who has an order, and why it leaves.

use axum::http::{Method, StatusCode};
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, OrderStatus, Role};
use kuitti_shared::sync::limits;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::Millis;

use super::{done, note, verdicts};
use crate::sync::housekeeping;
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, CARL};
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_5_a_reassigned_order_leaves_with_its_reason_and_appears_where_it_went() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let (mut first, mut second) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, CARL).await);
    first.sync(&town).await;
    second.sync(&town).await;
    town.assign(order, Assignee::Worker(CARL)).await;
    first.sync(&town).await;
    second.sync(&town).await;
    assert_eq!(first.gone, [(order, GoneReason::Reassigned)]);
    assert!(first.held(order).is_none() && second.held(order).is_some());
    // What the former assignee still brings is taken for thirty days.
    let before = town.look(order).await;
    first.tap_on(
        &town,
        Some(order),
        kuitti_shared::operation::Base::of(&before.order),
        note("left the ladder"),
    );
    assert_eq!(verdicts(&first.sync(&town).await)[0].1, "applied");
}

#[tokio::test]
async fn rule_5_a_cancelled_order_leaves_and_comes_back_when_it_is_reopened() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    town.decide(order, Decision::Cancel).await;
    phone.sync(&town).await;
    assert_eq!(phone.gone, [(order, GoneReason::Cancelled)]);
    town.decide(order, Decision::Reopen).await;
    phone.sync(&town).await;
    assert!(phone.held(order).is_some());
}

#[tokio::test]
async fn rule_5_a_finished_order_ages_out_after_seven_days() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, done());
    phone.sync(&town).await;
    assert_eq!(phone.held(order).unwrap().order.status, OrderStatus::Finished);
    town.clock.move_by(limits::OWN_TERMINAL);
    housekeeping::look(&town.app).await.unwrap();
    phone.sync(&town).await;
    assert!(phone.held(order).is_some(), "not before the seven days are over");
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    phone.sync(&town).await;
    assert_eq!(phone.gone, [(order, GoneReason::Aged)]);
}

#[tokio::test]
async fn rule_5_a_cursor_from_before_the_feed_forgot_gets_a_snapshot() {
    let town = Town::with_people().await;
    let (stays, leaves) = (
        town.order(Some(Assignee::Worker(AINO))).await,
        town.order(Some(Assignee::Worker(AINO))).await,
    );
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    town.assign(leaves, Assignee::Worker(BERT)).await;
    town.clock.move_by(limits::GONE);
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    // Nobody told this phone that the order left; only a snapshot can.
    phone.sync(&town).await;
    assert_eq!(phone.all_held(), [stays].into());
    assert_eq!(phone.gone, []);
}

#[tokio::test]
async fn rule_5_a_leavers_phone_hands_in_and_gets_nothing_more() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, done());
    let dispatcher = town.log_in(Role::Dispatcher).await;
    let path = format!("/api/devices/{}/drain", phone.device);
    let drained = town.call(Method::POST, &path, &dispatcher).await;
    assert_eq!(drained.status, StatusCode::NO_CONTENT);
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert!(answer.drain_only);
    assert_eq!(verdicts(&answer.results)[0].1, "applied");
    phone.take_in(&answer);
    assert_eq!(phone.all_held(), [].into());
    town.clock.move_by(Millis::from_days(3));
    assert_eq!(phone.refused(&town).await.1, "device_revoked");
}
