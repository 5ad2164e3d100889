//! SQL of `storage/audit.rs`.

use async_trait::async_trait;
use uuid::Uuid;

use super::columns::{document, optional_id, time, unsigned};
use super::statement::Sql;
use super::{Row, Transaction};
use crate::storage::{AuditEntry, AuditFilter, AuditReads, AuditWrites, StorageResult};

// Two texts, because an "or" over both would read the whole log for the few lines about one thing.
macro_rules! lines {
    ($about:literal) => {
        same(concat!(
            "SELECT id, at, actor, action, subject, subject_id, detail FROM audit WHERE ",
            $about,
            " AND id < $2 ORDER BY id DESC LIMIT $3"
        ))
    };
}

const fn same(text: &'static str) -> Sql {
    Sql::each(text, text)
}

pub(super) const LATEST: Sql = lines!("$1 IS NULL");
pub(super) const OF_SUBJECT: Sql = lines!("subject_id = $1");

fn read_entry(row: &Row) -> StorageResult<(i64, AuditEntry)> {
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
        let rows = self
            .query(sql)
            .bind(filter.subject_id.map(|id| id.as_bytes().to_vec()))
            .bind(filter.before.unwrap_or(i64::MAX))
            .bind(filter.limit)
            .fetch_all()
            .await?;
        rows.iter().map(read_entry).collect()
    }

    async fn audit_count(&mut self, subject: Option<Uuid>) -> StorageResult<u64> {
        let sql = if subject.is_some() {
            "SELECT COUNT(*) AS lines FROM audit WHERE subject_id = $1"
        } else {
            "SELECT COUNT(*) AS lines FROM audit"
        };
        let counted = self
            .query(sql)
            .bind(subject.map(|id| id.as_bytes().to_vec()))
            .long()
            .fetch_one()
            .await?;
        unsigned(&counted, "lines")
    }
}

#[async_trait]
impl AuditWrites for Transaction {
    async fn audit(&mut self, entry: &AuditEntry) -> StorageResult<()> {
        self.query(
            "INSERT INTO audit (at, actor, action, subject, subject_id, detail) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(entry.at.0)
        .bind(document(&entry.actor)?)
        .bind(&entry.action)
        .bind(&entry.subject)
        .bind(entry.subject_id.map(|id| id.as_bytes().to_vec()))
        .bind(document(&entry.detail)?)
        .execute()
        .await?;
        Ok(())
    }
}
