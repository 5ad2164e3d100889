//! SQL of `storage/audit.rs`.

use async_trait::async_trait;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::columns::{document, optional_id, time, unsigned};
use super::transaction::Transaction;
use crate::storage::{AuditEntry, AuditFilter, AuditReads, AuditWrites, StorageResult};

// Two texts, because an "or" over both would read the whole log for the few lines about one thing.
macro_rules! lines {
    ($about:literal) => {
        concat!(
            "SELECT id, at, actor, action, subject, subject_id, detail FROM audit WHERE ",
            $about,
            " AND id < ?2 ORDER BY id DESC LIMIT ?3"
        )
    };
}

pub(super) const LATEST: &str = lines!("?1 IS NULL");
pub(super) const OF_SUBJECT: &str = lines!("subject_id = ?1");

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
        let sql = if filter.subject_id.is_some() {
            OF_SUBJECT
        } else {
            LATEST
        };
        let rows = sqlx::query(sql)
            .bind(filter.subject_id.map(|id| id.as_bytes().to_vec()))
            .bind(filter.before.unwrap_or(i64::MAX))
            .bind(filter.limit)
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read_entry).collect()
    }

    async fn audit_count(&mut self, subject: Option<Uuid>) -> StorageResult<u64> {
        let sql = if subject.is_some() {
            "SELECT COUNT(*) AS lines FROM audit WHERE subject_id = ?1"
        } else {
            "SELECT COUNT(*) AS lines FROM audit"
        };
        let counted = sqlx::query(sql)
            .bind(subject.map(|id| id.as_bytes().to_vec()))
            .fetch_one(self.connection())
            .await?;
        unsigned(&counted, "lines")
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
