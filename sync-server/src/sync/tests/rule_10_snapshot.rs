//! Rules 9 and 10: digests are compared by the test's phone on every last page; snapshots come in pages.

use kuitti_shared::domain::Assignee;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::limits;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::PageMode;
use kuitti_shared::unit::Millis;

use crate::sync::housekeeping;
use crate::testing::Town;
use crate::testing::people::{AINO, CARL};
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_10_a_snapshot_comes_in_pages_and_ends_with_the_digest() {
    let town = Town::with_people().await;
    for _ in 0..7 {
        town.order(Some(Assignee::Worker(AINO))).await;
    }
    let mut phone = Phone::enrol(&town, AINO).await;
    let mut modes = Vec::new();
    loop {
        let mut request = phone.request(&town);
        request.limit = Some(3);
        let answer = phone.send(&town, &request).await;
        if let Some(page) = answer.scopes.get(&Scope::Worker(AINO)) {
            modes.push((page.mode, page.changes.len(), page.digest.is_some()));
        }
        if !phone.take_in(&answer) {
            break;
        }
    }
    let expected = [
        (PageMode::Snapshot, 3, false),
        (PageMode::Delta, 3, false),
        (PageMode::Delta, 1, true),
    ];
    assert_eq!(modes, expected);
    assert_eq!(phone.all_held().len(), 7);
}

#[tokio::test]
async fn rule_10_a_snapshot_ends_although_the_feed_has_forgotten_what_lies_above_its_pages() {
    let town = Town::with_people().await;
    for _ in 0..4 {
        town.order(Some(Assignee::Worker(AINO))).await;
    }
    let leaves = town.order(Some(Assignee::Worker(AINO))).await;
    town.assign(leaves, Assignee::Worker(CARL)).await;
    town.clock.move_by(limits::GONE);
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    let mut phone = Phone::enrol(&town, AINO).await;
    for _ in 0..10 {
        let mut request = phone.request(&town);
        request.limit = Some(2);
        if !phone.take_in(&phone.send(&town, &request).await) {
            assert_eq!(phone.all_held().len(), 4);
            return;
        }
    }
    panic!("the snapshot never ends");
}

/// A phone that has two of its four orders.
async fn between_two_pages() -> (Town, Vec<OrderId>, Phone) {
    let town = Town::with_people().await;
    let mut orders = Vec::new();
    for _ in 0..4 {
        orders.push(town.order(Some(Assignee::Worker(AINO))).await);
    }
    let mut phone = Phone::enrol(&town, AINO).await;
    let mut request = phone.request(&town);
    request.limit = Some(2);
    phone.take_in(&phone.send(&town, &request).await);
    (town, orders, phone)
}

#[tokio::test]
async fn rule_10_an_order_that_leaves_between_two_pages_is_not_kept() {
    let (town, orders, mut phone) = between_two_pages().await;
    town.assign(orders[0], Assignee::Worker(CARL)).await;
    phone.sync(&town).await;
    assert_eq!(phone.all_held(), orders[1..].iter().copied().collect());
}

#[tokio::test]
async fn rule_10_a_snapshot_that_rested_until_the_feed_forgot_who_left_begins_again() {
    let (town, orders, mut phone) = between_two_pages().await;
    town.assign(orders[0], Assignee::Worker(CARL)).await;
    town.clock.move_by(limits::GONE);
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    phone.sync(&town).await;
    assert_eq!(phone.all_held(), orders[1..].iter().copied().collect());
}

#[tokio::test]
async fn rule_11_a_new_epoch_means_a_snapshot() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.cursors.get_mut(&Scope::Worker(AINO)).unwrap().epoch += 1;
    let answer = phone.send(&town, &phone.request(&town)).await;
    let page = &answer.scopes[&Scope::Worker(AINO)];
    assert_eq!((page.mode, page.changes[0].order.id), (PageMode::Snapshot, order));
}
