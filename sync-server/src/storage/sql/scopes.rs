//! SQL of `storage/scopes.rs`. With SQLite's one writer every scope is locked by being in a write
//! transaction; on PostgreSQL a scope's row is locked until the commit.

use async_trait::async_trait;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Version, WallTime};

use super::columns::{flag, id, ids, name, signed, unsigned};
use super::rows::Insert;
use super::statement::{Sql, among, locking};
use super::{Row, Transaction};
use crate::storage::{FeedRow, ScopeReads, ScopeRow, ScopeWrites, StorageResult};

fn read_scope(row: &Row) -> StorageResult<ScopeRow> {
    Ok(ScopeRow {
        epoch: unsigned(row, "epoch")?,
        head: unsigned(row, "head")?,
        gc_seq: unsigned(row, "gc_seq")?,
        digest: Digest {
            n: unsigned(row, "n")?,
            // A fingerprint uses all 64 bits; the column holds the same bits with a sign.
            x: row.try_get::<i64>("x")?.cast_unsigned(),
        },
    })
}

fn read_feed(row: &Row) -> StorageResult<FeedRow> {
    Ok(FeedRow {
        order: OrderId(id(row, "order_id")?),
        seq: unsigned(row, "seq")?,
        version: Version(unsigned(row, "version")?),
        gone: row.try_get::<Option<&str>>("gone")?.map(GoneReason::from_code),
        is_over: flag(row, "is_over")?,
    })
}

fn scope_of(row: &Row) -> StorageResult<Scope> {
    name(row, "scope", |text| text.parse().ok())
}

macro_rules! aged {
    ($join:literal) => {
        concat!(
            "SELECT feed.scope, feed.order_id FROM feed ",
            $join,
            " work_order ON work_order.id = feed.order_id \
             WHERE feed.gone IS NULL AND feed.is_over = 1 AND feed.changed_at < $1 AND work_order.status IN ('finished', 'closed') \
             AND work_order.updated_at < $1 ORDER BY feed.changed_at LIMIT $2"
        )
    };
}

// SQLite takes CROSS as the order to begin with the feed's index.
const AGED: Sql = Sql::each(aged!("CROSS JOIN"), aged!("JOIN"));

const SCOPES: Sql = among!(
    "SELECT order_id, scope FROM feed WHERE order_id",
    " AND gone IS NULL ORDER BY scope"
);

const LINES: Sql = among!(
    "SELECT order_id, seq, version, gone, is_over FROM feed WHERE order_id",
    " AND scope = $2"
);

const FEED: Insert = Insert {
    into: "feed (scope, order_id, seq, version, gone, changed_at, is_over)",
    otherwise: "ON CONFLICT (scope, order_id) DO UPDATE SET seq = excluded.seq, version = excluded.version, \
                gone = excluded.gone, changed_at = excluded.changed_at, is_over = excluded.is_over",
    steady: Some(
        "UPDATE feed SET seq = $3, version = $4, changed_at = $6, is_over = $7 \
         WHERE scope = $1 AND order_id = $2 AND gone IS NULL AND $5 IS NULL",
    ),
};

