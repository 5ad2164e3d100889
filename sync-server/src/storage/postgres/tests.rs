//! What only several writers at once can show.

use std::time::Duration;

use kuitti_shared::domain::OrderStatus;
use kuitti_shared::id::{OrderId, Sha256Hex, WorkerId};
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Version, WallTime};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use tokio::time::timeout;
use uuid::Uuid;

use super::PostgresStorage;
use crate::pokes::{Poke, Pokes};
use crate::storage::conformance::samples::{NOW, order, orders_before_appointments};
use crate::storage::{FeedRow, ScopeRow, Storage as _, StorageError, StorageResult, WriteTx};
use crate::testing::postgres::Cluster;

const SCOPE: Scope = Scope::Worker(WorkerId(Uuid::from_u128(1)));
/// Long enough for whatever does not wait for a lock.
const A_WHILE: Duration = Duration::from_millis(300);
/// Nothing takes this long unless it hangs.
const HANGS: Duration = Duration::from_secs(20);

async fn open(cluster: &Cluster) -> PostgresStorage {
    PostgresStorage::open(cluster.address(), Pokes::default())
        .await
        .unwrap()
}

async fn lock(tx: &mut dyn WriteTx, scope: Scope) -> StorageResult<ScopeRow> {
    Ok(tx.lock_scopes(&[], &[scope]).await?[&scope])
}

/// Puts an order into the feed as the server does: with the next number of the locked scope.
async fn add_to_feed(tx: &mut dyn WriteTx, mut row: ScopeRow, number: u128) {
    row.head += 1;
    let line = FeedRow {
        order: OrderId(Uuid::from_u128(number)),
        seq: row.head,
        version: Version(1),
        gone: None,
        is_over: false,
    };
    tx.put_feeds(&[(SCOPE, row)], &[(SCOPE, line)], WallTime(0))
        .await
        .unwrap();
}

#[tokio::test]
async fn rule_04_a_cursor_between_two_open_transactions_skips_nothing() {
    let Some(cluster) = Cluster::start() else { return };
    let storage = open(&cluster).await;
    let mut tx = storage.write().await.unwrap();
    lock(&mut *tx, SCOPE).await.unwrap();
    tx.commit().await.unwrap();
    let mut first = storage.write().await.unwrap();
    let row = lock(&mut *first, SCOPE).await.unwrap();
    // The second begins while the first is open, and would overtake it with a sequence's number.
    let mut second = storage.write().await.unwrap();
    let mut adding = Box::pin(async {
        let row = lock(&mut *second, SCOPE).await.unwrap();
        add_to_feed(&mut *second, row, 8).await;
        second.commit().await.unwrap();
    });
    assert!(
        timeout(A_WHILE, &mut adding).await.is_err(),
        "the second must wait for the first"
    );
    let mut reader = storage.read().await.unwrap();
    let head = reader.scope(SCOPE).await.unwrap().unwrap().head;
    assert_eq!(head, 0, "a cursor read now stays before both");
    add_to_feed(&mut *first, row, 7).await;
    first.commit().await.unwrap();
    timeout(HANGS, adding).await.unwrap();
    let mut reader = storage.read().await.unwrap();
    let lines = reader.feed_after(SCOPE, 0, 9).await.unwrap();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| (line.row.seq, line.row.order.0.as_u128()))
        .collect();
    assert_eq!(lines, [(1, 7), (2, 8)]);
}

#[tokio::test]
async fn two_who_change_one_order_take_turns_and_both_changes_stay() {
    let Some(cluster) = Cluster::start() else { return };
    let storage = open(&cluster).await;
    let aggregate = order(7, OrderStatus::New, None);
    let id = aggregate.order.id;
    let mut tx = storage.write().await.unwrap();
    tx.put_order(&aggregate, NOW).await.unwrap();
    tx.commit().await.unwrap();
    let changes = (0..20).map(|_| async {
        let mut tx = storage.write().await.unwrap();
        let mut aggregate = tx.order(id).await.unwrap().unwrap();
        aggregate.order.version = aggregate.order.version.next();
        tx.put_order(&aggregate, NOW).await.unwrap();
        tx.commit().await.unwrap();
    });
    futures_util::future::join_all(changes).await;
    let mut tx = storage.read().await.unwrap();
    assert_eq!(tx.order(id).await.unwrap().unwrap().order.version, Version(21));
}

#[tokio::test]
async fn who_looks_for_an_order_in_vain_is_seen_by_who_makes_it() {
    let Some(cluster) = Cluster::start() else { return };
    let storage = open(&cluster).await;
    let aggregate = order(7, OrderStatus::New, None);
    let mut holds = storage.write().await.unwrap();
    assert_eq!(holds.order(aggregate.order.id).await.unwrap(), None);
    let mut makes = storage.write().await.unwrap();
    let mut making = Box::pin(makes.put_order(&aggregate, NOW));
    assert!(
        timeout(A_WHILE, &mut making).await.is_err(),
        "it must wait for what is being held"
    );
    holds.commit().await.unwrap();
    timeout(HANGS, making).await.unwrap().unwrap();
}

