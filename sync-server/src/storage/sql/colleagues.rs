//! SQL of `storage/colleagues.rs`.

use async_trait::async_trait;
use kuitti_shared::api::colleagues::{Reach, Watched};
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::id::{NoticeId, OrderId, StaffId, WorkerId};
use kuitti_shared::rules::staff_news::Person;
use kuitti_shared::unit::WallTime;
use uuid::Uuid;

use super::columns::{document, id, ids, read_document, read_documents};
use super::due::{Due, due_in};
use super::notices::state_name;
use super::rows::Insert;
use super::statement::{Sql, locking_among};
use super::{Cell, Transaction};
use crate::storage::{ColleagueReads, ColleagueWrites, StaffNoticeRecord, StorageResult};

const COLUMNS: &str =
    "staff_notice (id, key, order_id, person, channel, state, due_at, leased_until, created_at, doc)";

const NEW: Insert = Insert {
    into: COLUMNS,
    otherwise: "ON CONFLICT DO NOTHING",
    steady: None,
};

const CHANGED: Insert = Insert {
    into: COLUMNS,
    otherwise: "ON CONFLICT (id) DO UPDATE SET state = excluded.state, due_at = excluded.due_at, \
                leased_until = excluded.leased_until, doc = excluded.doc",
    steady: None,
};

const OF_IDS: Sql = locking_among!("SELECT doc FROM staff_notice WHERE id", " ORDER BY id");
const OF_ORDERS: Sql = locking_among!(
    "SELECT doc FROM staff_notice WHERE state = 'waiting' AND order_id",
    " ORDER BY id"
);

pub(super) const DUE: Due = due_in!("staff_notice");

fn row(notice: &StaffNoticeRecord) -> StorageResult<[Cell; 10]> {
    Ok([
        notice.id.bytes().as_slice().into(),
        (&notice.key).into(),
        notice.order.bytes().as_slice().into(),
        notice.person.bytes().as_slice().into(),
        notice.channel.code().into(),
        state_name(&notice.state).into(),
        notice.due_at.map(|at| at.0).into(),
        notice.leased_until.map(|at| at.0).into(),
        notice.created_at.0.into(),
        document(notice)?.into(),
    ])
}

#[async_trait]
impl ColleagueReads for Transaction {
    async fn reach_of(&mut self, person: Person) -> StorageResult<Option<Reach>> {
        let row = self
            .query("SELECT doc FROM reach WHERE person = $1")
            .bind(person.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn reach_of_workers(&mut self) -> StorageResult<Vec<(WorkerId, Reach)>> {
        let rows = self
            .query("SELECT reach.person, reach.doc FROM reach JOIN worker ON worker.id = reach.person ORDER BY reach.person")
            .fetch_all()
            .await?;
        let read = |row| Ok((WorkerId(id(row, "person")?), read_document(row)?));
        rows.iter().map(read).collect()
    }

    async fn watches(&mut self) -> StorageResult<Vec<(StaffId, Watched)>> {
        let rows = self
            .query("SELECT staff, watched AS doc FROM watch ORDER BY staff, watched")
            .fetch_all()
            .await?;
        let read = |row| Ok((StaffId(id(row, "staff")?), read_document(row)?));
        rows.iter().map(read).collect()
    }

    async fn staff_notices(&mut self, notices: &[NoticeId]) -> StorageResult<Vec<StaffNoticeRecord>> {
        let rows = self
            .query(OF_IDS)
            .bind_list(ids(notices.iter().map(|notice| &notice.0)))
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn staff_notices_about(&mut self, orders: &[OrderId]) -> StorageResult<Vec<StaffNoticeRecord>> {
        let rows = self
            .query(OF_ORDERS)
            .bind_list(ids(orders.iter().map(|order| &order.0)))
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn staff_notices_to(&mut self, person: Person) -> StorageResult<Vec<StaffNoticeRecord>> {
        let rows = self
            .query("SELECT doc FROM staff_notice WHERE state = 'waiting' AND person = $1 ORDER BY id")
            .bind(person.bytes().as_slice())
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn due_staff_notices(
        &mut self,
        channel: NoticeChannel,
        now: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<StaffNoticeRecord>> {
        self.due(&DUE, channel, now, limit).await
    }

    async fn next_staff_notice_at(&mut self, channel: NoticeChannel) -> StorageResult<Option<WallTime>> {
        self.next_due(&DUE, channel).await
    }

    async fn orders_due(
        &mut self,
        after: WallTime,
        until: WallTime,
        beyond: Option<OrderId>,
        limit: u32,
    ) -> StorageResult<Vec<OrderId>> {
        let beyond = beyond.unwrap_or(OrderId(Uuid::nil()));
        let rows = self
            .query(
                "SELECT id FROM work_order WHERE is_over = 0 AND warn_at > $1 AND warn_at <= $2 AND id > $3 \
                 UNION \
                 SELECT id FROM work_order WHERE is_over = 0 AND due_at > $1 AND due_at <= $2 AND id > $3 \
                 ORDER BY id LIMIT $4",
            )
            .bind(after.0)
            .bind(until.0)
            .bind(beyond.bytes().as_slice())
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(|row| id(row, "id").map(OrderId)).collect()
    }
}

#[async_trait]
impl ColleagueWrites for Transaction {
    async fn put_reach(&mut self, person: Person, reach: &Reach) -> StorageResult<()> {
        self.query(
            "INSERT INTO reach (person, doc) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET doc = $2",
        )
        .bind(person.bytes().as_slice())
        .bind(document(reach)?)
        .execute()
        .await?;
        Ok(())
    }

    async fn watch(&mut self, staff: StaffId, watched: &Watched) -> StorageResult<()> {
        self.query("INSERT INTO watch (staff, watched) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(staff.bytes().as_slice())
            .bind(document(watched)?)
            .execute()
            .await?;
        Ok(())
    }

    async fn unwatch(&mut self, staff: StaffId, watched: &Watched) -> StorageResult<()> {
        self.query("DELETE FROM watch WHERE staff = $1 AND watched = $2")
            .bind(staff.bytes().as_slice())
            .bind(document(watched)?)
            .execute()
            .await?;
        Ok(())
    }

    async fn add_staff_notices(&mut self, notices: &[StaffNoticeRecord]) -> StorageResult<()> {
        let rows = notices.iter().map(row).collect::<StorageResult<_>>()?;
        self.insert(&NEW, rows).await
    }

    async fn put_staff_notices(&mut self, notices: &[StaffNoticeRecord]) -> StorageResult<()> {
        let rows = notices.iter().map(row).collect::<StorageResult<_>>()?;
        self.insert(&CHANGED, rows).await
    }

    async fn forget_staff_notices(&mut self, before: WallTime) -> StorageResult<u64> {
        self.query("DELETE FROM staff_notice WHERE created_at < $1 AND state NOT IN ('waiting', 'leased')")
            .bind(before.0)
            .long()
            .execute()
            .await
    }
}
