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
    tx.lock_scope(scope).await.unwrap();
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
