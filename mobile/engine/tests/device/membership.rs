//! Orders that leave, snapshots, digests, devices that only hand in (SYNC.md rules 5, 9 and 10).

use kuitti_engine::ports::TransportError;
use kuitti_engine::protocol::{Problem, Standing};
use kuitti_shared::domain::OrderStatus;
use kuitti_shared::operation::Action;
use kuitti_shared::sync::response::{GoneReason, Upgrade};

use crate::device::{Device, done};
use crate::town::{Fault, SCOPE, Town};

#[tokio::test]
async fn rule_5_an_order_that_leaves_with_unsent_work_stays_in_the_tray_until_all_is_acknowledged() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.act(order, Action::Start {}).await;
    device.act(order, done()).await;
    town.take(order, GoneReason::Reassigned);
    // The first half gets through, and with its answer comes that the order is gone; then the network breaks.
    let too_large = Fault::Refused(TransportError::TooLarge);
    town.script([too_large, Fault::None, Fault::offline()]);
    device.try_sync().await.unwrap_err();

    let today = device.today().await;
    assert!(today.open.is_empty(), "{today:?}");
    let [card] = today.no_longer_yours.as_slice() else {
        panic!("{today:?}")
    };
    assert_eq!(card.no_longer_yours, Some(GoneReason::Reassigned));
    let view = device.order(order).await;
    assert!(view.aggregate.order.contact.is_none());
    assert!(view.moves.is_empty());
    assert_eq!(view.aggregate.order.status, OrderStatus::Finished);

    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(device.find(order).await, Err(Problem::OrderUnknown));
    assert_eq!(town.op_ids().len(), 2);
    // Its receipts stay, with its name.
    let receipts = device.receipts().await;
    assert!(receipts.lines.iter().all(|line| line.title == "Lamp 1"));
    assert_eq!(receipts.lines.len(), 2);
}

#[tokio::test]
async fn rule_5_an_order_that_comes_back_is_an_order_again() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.take(order, GoneReason::Cancelled);
    device.sync().await;
    assert_eq!(device.find(order).await, Err(Problem::OrderUnknown));
    town.edit(order, |order| order.title = "Again".to_owned());
    device.sync().await;
    assert_eq!(device.today().await.open[0].title, "Again");
}

#[tokio::test]
async fn rule_9_the_second_mismatch_in_a_row_brings_a_snapshot() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().lies_about_digest = true;
    for round in 1..=2 {
        town.edit(order, |order| order.title.push('.'));
        device.sync().await;
        let asked_for_snapshot = town.0.borrow().requests.last().unwrap().cursors.is_empty();
        assert_eq!(asked_for_snapshot, round == 2);
    }
    town.0.borrow_mut().lies_about_digest = false;
    town.edit(order, |order| order.title.push('.'));
    device.sync().await;
    let knows_the_scope = town
        .0
        .borrow()
        .requests
        .last()
        .unwrap()
        .cursors
        .contains_key(&SCOPE);
    assert!(knows_the_scope);
    assert_eq!(device.order(order).await.aggregate.order.title, "Lamp 1...");
}

#[tokio::test]
async fn rule_10_a_crash_midway_leaves_the_old_view_and_what_is_pending() {
    let town = Town::new();
    let orders: Vec<_> = (1..=7).map(|number| town.give(number)).collect();
    let device = Device::enrolled(&town).await;
    device.note(orders[0], "pending").await;
    // Another edition of everything, in pages, one order fewer.
    town.take(orders[6], GoneReason::Reassigned);
    for order in &orders[..6] {
        town.edit(*order, |order| order.title = "New edition".to_owned());
    }
    town.0.borrow_mut().page_size = 2;
    town.0.borrow_mut().epoch += 1;
    town.script([Fault::None, Fault::offline()]);
    device.try_sync().await.unwrap_err();

    let device = device.after_a_kill().await;
    assert_eq!(device.today().await.open.len(), 7);
    assert_eq!(device.today().await.open[0].title, "Lamp 1");
    assert_eq!(device.notes(orders[0]).await, ["pending"]);

    device.sync().await;
    let today = device.today().await;
    assert_eq!(today.open.len(), 6);
    assert!(today.open.iter().all(|card| card.title == "New edition"));
    assert_eq!(device.notes(orders[0]).await, ["pending"]);
    assert_eq!(device.status().await.pending.operations, 0);
}

#[tokio::test]
async fn a_device_that_only_hands_in_keeps_showing_its_work() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().drain_only = true;
    device.note(order, "the last one").await;
    device.sync().await;
    let status = device.status().await;
    assert_eq!(
        (status.standing, status.pending.operations),
        (Standing::DrainOnly, 0)
    );
    assert_eq!(device.notes(order).await, ["the last one"]);
    town.0.borrow_mut().drain_only = false;
    device.sync().await;
    assert_eq!(device.notes(order).await, ["the last one"]);
    assert_eq!(device.status().await.standing, Standing::Active);
}

#[tokio::test]
async fn rule_12_below_upgrade_min_nothing_is_pulled_and_all_work_still_arrives() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().upgrade = Some(Upgrade { min: 2, latest: 2 });
    town.edit(order, |order| order.title = "Of tomorrow".to_owned());
    device.note(order, "of an old app").await;
    device.sync().await;
    let status = device.status().await;
    assert_eq!(
        (status.problem, status.pending.operations),
        (Some(Problem::UpgradeNeeded), 0)
    );
    assert_eq!(device.today().await.open[0].title, "Lamp 1");
    // Nothing stops the worker.
    device.act(order, done()).await;
    device.sync().await;
    assert_eq!(town.op_ids().len(), 2);
    // A server that serves it again, or the next version of the app.
    town.0.borrow_mut().upgrade = None;
    device.sync().await;
    assert_eq!(device.status().await.problem, None);
    assert_eq!(device.order(order).await.aggregate.order.title, "Of tomorrow");
}

#[tokio::test]
async fn many_orders_come_in_pages() {
    let town = Town::new();
    for number in 1..=450 {
        town.give(number);
    }
    let device = Device::enrolled(&town).await;
    assert_eq!(device.today().await.open.len(), 450);
}

#[tokio::test]
async fn a_leavers_orders_leave_once_everything_is_handed_in() {
    let town = Town::new();
    let order = town.give(1);
    let other = town.give(2);
    let device = Device::enrolled(&town).await;
    device.note(order, "the last one").await;
    {
        let mut state = town.0.borrow_mut();
        state.drain_only = true;
        state.closes_scopes = true;
    }
    device.sync().await;
    assert_eq!(town.op_ids().len(), 1);
    for order in [order, other] {
        assert_eq!(device.find(order).await, Err(Problem::OrderUnknown));
    }
    // Who comes back finds everything again.
    town.0.borrow_mut().drain_only = false;
    device.sync().await;
    assert_eq!(device.notes(order).await, ["the last one"]);
}

#[tokio::test]
async fn rule_12_what_a_newer_server_writes_in_an_order_waits_here_for_a_newer_app() {
    let town = Town::new();
    let order = town.give(1);
    let from_the_future = serde_json::json!({ "kept": true });
    town.edit(order, |order| {
        order
            .newer
            .insert("from_the_future".to_owned(), from_the_future.clone());
    });
    let device = Device::enrolled(&town).await.after_a_kill().await;
    let view = device.order(order).await;
    assert_eq!(view.aggregate.order.newer["from_the_future"], from_the_future);
}
