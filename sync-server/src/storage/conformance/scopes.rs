//! Scopes and feeds.

use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Millis, Version};

use super::Opened;
use super::samples::{NOW, id};
use crate::storage::{FeedRow, ScopeRow};

fn line(order: u128, seq: u64, gone: Option<GoneReason>) -> FeedRow {
    FeedRow {
        order: OrderId(id(order)),
        seq,
        version: Version(seq * 10),
        gone,
        is_over: false,
    }
}

pub(super) async fn a_feed_has_one_line_per_order_in_sequence(opened: Opened) {
    let scope = Scope::Worker(WorkerId(id(1)));
    let mut tx = opened.storage.write().await.unwrap();
    assert_eq!(tx.scope(scope).await.unwrap(), None);
    let fresh = tx.lock_scope(scope).await.unwrap();
    assert_eq!((fresh.epoch, fresh.head, fresh.digest), (1, 0, Digest::default()));
    // All 64 bits of a fingerprint come back.
    let full = ScopeRow {
        head: 3,
        digest: Digest {
            n: 2,
            x: u64::MAX - 5,
        },
        ..fresh
    };
    tx.put_scope(scope, &full).await.unwrap();
    assert_eq!(tx.lock_scope(scope).await.unwrap(), full);
    tx.put_feed(scope, &[line(7, 1, None)], NOW).await.unwrap();
    tx.put_feed(scope, &[line(8, 2, None)], NOW).await.unwrap();
    tx.put_feed(scope, &[line(7, 3, None)], NOW).await.unwrap();
    assert_eq!(
        tx.feed_after(scope, 0, 9).await.unwrap(),
        [line(8, 2, None), line(7, 3, None)]
    );
    assert_eq!(tx.feed_after(scope, 2, 9).await.unwrap(), [line(7, 3, None)]);
    assert_eq!(
        tx.feed_of(scope, OrderId(id(7))).await.unwrap(),
        Some(line(7, 3, None))
    );
    assert_eq!(
        tx.scopes_of(&[OrderId(id(7)), OrderId(id(9))]).await.unwrap(),
        [(OrderId(id(7)), scope)]
    );
}

pub(super) async fn what_left_long_ago_is_forgotten_and_the_scope_knows(opened: Opened) {
    let scope = Scope::Worker(WorkerId(id(1)));
    let gone = Some(GoneReason::Reassigned);
    let mut tx = opened.storage.write().await.unwrap();
    tx.lock_scope(scope).await.unwrap();
    tx.put_feed(scope, &[line(7, 1, None)], NOW).await.unwrap();
    tx.put_feed(scope, &[line(8, 2, gone)], NOW).await.unwrap();
    tx.put_feed(scope, &[line(9, 3, gone)], NOW + Millis(5))
        .await
        .unwrap();
    assert_eq!(tx.scopes_of(&[OrderId(id(8))]).await.unwrap(), []);
    assert_eq!(tx.forget_gone(NOW + Millis(1)).await.unwrap(), 1);
    assert_eq!(tx.scope(scope).await.unwrap().unwrap().gc_seq, 2);
    assert_eq!(
        tx.feed_after(scope, 0, 9).await.unwrap(),
        [line(7, 1, None), line(9, 3, gone)]
    );
}
