//! Scopes and feeds.

use std::collections::BTreeMap;

use kuitti_shared::id::{CrewId, OrderId, WorkerId};
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Millis, Version};

use super::Opened;
use super::samples::{NOW, id};
use crate::storage::{FeedRow, ScopeRow, WriteTx};

fn line(order: u128, seq: u64, gone: Option<GoneReason>) -> FeedRow {
    FeedRow {
        order: OrderId(id(order)),
        seq,
        version: Version(seq * 10),
        gone,
        is_over: false,
    }
}

async fn lines(tx: &mut dyn WriteTx, scope: Scope, after: u64) -> Vec<FeedRow> {
    let lines = tx.feed_after(scope, after, 9).await.unwrap();
    lines.into_iter().map(|line| line.row).collect()
}

pub(super) async fn a_feed_has_one_line_per_order_in_sequence(opened: Opened) {
    let scope = Scope::Worker(WorkerId(id(1)));
    let mut tx = opened.storage.write().await.unwrap();
    assert_eq!(tx.scope(scope).await.unwrap(), None);
    let fresh = tx.lock_scopes(&[], &[scope]).await.unwrap()[&scope];
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
    tx.put_feeds(&[(scope, full)], &[], NOW).await.unwrap();
    let locked = tx.lock_scopes(&[], &[scope]).await.unwrap();
    assert_eq!(locked, BTreeMap::from([(scope, full)]));
    tx.put_feeds(&[], &[(scope, line(7, 1, None))], NOW)
        .await
        .unwrap();
    tx.put_feeds(&[], &[(scope, line(8, 2, None))], NOW)
        .await
        .unwrap();
    tx.put_feeds(&[], &[(scope, line(7, 3, None))], NOW)
        .await
        .unwrap();
    assert_eq!(
        lines(&mut *tx, scope, 0).await,
        [line(8, 2, None), line(7, 3, None)]
    );
    assert_eq!(lines(&mut *tx, scope, 2).await, [line(7, 3, None)]);
    assert_eq!(
        tx.feed_of(scope, OrderId(id(7))).await.unwrap(),
        Some(line(7, 3, None))
    );
    let locked = tx.lock_scopes(&[OrderId(id(9))], &[]).await.unwrap();
    assert!(locked.is_empty(), "nobody has heard of this order");
    let locked = tx.lock_scopes(&[OrderId(id(7)), OrderId(id(9))], &[]).await;
    assert_eq!(locked.unwrap(), BTreeMap::from([(scope, full)]));
    // Who is locked beside it is made.
    let crew = Scope::Crew(CrewId(id(2)));
    let locked = tx.lock_scopes(&[OrderId(id(7))], &[crew, scope]).await.unwrap();
    assert_eq!(locked, BTreeMap::from([(scope, full), (crew, fresh)]));
    let found = tx
        .feed_lines(&[crew, scope], &[OrderId(id(8)), OrderId(id(9))])
        .await;
    assert_eq!(found.unwrap(), [(scope, line(8, 2, None))]);
}

pub(super) async fn what_left_long_ago_is_forgotten_and_the_scope_knows(opened: Opened) {
    let scope = Scope::Worker(WorkerId(id(1)));
    let gone = Some(GoneReason::Reassigned);
    let mut tx = opened.storage.write().await.unwrap();
    tx.lock_scopes(&[], &[scope]).await.unwrap();
    tx.put_feeds(&[], &[(scope, line(7, 1, None))], NOW)
        .await
        .unwrap();
    tx.put_feeds(&[], &[(scope, line(8, 2, gone))], NOW)
        .await
        .unwrap();
    tx.put_feeds(&[], &[(scope, line(9, 3, gone))], NOW + Millis(5))
        .await
        .unwrap();
    let locked = tx.lock_scopes(&[OrderId(id(8))], &[]).await.unwrap();
    assert!(locked.is_empty(), "the order has left");
    assert_eq!(tx.forget_gone(NOW + Millis(1)).await.unwrap(), 1);
    assert_eq!(tx.scope(scope).await.unwrap().unwrap().gc_seq, 2);
    assert_eq!(
        lines(&mut *tx, scope, 0).await,
        [line(7, 1, None), line(9, 3, gone)]
    );
}
