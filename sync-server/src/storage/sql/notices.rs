//! SQL of `storage/notices.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{NoticeChannel, NoticeState};
use kuitti_shared::id::{NoticeId, RequestId};
use kuitti_shared::unit::WallTime;

use super::columns::{document, ids, names, read_document, read_documents, unsigned};
use super::due::{Due, due_in};
use super::rows::Insert;
use super::statement::{Sql, locking, locking_among};
use super::{Cell, Transaction};
use crate::storage::{InboxMessage, NoticeReads, NoticeRecord, NoticeWrites, StorageResult};

pub(super) const fn state_name(state: &NoticeState) -> &'static str {
    match state {
        NoticeState::Waiting { .. } => "waiting",
        NoticeState::Leased => "leased",
        NoticeState::Sent => "sent",
        NoticeState::Delivered => "delivered",
        NoticeState::Failed { .. } => "failed",
        NoticeState::Uncertain => "uncertain",
        NoticeState::Cancelled { .. } => "cancelled",
    }
}

const IN_STATES: Sql = Sql::each(
    "SELECT doc FROM notice WHERE state IN (SELECT value FROM json_each($1)) ORDER BY updated_at DESC, id LIMIT $2",
    "SELECT doc FROM notice WHERE state IN (SELECT json_array_elements_text($1::json)) \
     ORDER BY updated_at DESC, id LIMIT $2",
);

const OF_IDS: Sql = locking_among!("SELECT doc FROM notice WHERE id", " ORDER BY id");

pub(super) const DUE: Due = due_in!("notice");

const OF_REQUESTS: Sql = locking_among!("SELECT doc FROM notice WHERE request", " ORDER BY created_at, id");

pub(super) const NOTICES: Insert = Insert {
    into: "notice (id, request, stage, occurrence, channel, recipient, state, due_at, leased_until, created_at, \
           updated_at, doc)",
    otherwise: "ON CONFLICT (id) DO UPDATE SET recipient = excluded.recipient, state = excluded.state, due_at = excluded.due_at, \
                leased_until = excluded.leased_until, updated_at = excluded.updated_at, doc = excluded.doc",
    steady: Some(
        "UPDATE notice SET state = $7, due_at = $8, leased_until = $9, updated_at = $11, doc = $12 \
         WHERE id = $1 AND recipient = $6",
    ),
};

pub(super) fn notice_row(notice: &NoticeRecord) -> StorageResult<[Cell; 12]> {
    Ok([
        notice.id.bytes().as_slice().into(),
        notice.request.bytes().as_slice().into(),
        notice.stage.code().into(),
        notice.occurrence.into(),
        notice.channel.code().into(),
        (&notice.recipient).into(),
        state_name(&notice.state).into(),
        notice.due_at.map(|at| at.0).into(),
        notice.leased_until.map(|at| at.0).into(),
        notice.created_at.0.into(),
        notice.updated_at.0.into(),
        document(notice)?.into(),
    ])
}

#[async_trait]
impl NoticeReads for Transaction {
    async fn notice(&mut self, id: NoticeId) -> StorageResult<Option<NoticeRecord>> {
        let row = self
            .query(locking!("SELECT doc FROM notice WHERE id = $1"))
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn notices(&mut self, notices: &[NoticeId]) -> StorageResult<Vec<NoticeRecord>> {
        let rows = self
            .query(OF_IDS)
            .bind_list(ids(notices.iter().map(|notice| &notice.0)))
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn notices_of_all(&mut self, requests: &[RequestId]) -> StorageResult<Vec<NoticeRecord>> {
        let rows = self
            .query(OF_REQUESTS)
            .bind_list(ids(requests.iter().map(|request| &request.0)))
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn due_notices(
        &mut self,
        channel: NoticeChannel,
        now: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<NoticeRecord>> {
        self.due(&DUE, channel, now, limit).await
    }

    async fn next_notice_at(&mut self, channel: NoticeChannel) -> StorageResult<Option<WallTime>> {
        self.next_due(&DUE, channel).await
    }

    async fn notices_in(&mut self, states: &[&str], limit: u32) -> StorageResult<Vec<NoticeRecord>> {
        let rows = self
            .query(IN_STATES)
            .bind(names(states.iter().copied())?)
            .bind(limit)
            .long()
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn notices_at_hand(
        &mut self,
        channel: NoticeChannel,
        limit: u32,
    ) -> StorageResult<Vec<NoticeRecord>> {
        let rows = self
            .query(
                "SELECT doc FROM notice WHERE channel = $1 \
                 AND (state = 'leased' OR (state = 'waiting' AND due_at IS NULL)) ORDER BY updated_at, id LIMIT $2",
            )
            .bind(channel.code())
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn confirmations_to(&mut self, recipient: &str, since: WallTime) -> StorageResult<u64> {
        let row = self
            .query(
                "SELECT COUNT(*) AS notices FROM notice WHERE stage = 'confirm' AND recipient = $1 AND created_at >= $2",
            )
            .bind(recipient)
            .bind(since.0)
            .fetch_one()
            .await?;
        unsigned(&row, "notices")
    }

    async fn notice_counts(&mut self) -> StorageResult<Vec<(String, u64)>> {
        let rows = self
            .query("SELECT state, COUNT(*) AS notices FROM notice GROUP BY state")
            .long()
            .fetch_all()
            .await?;
        rows.iter()
            .map(|row| Ok((row.try_get("state")?, unsigned(row, "notices")?)))
            .collect()
    }

    async fn inbox(&mut self, limit: u32) -> StorageResult<Vec<InboxMessage>> {
        let rows = self
            .query("SELECT doc FROM inbox ORDER BY id DESC LIMIT $1")
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }
}

#[async_trait]
impl NoticeWrites for Transaction {
    async fn put_notices(&mut self, notices: &[&NoticeRecord]) -> StorageResult<()> {
        let rows = notices.iter().map(|notice| notice_row(notice));
        self.insert(&NOTICES, rows.collect::<StorageResult<_>>()?).await
    }

    async fn add_to_inbox(&mut self, message: &InboxMessage) -> StorageResult<()> {
        self.query("INSERT INTO inbox (notice, at, doc) VALUES ($1, $2, $3) ON CONFLICT (notice) DO NOTHING")
            .bind(message.notice.bytes().as_slice())
            .bind(message.at.0)
            .bind(document(message)?)
            .execute()
            .await?;
        Ok(())
    }
}
