//! What is due of the messages, to citizens and to people of the town alike: each kind has its table, with the same columns.

use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::unit::WallTime;
use serde::de::DeserializeOwned;

use super::Transaction;
use super::columns::{optional_time, read_documents};
use super::statement::Sql;
use crate::storage::StorageResult;

/// The statements of a table of messages.
pub(in crate::storage) struct Due {
    pub(in crate::storage) leases_ended: Sql,
    pub(in crate::storage) waiting: Sql,
    next: Sql,
}

macro_rules! due_in {
    ($table:literal) => {
        $crate::storage::sql::due::Due::of(
            concat!(
                "SELECT doc FROM ",
                $table,
                " WHERE channel = $1 AND state = 'leased' AND leased_until <= $2 ",
                "ORDER BY leased_until, id LIMIT $3"
            ),
            concat!(
                "SELECT doc FROM ",
                $table,
                " WHERE channel = $1 AND state = 'waiting' AND due_at <= $2 ",
                "ORDER BY due_at, id LIMIT $3"
            ),
            concat!(
                "SELECT min(at) AS at FROM (",
                "SELECT min(due_at) AS at FROM ",
                $table,
                " WHERE channel = $1 AND state = 'waiting' ",
                "UNION ALL SELECT min(leased_until) FROM ",
                $table,
                " WHERE channel = $1 AND state = 'leased') AS times"
            ),
        )
    };
}
pub(super) use due_in;

impl Due {
    pub(super) const fn of(leases_ended: &'static str, waiting: &'static str, next: &'static str) -> Self {
        Self {
            leases_ended: Sql::both(leases_ended),
            waiting: Sql::both(waiting),
            next: Sql::both(next),
        }
    }
}

impl Transaction {
    /// At most `limit` messages of a channel: those whose lease has ended, then those that wait and are due.
    pub(super) async fn due<T: DeserializeOwned>(
        &mut self,
        due: &Due,
        channel: NoticeChannel,
        now: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<T>> {
        let mut rows = Vec::new();
        for query in [due.leases_ended, due.waiting] {
            let left = i64::from(limit) - i64::try_from(rows.len()).unwrap_or_default();
            let query = self.query(query).bind(channel.code()).bind(now.0).bind(left);
            rows.extend(query.fetch_all().await?);
        }
        read_documents(&rows)
    }

    /// When the next message of a channel is due, or its lease ends.
    pub(super) async fn next_due(
        &mut self,
        due: &Due,
        channel: NoticeChannel,
    ) -> StorageResult<Option<WallTime>> {
        let row = self.query(due.next).bind(channel.code()).fetch_one().await?;
        optional_time(&row, "at")
    }
}
