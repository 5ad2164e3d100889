//! Numbers, acknowledgements, lost answers, clones, restored servers (SYNC.md rules 1, 2, 3 and 11).

use kuitti_engine::protocol::ReceiptState;
use kuitti_shared::domain::OrderStatus;
use kuitti_shared::operation::Action;
use kuitti_shared::unit::{Millis, Seq};

use crate::device::{Device, done};
use crate::town::{Fault, Town};

#[tokio::test]
async fn rule_1_a_lost_answer_leaves_operations_pending_and_duplicates_move_them_on() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let first = device.note(order, "first").await;
    let second = device.note(order, "second").await;
    town.script([Fault::LostAnswer]);
    assert!(device.try_sync().await.is_err());
    assert_eq!(device.status().await.pending.operations, 2);
    assert_eq!(device.notes(order).await, ["first", "second"]);

    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(device.status().await.pending.operations, 0);
    assert_eq!(town.op_ids(), [first, second]);
    assert_eq!(device.notes(order).await, ["first", "second"]);
    assert_eq!(town.order(order).notes.len(), 2);
}

#[tokio::test]
async fn rule_1_a_cloned_phone_gets_a_numbering_of_its_own_and_keeps_every_id() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.note(order, "before the copy").await;
    device.sync().await;
    let clone = device.after_a_kill().await;
    let mine = device.note(order, "mine").await;
    let theirs = clone.note(order, "theirs").await;
    let also_theirs = clone.note(order, "also theirs").await;
    device.sync().await;
    clone.sync().await;
    assert_eq!(town.op_ids()[1..], [mine, theirs, also_theirs]);
    let numbers: Vec<Seq> = town.0.borrow().operations.iter().map(|op| op.seq).collect();
    assert_eq!(numbers, [1, 2, 1, 2].map(Seq));
    assert_eq!(clone.status().await.pending.operations, 0);

    // Both go on without disturbing each other.
    device.note(order, "mine again").await;
    clone.note(order, "theirs again").await;
    clone.sync().await;
    device.sync().await;
    assert_eq!(town.order(order).notes.len(), 6);
    assert_eq!(device.notes(order).await.len(), 6);
}

#[tokio::test]
async fn rule_11_a_restored_server_is_told_again() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for text in ["one", "two", "three"] {
        device.note(order, text).await;
    }
    device.sync().await;
    let told = town.op_ids();
    town.restore(1);
    assert_eq!(town.order(order).notes.len(), 1);
    device.note(order, "four").await;
    device.sync().await;
    assert_eq!(town.op_ids()[..3], told);
    assert_eq!(device.notes(order).await, ["one", "two", "three", "four"]);
    assert_eq!(town.order(order).notes.len(), 4);
    assert_eq!(device.status().await.pending.operations, 0);
}

#[tokio::test]
async fn rule_11_a_restored_server_is_told_again_even_when_nothing_is_new() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.note(order, "one").await;
    device.note(order, "two").await;
    device.sync().await;
    town.restore(0);
    device.sync().await;
    assert_eq!(town.op_ids().len(), 2);
    assert_eq!(device.notes(order).await, ["one", "two"]);
}

#[tokio::test]
async fn rule_11_what_was_sent_is_forgotten_when_it_is_long_ago_by_both_clocks() {
    const YEARS: Millis = Millis::from_days(800);
    const RIGHT: Millis = Millis(0);
    // The phone's clock, the server's, and how many operations the restored server is told again.
    for (phone, server, told) in [(YEARS, RIGHT, 1), (RIGHT, YEARS, 1), (YEARS, YEARS, 0)] {
        let town = Town::new();
        let order = town.give(1);
        let device = Device::enrolled(&town).await;
        device.note(order, "one").await;
        device.sync().await;
        device.clock.0.set(device.clock.0.get() + phone.0);
        // The town of these tests takes the phone's clock for the time.
        town.0.borrow_mut().clock_ahead = server - phone;
        device.sync().await;
        town.restore(0);
        device.sync().await;
        assert_eq!(town.op_ids().len(), told, "{phone:?} {server:?}");
    }
}

