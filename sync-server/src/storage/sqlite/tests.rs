//! What only this driver promises: one process, a log that cannot be changed, copies that know what they are.

use std::path::PathBuf;

use kuitti_shared::id::WorkerId;
use kuitti_shared::sync::request::Scope;
use rusqlite::types::Value;
use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};
use tempfile::TempDir;
use uuid::Uuid;

use super::SqliteStorage;
use super::connection::{Access, Shared};
use crate::act::Actor;
use crate::pokes::Pokes;
use crate::storage::conformance::samples::orders_before_appointments;
use crate::storage::{AuditEntry, Storage as _, StorageError};

/// A database with a table of heavy rows, none yet.
pub(super) async fn heap() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("heap.db");
    let options = SqliteConnectOptions::new()
        .filename(&file)
        .create_if_missing(true);
    options.connect().await.unwrap().close().await.unwrap();
    let writer = Shared::open(&file, Access::Write).unwrap();
    writer.command("CREATE TABLE heap (body BLOB)").unwrap();
    (directory, file)
}

/// Adds rows to a [`heap`], each nearly as large as a page.
pub(super) fn fill(writer: &Shared, rows: u32) {
    let text = format!(
        "WITH RECURSIVE row (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM row WHERE n < {rows}) \
         INSERT INTO heap SELECT zeroblob(4000) FROM row"
    );
    writer.command(&text).unwrap();
}

