//! SQL of `storage/audit.rs`.

use async_trait::async_trait;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::columns::{document, optional_id, time};
use super::transaction::Transaction;
use crate::storage::{AuditEntry, AuditFilter, AuditReads, AuditWrites, StorageResult};

fn read_entry(row: &SqliteRow) -> StorageResult<(i64, AuditEntry)> {
    let entry = AuditEntry {
        at: time(row, "at")?,
        actor: serde_json::from_str(row.try_get("actor")?)?,
        action: row.try_get("action")?,
        subject: row.try_get("subject")?,
        subject_id: optional_id(row, "subject_id")?,
        detail: serde_json::from_str(row.try_get("detail")?)?,
    };
    Ok((row.try_get("id")?, entry))
}

#[async_trait]
impl AuditReads for Transaction {
    async fn audit_list(&mut self, filter: &AuditFilter) -> StorageResult<Vec<(i64, AuditEntry)>> {
        let rows = sqlx::query(
            "SELECT id, at, actor, action, subject, subject_id, detail FROM audit \
             WHERE (?1 IS NULL OR subject_id = ?1) AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3",
        )
        .bind(filter.subject_id.map(|id| id.as_bytes().to_vec()))
        .bind(filter.before)
        .bind(filter.limit)
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(read_entry).collect()
    }
}

#[async_trait]
impl AuditWrites for Transaction {
    async fn audit(&mut self, entry: &AuditEntry) -> StorageResult<()> {
        sqlx::query(
            "INSERT INTO audit (at, actor, action, subject, subject_id, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )
        .bind(entry.at.0)
        .bind(document(&entry.actor)?)
        .bind(&entry.action)
        .bind(&entry.subject)
        .bind(entry.subject_id.map(|id| id.as_bytes().to_vec()))
        .bind(document(&entry.detail)?)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