#[tokio::test]
async fn rule_1_what_is_no_longer_on_the_phone_closes_up() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.note(order, "one").await;
    device.sync().await;
    device
        .engine
        .call(kuitti_engine::protocol::Request::ForgetSent, Vec::new())
        .await;
    town.restore(0);
    device.note(order, "two").await;
    device.sync().await;
    let operations = &town.0.borrow().operations;
    assert_eq!(operations.iter().map(|op| op.seq).collect::<Vec<_>>(), [Seq(1)]);
}

#[tokio::test]
async fn rule_2_a_poisoned_operation_costs_only_itself() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().poison = Some("en_route@1");
    let good = device.act(order, Action::Accept {}).await;
    let bad = device.act(order, Action::EnRoute {}).await;
    let last = device.act(order, done()).await;
    device.sync().await;
    let view = device.order(order).await;
    let attention = ReceiptState::NeedsAttention {
        code: "server_failed".to_owned(),
    };
    assert_eq!(view.receipts[&good], ReceiptState::Applied);
    assert_eq!(view.receipts[&bad], attention);
    assert_eq!(view.receipts[&last], ReceiptState::Applied);
    assert!(view.card.needs_attention);
    assert_eq!(view.aggregate.order.status, OrderStatus::Finished);
    let tally = device.receipts().await.tally;
    assert_eq!(
        (tally.applied, tally.needs_attention, tally.on_this_phone),
        (2, 1, 0)
    );
}

#[tokio::test]
async fn rule_3_an_operation_stays_until_the_last_page_is_here() {
    let town = Town::new();
    let orders: Vec<_> = (1..=6).map(|number| town.give(number)).collect();
    let device = Device::enrolled(&town).await;
    let op = device.note(orders[0], "kept").await;
    for order in &orders[1..] {
        town.edit(*order, |order| order.title.push('!'));
    }
    town.0.borrow_mut().page_size = 2;
    // The first page comes, the second does not.
    town.script([Fault::None, Fault::offline()]);
    assert!(device.try_sync().await.is_err());
    let view = device.order(orders[0]).await;
    assert_eq!(view.receipts[&op], ReceiptState::Arrived);
    assert_eq!(device.notes(orders[0]).await, ["kept"]);
    assert!(!device.order(orders[1]).await.aggregate.order.title.ends_with('!'));

    device.sync().await;
    let view = device.order(orders[0]).await;
    assert_eq!(view.receipts[&op], ReceiptState::Applied);
    assert_eq!(device.notes(orders[0]).await, ["kept"]);
    assert!(device.order(orders[5]).await.aggregate.order.title.ends_with('!'));
}

#[tokio::test]
async fn a_long_day_goes_up_in_batches() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for number in 0..30 {
        device
            .note(order, &format!("{number} {}", "x".repeat(12 * 1024)))
            .await;
    }
    device.sync().await;
    let state = town.0.borrow();
    assert_eq!(state.operations.len(), 30);
    let sizes: Vec<usize> = state.requests.iter().map(|request| request.ops.len()).collect();
    assert!(sizes.iter().filter(|size| **size > 0).count() >= 2, "{sizes:?}");
}

#[tokio::test]
async fn rule_2_what_the_server_thinks_better_of_is_heard() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().poison = Some("accept@1");
    let op_id = device.act(order, Action::Accept {}).await;
    device.sync().await;
    assert!(device.order(order).await.card.needs_attention);
    let verdict = |outcome| kuitti_shared::sync::Receipt {
        seq: Seq(1),
        op_id,
        outcome,
        code: "applied".to_owned(),
        conflict: None,
    };
    let applied = verdict(kuitti_shared::sync::ReceiptOutcome::Applied);
    let known = verdict(kuitti_shared::sync::ReceiptOutcome::Duplicate);
    town.0.borrow_mut().retold = vec![applied, known];
    device.sync().await;
    assert_eq!(device.order(order).await.receipts[&op_id], ReceiptState::Applied);
}

#[tokio::test]
async fn rule_11_a_server_that_lost_the_numbering_too_is_told_everything_again() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for text in ["one", "two"] {
        device.note(order, text).await;
    }
    device.sync().await;
    let told = town.op_ids();
    town.restore(0);
    town.0.borrow_mut().delivered.clear();
    device.note(order, "three").await;
    device.sync().await;
    assert_eq!(town.op_ids()[..2], told);
    assert_eq!(device.notes(order).await, ["one", "two", "three"]);
}