#[async_trait]
impl ScopeReads for Transaction {
    async fn scope(&mut self, scope: Scope) -> StorageResult<Option<ScopeRow>> {
        let row = self
            .query("SELECT epoch, head, gc_seq, n, x FROM scope WHERE id = $1")
            .bind(scope.to_string())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_scope).transpose()
    }

    async fn feed_after(&mut self, scope: Scope, seq: u64, limit: u32) -> StorageResult<Vec<FeedRow>> {
        let rows = self.query(
            "SELECT order_id, seq, version, gone, is_over FROM feed WHERE scope = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        )
        .bind(scope.to_string())
        .bind(signed(seq))
        .bind(limit)
        .fetch_all()
        .await?;
        rows.iter().map(read_feed).collect()
    }

    async fn feed_of_all(&mut self, scope: Scope, orders: &[OrderId]) -> StorageResult<Vec<FeedRow>> {
        let rows = self
            .query(LINES)
            .bind(ids(orders.iter().map(|order| &order.0))?)
            .bind(scope.to_string())
            .fetch_all()
            .await?;
        rows.iter().map(read_feed).collect()
    }

    async fn scopes_of(&mut self, orders: &[OrderId]) -> StorageResult<Vec<(OrderId, Scope)>> {
        let rows = self
            .query(SCOPES)
            .bind(ids(orders.iter().map(|order| &order.0))?)
            .fetch_all()
            .await?;
        let read = |row| Ok((OrderId(id(row, "order_id")?), scope_of(row)?));
        rows.iter().map(read).collect()
    }

    async fn aged(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<(Scope, OrderId)>> {
        let rows = self
            .query(AGED)
            .bind(before.0)
            .bind(limit)
            .long()
            .fetch_all()
            .await?;
        let read = |row| Ok((scope_of(row)?, OrderId(id(row, "order_id")?)));
        rows.iter().map(read).collect()
    }
}

#[async_trait]
impl ScopeWrites for Transaction {
    async fn lock_scope(&mut self, scope: Scope) -> StorageResult<ScopeRow> {
        const ROW: Sql = locking!("SELECT epoch, head, gc_seq, n, x FROM scope WHERE id = $1");
        let name = scope.to_string();
        let known = self.query(ROW).bind(&name).fetch_optional().await?;
        if let Some(row) = known {
            return read_scope(&row);
        }
        self.query("INSERT INTO scope (id, epoch, head, gc_seq, n, x) VALUES ($1, 1, 0, 0, 0, 0) ON CONFLICT DO NOTHING")
            .bind(&name)
            .execute()
            .await?;
        read_scope(&self.query(ROW).bind(&name).fetch_one().await?)
    }

    async fn renew_epochs(&mut self) -> StorageResult<()> {
        self.query("UPDATE scope SET epoch = epoch + 1")
            .long()
            .execute()
            .await?;
        Ok(())
    }

    async fn put_scope(&mut self, scope: Scope, row: &ScopeRow) -> StorageResult<()> {
        self.query("UPDATE scope SET epoch = $2, head = $3, gc_seq = $4, n = $5, x = $6 WHERE id = $1")
            .bind(scope.to_string())
            .bind(signed(row.epoch))
            .bind(signed(row.head))
            .bind(signed(row.gc_seq))
            .bind(signed(row.digest.n))
            .bind(row.digest.x.cast_signed())
            .execute()
            .await?;
        Ok(())
    }

    async fn put_feed(&mut self, scope: Scope, rows: &[FeedRow], now: WallTime) -> StorageResult<()> {
        let row = |row: &FeedRow| {
            [
                scope.to_string().into(),
                row.order.bytes().as_slice().into(),
                signed(row.seq).into(),
                signed(row.version.0).into(),
                row.gone.map(GoneReason::code).into(),
                now.0.into(),
                i64::from(row.is_over).into(),
            ]
        };
        self.insert(&FEED, rows.iter().map(row).collect()).await
    }

    async fn forget_gone(&mut self, before: WallTime) -> StorageResult<u64> {
        self.query(
            "UPDATE scope SET gc_seq = (SELECT MAX(seq) FROM feed \
             WHERE feed.scope = scope.id AND gone IS NOT NULL AND changed_at < $1) \
             WHERE EXISTS (SELECT 1 FROM feed WHERE feed.scope = scope.id AND gone IS NOT NULL \
             AND changed_at < $1 AND seq > gc_seq)",
        )
        .bind(before.0)
        .long()
        .execute()
        .await?;
        self.query("DELETE FROM feed WHERE gone IS NOT NULL AND changed_at < $1")
            .bind(before.0)
            .long()
            .execute()
            .await
    }
}
