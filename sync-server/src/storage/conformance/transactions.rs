//! The unit is a transaction.

use kuitti_shared::domain::OrderStatus;
use serde_json::json;

use super::Opened;
use super::samples::order;
use crate::pokes::Poke;

pub(super) async fn what_is_committed_is_there_and_what_is_dropped_is_not(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_setting("kept", &json!(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_setting("dropped", &json!(2)).await.unwrap();
    drop(tx);
    let mut tx = opened.storage.read().await.unwrap();
    assert_eq!(tx.setting("kept").await.unwrap(), Some(json!(1)));
    assert_eq!(tx.setting("dropped").await.unwrap(), None);
}

pub(super) async fn a_step_is_undone_alone_with_its_pokes(opened: Opened) {
    let mut heard = opened.pokes.listen();
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_setting("before", &json!(1)).await.unwrap();
    tx.poke(Poke::Town);
    tx.begin_step().await.unwrap();
    tx.put_setting("undone", &json!(2)).await.unwrap();
    tx.poke(Poke::Notices);
    tx.undo_step().await.unwrap();
    tx.begin_step().await.unwrap();
    tx.put_setting("after", &json!(3)).await.unwrap();
    tx.keep_step().await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = opened.storage.read().await.unwrap();
    assert_eq!(tx.setting("before").await.unwrap(), Some(json!(1)));
    assert_eq!(tx.setting("undone").await.unwrap(), None);
    assert_eq!(tx.setting("after").await.unwrap(), Some(json!(3)));
    assert_eq!(heard.recv().await.unwrap().as_ref(), [Poke::Town]);
}

pub(super) async fn pokes_are_sent_after_the_commit_and_not_without_it(opened: Opened) {
    let mut heard = opened.pokes.listen();
    let mut tx = opened.storage.write().await.unwrap();
    tx.poke(Poke::Notices);
    drop(tx);
    let mut tx = opened.storage.write().await.unwrap();
    tx.poke(Poke::Town);
    tx.poke(Poke::Town);
    assert!(heard.try_recv().is_err());
    tx.commit().await.unwrap();
    assert_eq!(heard.recv().await.unwrap().as_ref(), [Poke::Town]);
}

pub(super) async fn a_reader_sees_one_state_while_others_write(opened: Opened) {
    let mut reader = opened.storage.read().await.unwrap();
    assert_eq!(reader.setting("later").await.unwrap(), None);
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_setting("later", &json!(1)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(reader.setting("later").await.unwrap(), None);
    let mut reader = opened.storage.read().await.unwrap();
    assert_eq!(reader.setting("later").await.unwrap(), Some(json!(1)));
}

pub(super) async fn many_writers_take_turns_and_lose_nothing(opened: Opened) {
    let writers = (0..100).map(|_| async {
        let mut tx = opened.storage.write().await.unwrap();
        let number = tx.next_number("order").await.unwrap();
        tx.commit().await.unwrap();
        number
    });
    let mut numbers = futures_util::future::join_all(writers).await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=100).collect::<Vec<u64>>());
}

pub(super) async fn one_that_gives_up_does_not_take_its_neighbours_along(opened: Opened) {
    let writers = (0..60_u128).map(|number| {
        let storage = &opened.storage;
        async move {
            let mut tx = storage.write().await.unwrap();
            let aggregate = order(number + 1, OrderStatus::New, None);
            tx.put_order(&aggregate, super::samples::NOW).await.unwrap();
            match number % 3 {
                0 => drop(tx),
                // Something that the database refuses: the same number again under another id.
                1 => {
                    let mut twin = aggregate;
                    twin.order.id.0 = super::samples::id(number + 1_000);
                    assert!(tx.put_order(&twin, super::samples::NOW).await.is_err());
                }
                _ => tx.commit().await.unwrap(),
            }
        }
    });
    futures_util::future::join_all(writers).await;
    let mut tx = opened.storage.read().await.unwrap();
    assert_eq!(tx.order_counts().await.unwrap(), [(OrderStatus::New, 20)]);
}