#[tokio::test]
async fn who_brings_a_file_sees_the_photo_that_was_announced_meanwhile() {
    let Some(cluster) = Cluster::start() else { return };
    let storage = open(&cluster).await;
    let sha256 = Sha256Hex::from([7; 32]);
    let mut announces = storage.write().await.unwrap();
    assert_eq!(announces.blob(&sha256).await.unwrap(), None);
    let mut brings = storage.write().await.unwrap();
    let blob = crate::storage::BlobRecord {
        sha256: sha256.clone(),
        size: 1,
        media_type: "image/jpeg".into(),
        touched_at: NOW,
    };
    let mut bringing = Box::pin(brings.put_blob(&blob));
    assert!(timeout(A_WHILE, &mut bringing).await.is_err());
    announces.commit().await.unwrap();
    timeout(HANGS, bringing).await.unwrap().unwrap();
}

#[tokio::test]
async fn what_failed_is_never_taken_for_committed() {
    let Some(cluster) = Cluster::start() else { return };
    let storage = open(&cluster).await;
    let mut tx = storage.write().await.unwrap();
    tx.put_setting("kept", &serde_json::json!(1)).await.unwrap();
    let (first, mut second) = (order(7, OrderStatus::New, None), order(8, OrderStatus::New, None));
    second.order.number = first.order.number.clone();
    tx.put_order(&first, NOW).await.unwrap();
    assert!(tx.put_order(&second, NOW).await.is_err());
    assert!(matches!(tx.commit().await, Err(StorageError::NotCommitted)));
    let mut tx = storage.read().await.unwrap();
    assert_eq!(tx.setting("kept").await.unwrap(), None);
}

#[tokio::test]
async fn two_who_wait_for_each_other_are_told_apart_by_an_answer_that_may_be_tried_again() {
    let Some(cluster) = Cluster::start() else { return };
    let storage = open(&cluster).await;
    let other = Scope::Worker(WorkerId(Uuid::from_u128(2)));
    let mut first = storage.write().await.unwrap();
    let mut second = storage.write().await.unwrap();
    lock(&mut *first, SCOPE).await.unwrap();
    lock(&mut *second, other).await.unwrap();
    let (one, two) = futures_util::future::join(async move { lock(&mut *first, other).await }, async move {
        lock(&mut *second, SCOPE).await
    })
    .await;
    let failed = one.err().or(two.err());
    assert!(matches!(failed, Some(StorageError::NotCommitted)), "{failed:?}");
}

#[tokio::test]
async fn pokes_reach_the_other_process_once_and_after_a_broken_connection_everybody_looks() {
    let Some(mut cluster) = Cluster::start() else {
        return;
    };
    let (here, there) = (Pokes::default(), Pokes::default());
    let first = PostgresStorage::open(cluster.address(), here.clone())
        .await
        .unwrap();
    let second = PostgresStorage::open(cluster.address(), there.clone())
        .await
        .unwrap();
    let (mut at_home, mut abroad) = (here.listen(), there.listen());
    for poke in [Poke::Town, Poke::Tasks] {
        let mut tx = first.write().await.unwrap();
        tx.poke(poke);
        tx.commit().await.unwrap();
        let heard = timeout(HANGS, abroad.recv()).await.unwrap().unwrap();
        assert_eq!(heard.as_ref(), [poke]);
    }
    assert_eq!(at_home.recv().await.unwrap().as_ref(), [Poke::Town]);
    assert_eq!(at_home.recv().await.unwrap().as_ref(), [Poke::Tasks]);
    assert!(at_home.try_recv().is_err(), "one's own pokes do not come back");
    cluster.stop_at_once();
    cluster.run();
    let heard = timeout(HANGS, abroad.recv()).await.unwrap().unwrap();
    assert_eq!(heard.as_ref(), [Poke::Anything]);
    second.close().await;
}

#[tokio::test]
async fn a_time_that_was_agreed_before_lists_knew_of_it_stands_in_them() {
    let Some(cluster) = Cluster::start() else { return };
    let mut connection = PgConnection::connect(cluster.address()).await.unwrap();
    for migration in BEFORE_APPOINTMENTS {
        connection.execute(AssertSqlSafe(migration)).await.unwrap();
    }
    for old in orders_before_appointments(|id| format!("'\\x0{id}'")) {
        connection.execute(AssertSqlSafe(old)).await.unwrap();
    }
    let later = include_str!("migrations/009_appointments.sql");
    connection.execute(AssertSqlSafe(later)).await.unwrap();
    let agreed: Vec<(Option<i64>, Option<i64>)> =
        sqlx::query_as("SELECT agreed_from, agreed_until FROM work_order ORDER BY id")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    assert_eq!(agreed, [(Some(10), Some(20)), (None, None)]);
}

const BEFORE_APPOINTMENTS: [&str; 8] = [
    include_str!("migrations/001_town.sql"),
    include_str!("migrations/002_gateways.sql"),
    include_str!("migrations/003_followers.sql"),
    include_str!("migrations/004_messages.sql"),
    include_str!("migrations/005_texts.sql"),
    include_str!("migrations/006_speed.sql"),
    include_str!("migrations/007_files.sql"),
    include_str!("migrations/008_runs.sql"),
];
