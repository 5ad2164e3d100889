//! SQL of `storage/gateways.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;

use super::columns::{document, names, optional_id};
use super::statement::Sql;
use super::{Row, Transaction};
use crate::storage::{GatewayReads, GatewayWrites, PartOutcome, PartRecord, StorageResult};

const NAMED: Sql = Sql::each(
    "SELECT reference, notice, outcome FROM notice_part WHERE reference IN (SELECT value FROM json_each($1))",
    "SELECT reference, notice, outcome FROM notice_part \
     WHERE reference = ANY (ARRAY(SELECT json_array_elements_text($1::json)))",
);

fn part(row: &Row) -> StorageResult<PartRecord> {
    let outcome: Option<&str> = row.try_get("outcome")?;
    Ok(PartRecord {
        reference: row.try_get("reference")?,
        notice: optional_id(row, "notice")?.map(NoticeId),
        outcome: outcome.map(serde_json::from_str).transpose()?,
    })
}

#[async_trait]
impl GatewayReads for Transaction {
    async fn parts_named(&mut self, references: &[String]) -> StorageResult<Vec<PartRecord>> {
        let rows = self
            .query(NAMED)
            .bind(names(references.iter().map(String::as_str))?)
            .fetch_all()
            .await?;
        rows.iter().map(part).collect()
    }

    async fn parts_of(&mut self, notice: NoticeId) -> StorageResult<Vec<PartRecord>> {
        let rows = self
            .query("SELECT reference, notice, outcome FROM notice_part WHERE notice = $1 ORDER BY reference")
            .bind(notice.bytes().as_slice())
            .fetch_all()
            .await?;
        rows.iter().map(part).collect()
    }

    async fn has_opted_out(&mut self, channel: NoticeChannel, recipient: &str) -> StorageResult<bool> {
        let row = self
            .query("SELECT at FROM opt_out WHERE channel = $1 AND recipient = $2")
            .bind(channel.code())
            .bind(recipient)
            .fetch_optional()
            .await?;
        Ok(row.is_some())
    }
}

#[async_trait]
impl GatewayWrites for Transaction {
    async fn name_part(&mut self, reference: &str, notice: NoticeId, at: WallTime) -> StorageResult<()> {
        self.query(
            "INSERT INTO notice_part (reference, notice, at) VALUES ($1, $2, $3) ON CONFLICT (reference) DO UPDATE \
             SET notice = excluded.notice, at = excluded.at, outcome = CASE WHEN notice_part.notice IS NULL \
             AND notice_part.at > excluded.at - 3600000 THEN notice_part.outcome END",
        )
        .bind(reference)
        .bind(notice.bytes().as_slice())
        .bind(at.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn note_outcome(
        &mut self,
        reference: &str,
        outcome: &PartOutcome,
        at: WallTime,
    ) -> StorageResult<()> {
        self.query(
            "INSERT INTO notice_part (reference, outcome, at) VALUES ($1, $2, $3) ON CONFLICT (reference) DO UPDATE \
             SET outcome = CASE WHEN notice_part.outcome = '\"delivered\"' THEN notice_part.outcome \
             ELSE excluded.outcome END",
        )
        .bind(reference)
        .bind(document(outcome)?)
        .bind(at.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn forget_parts(&mut self, notice: NoticeId) -> StorageResult<()> {
        self.query("DELETE FROM notice_part WHERE notice = $1")
            .bind(notice.bytes().as_slice())
            .execute()
            .await?;
        Ok(())
    }

    async fn forget_old_parts(&mut self, before: WallTime) -> StorageResult<u64> {
        self.query("DELETE FROM notice_part WHERE at < $1")
            .bind(before.0)
            .long()
            .execute()
            .await
    }

    async fn opt_out(&mut self, channel: NoticeChannel, recipient: &str, at: WallTime) -> StorageResult<()> {
        self.query("INSERT INTO opt_out (channel, recipient, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(channel.code())
            .bind(recipient)
            .bind(at.0)
            .execute()
            .await?;
        Ok(())
    }

    async fn opt_in(&mut self, channel: NoticeChannel, recipient: &str) -> StorageResult<()> {
        self.query("DELETE FROM opt_out WHERE channel = $1 AND recipient = $2")
            .bind(channel.code())
            .bind(recipient)
            .execute()
            .await?;
        Ok(())
    }
}