#[tokio::test]
async fn a_second_process_refuses_with_a_clear_sentence_and_a_reader_beside_does_not_write() {
    let directory = tempfile::tempdir().unwrap();
    let first = SqliteStorage::open(directory.path(), Pokes::default())
        .await
        .unwrap();
    let second = SqliteStorage::open(directory.path(), Pokes::default()).await;
    let error = second.err().unwrap().to_string();
    assert!(error.contains("in use by another kuitti-server"), "{error}");
    let beside = SqliteStorage::open_beside(directory.path()).unwrap();
    assert_eq!(beside.read().await.unwrap().edition().await.unwrap(), 0);
    assert!(matches!(beside.write().await, Err(StorageError::ReadOnly)));
    first.close().await;
    drop(first);
    SqliteStorage::open(directory.path(), Pokes::default())
        .await
        .unwrap();
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_audit_log() {
    let directory = tempfile::tempdir().unwrap();
    let storage = SqliteStorage::open(directory.path(), Pokes::default())
        .await
        .unwrap();
    let mut tx = storage.write().await.unwrap();
    let entry = AuditEntry {
        at: kuitti_shared::unit::WallTime(0),
        actor: Actor::Server,
        action: "order.made".into(),
        subject: "order".into(),
        subject_id: None,
        detail: json!({}),
    };
    tx.audit(&entry).await.unwrap();
    tx.commit().await.unwrap();
    storage.close().await;
    let file = directory.path().join("kuitti.db");
    let mut connection = SqliteConnection::connect(&file.display().to_string())
        .await
        .unwrap();
    for sql in ["UPDATE audit SET action = 'order.unmade'", "DELETE FROM audit"] {
        let error = sqlx::query(sql).execute(&mut connection).await.unwrap_err();
        assert!(error.to_string().contains("only grows"), "{error}");
    }
}

#[tokio::test]
async fn a_savepoint_of_many_megabytes_is_taken_back_whole() {
    let (_directory, file) = heap().await;
    let writer = Shared::open(&file, Access::Write).unwrap();
    fill(&writer, 3_750);
    for text in [
        "BEGIN IMMEDIATE",
        "SAVEPOINT job",
        "UPDATE heap SET body = x'00'",
        "ROLLBACK TO job",
        "COMMIT",
    ] {
        writer.command(text).unwrap();
    }
    let sum = writer
        .fetch("SELECT SUM(length(body)) AS bytes FROM heap", &[], 1)
        .unwrap();
    assert_eq!(sum[0].get("bytes").unwrap(), &Value::Integer(15_000_000));
}

#[tokio::test]
async fn rule_11_opening_a_copy_begins_new_epochs_once() {
    let directory = tempfile::tempdir().unwrap();
    let scope = Scope::Worker(WorkerId(Uuid::from_u128(1)));
    let original = SqliteStorage::open(directory.path(), Pokes::default())
        .await
        .unwrap();
    let mut tx = original.write().await.unwrap();
    tx.lock_scopes(&[], &[scope]).await.unwrap();
    tx.commit().await.unwrap();
    let restored = directory.path().join("restored");
    std::fs::create_dir(&restored).unwrap();
    original.copy_to(&restored.join("kuitti.db")).await.unwrap();
    for _ in 0..2 {
        let copy = SqliteStorage::open(&restored, Pokes::default()).await.unwrap();
        let row = copy.read().await.unwrap().scope(scope).await.unwrap().unwrap();
        assert_eq!(row.epoch, 2);
        copy.close().await;
    }
    assert_eq!(
        original
            .read()
            .await
            .unwrap()
            .scope(scope)
            .await
            .unwrap()
            .unwrap()
            .epoch,
        1
    );
}

/// The schema up to the one before places of a push stood in one row.
const BEFORE_RUNS: [&str; 7] = [
    include_str!("migrations/001_town.sql"),
    include_str!("migrations/002_gateways.sql"),
    include_str!("migrations/003_followers.sql"),
    include_str!("migrations/004_messages.sql"),
    include_str!("migrations/005_texts.sql"),
    include_str!("migrations/006_speed.sql"),
    include_str!("migrations/007_files.sql"),
];

#[test]
fn places_that_were_given_out_row_by_row_stay_taken() {
    let store = rusqlite::Connection::open_in_memory().unwrap();
    for migration in BEFORE_RUNS {
        store.execute_batch(migration).unwrap();
    }
    let old = "INSERT INTO worker (id, name, active, doc) VALUES (x'01', 'Aino', 1, '{}');
        INSERT INTO device (id, worker, name, app, token, enrolled_at) VALUES (x'02', x'01', 'a', 'b', 'c', 0);
        INSERT INTO incarnation VALUES (x'03', x'02', 2), (x'04', x'02', 1);
        INSERT INTO operation (op, device, worker, kind, body, pushed, received_at, outcome, code)
        VALUES (x'0a', x'02', x'01', 'note@1', '', '', 0, 'applied', 'applied'),
               (x'0b', x'02', x'01', 'note@1', '', '', 0, 'held', 'unknown_order');
        INSERT INTO numbering VALUES (x'03', 1, x'0a'), (x'03', 2, x'0b'), (x'04', 7, x'0b');";
    store.execute_batch(old).unwrap();
    store
        .execute_batch(include_str!("migrations/008_runs.sql"))
        .unwrap();
    let rows = |text: &str| {
        let mut query = store.prepare(text).unwrap();
        let rows = query.query_map([], |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
        });
        rows.unwrap().map(Result::unwrap).collect::<Vec<(String, _, _)>>()
    };
    let row = |one: &str, number, other: &str| (one.to_owned(), number, other.to_owned());
    assert_eq!(
        rows("SELECT hex(incarnation), last, hex(ops) FROM numbering ORDER BY 1, 2"),
        [row("03", 1, "0A"), row("03", 2, "0B"), row("04", 7, "0B")]
    );
    assert_eq!(
        rows("SELECT hex(op), seq, outcome FROM operation ORDER BY op"),
        [row("0A", 1, "applied"), row("0B", 7, "held")]
    );
}

#[test]
fn a_time_that_was_agreed_before_lists_knew_of_it_stands_in_them() {
    let store = rusqlite::Connection::open_in_memory().unwrap();
    for migration in BEFORE_RUNS {
        store.execute_batch(migration).unwrap();
    }
    for old in orders_before_appointments(|id| format!("x'0{id}'")) {
        store.execute_batch(&old).unwrap();
    }
    for later in [
        include_str!("migrations/008_runs.sql"),
        include_str!("migrations/009_appointments.sql"),
    ] {
        store.execute_batch(later).unwrap();
    }
    let mut query = store
        .prepare("SELECT agreed_from, agreed_until FROM work_order ORDER BY id")
        .unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let agreed: Vec<(Option<i64>, Option<i64>)> = rows.map(Result::unwrap).collect();
    assert_eq!(agreed, [(Some(10), Some(20)), (None, None)]);
}
