//! SQL of `storage/gateways.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;

use super::columns::{document, ids, names, optional_id};
use super::rows::Insert;
use super::statement::{Sql, among};
use super::{Row, Transaction};
use crate::storage::{GatewayReads, GatewayWrites, PartOutcome, PartRecord, StorageResult};

const NAMED: Sql = Sql::each(
    "SELECT reference, notice, outcome FROM notice_part WHERE reference IN (SELECT value FROM json_each($1))",
    "SELECT reference, notice, outcome FROM notice_part \
     WHERE reference = ANY (ARRAY(SELECT json_array_elements_text($1::json)))",
);

const OF_NOTICES: Sql = among!(
    "SELECT reference, notice, outcome FROM notice_part WHERE notice",
    " ORDER BY reference"
);

const FORGET: Sql = among!("DELETE FROM notice_part WHERE notice", "");

const SILENT: Sql = Sql::each(
    "SELECT recipient FROM opt_out WHERE channel = $1 AND recipient IN (SELECT value FROM json_each($2))",
    "SELECT recipient FROM opt_out \
     WHERE channel = $1 AND recipient = ANY (ARRAY(SELECT json_array_elements_text($2::json)))",
);

const PARTS: Insert = Insert {
    into: "notice_part (reference, notice, at)",
    otherwise: "ON CONFLICT (reference) DO UPDATE SET notice = excluded.notice, at = excluded.at, \
                outcome = CASE WHEN notice_part.notice IS NULL AND notice_part.at > excluded.at - 3600000 \
                THEN notice_part.outcome END",
    steady: None,
};

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

    async fn parts_of(&mut self, notices: &[NoticeId]) -> StorageResult<Vec<PartRecord>> {
        if notices.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self
            .query(OF_NOTICES)
            .bind_list(ids(notices.iter().map(|notice| &notice.0)))
            .fetch_all()
            .await?;
        rows.iter().map(part).collect()
    }

    async fn parts_on_their_way(
        &mut self,
        after: WallTime,
        until: WallTime,
        beyond: &str,
        limit: u32,
    ) -> StorageResult<Vec<PartRecord>> {
        let rows = self
            .query(
                "SELECT reference, notice, outcome FROM notice_part \
                 WHERE at > $1 AND at <= $2 AND reference > $3 AND notice IS NOT NULL AND outcome IS NULL \
                 ORDER BY reference LIMIT $4",
            )
            .bind(after.0)
            .bind(until.0)
            .bind(beyond)
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(part).collect()
    }

    async fn opted_out(&mut self, channel: NoticeChannel, recipients: &[&str]) -> StorageResult<Vec<String>> {
        let rows = self
            .query(SILENT)
            .bind(channel.code())
            .bind(names(recipients.iter().copied())?)
            .fetch_all()
            .await?;
        rows.iter().map(|row| row.try_get("recipient")).collect()
    }
}

#[async_trait]
impl GatewayWrites for Transaction {
    async fn name_parts(&mut self, parts: &[(&str, NoticeId)], at: WallTime) -> StorageResult<()> {
        let row = |(reference, notice): &(&str, NoticeId)| {
            [(*reference).into(), notice.bytes().as_slice().into(), at.0.into()]
        };
        self.insert(&PARTS, parts.iter().map(row).collect()).await
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

    async fn forget_parts(&mut self, notices: &[NoticeId]) -> StorageResult<()> {
        self.query(FORGET)
            .bind_list(ids(notices.iter().map(|notice| &notice.0)))
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
