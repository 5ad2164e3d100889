//! SQL of `storage/scopes.rs`. With SQLite's one writer every scope is locked by being in a write
//! transaction; on PostgreSQL a scope's row is locked until the commit.

use async_trait::async_trait;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Version, WallTime};

use super::columns::{id, name, signed, unsigned};
use super::statement::{Sql, locking};
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
             WHERE feed.gone IS NULL AND feed.changed_at < $1 AND work_order.status IN ('finished', 'closed') \
             AND work_order.updated_at < $1 ORDER BY feed.changed_at LIMIT $2"
        )
    };
}

// SQLite takes CROSS as the order to begin with the feed's index.
const AGED: Sql = Sql::each(aged!("CROSS JOIN"), aged!("JOIN"));

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
            "SELECT order_id, seq, version, gone FROM feed WHERE scope = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        )
        .bind(scope.to_string())
        .bind(signed(seq))
        .bind(limit)
        .fetch_all()
        .await?;
        rows.iter().map(read_feed).collect()
    }

    async fn feed_of(&mut self, scope: Scope, order: OrderId) -> StorageResult<Option<FeedRow>> {
        let row = self
            .query("SELECT order_id, seq, version, gone FROM feed WHERE scope = $1 AND order_id = $2")
            .bind(scope.to_string())
            .bind(order.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_feed).transpose()
    }

    async fn scopes_of(&mut self, order: OrderId) -> StorageResult<Vec<Scope>> {
        let rows = self
            .query("SELECT scope FROM feed WHERE order_id = $1 AND gone IS NULL ORDER BY scope")
            .bind(order.bytes().as_slice())
            .fetch_all()
            .await?;
        rows.iter().map(scope_of).collect()
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
        self.query("INSERT INTO scope (id, epoch, head, gc_seq, n, x) VALUES ($1, 1, 0, 0, 0, 0) ON CONFLICT DO NOTHING")
            .bind(scope.to_string())
            .execute()
            .await?;
        let row = self
            .query(locking!(
                "SELECT epoch, head, gc_seq, n, x FROM scope WHERE id = $1"
            ))
            .bind(scope.to_string())
            .fetch_one()
            .await?;
        read_scope(&row)
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

    async fn put_feed(&mut self, scope: Scope, row: &FeedRow, now: WallTime) -> StorageResult<()> {
        self.query(
            "INSERT INTO feed (scope, order_id, seq, version, gone, changed_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (scope, order_id) DO UPDATE SET seq = $3, version = $4, gone = $5, changed_at = $6",
        )
        .bind(scope.to_string())
        .bind(row.order.bytes().as_slice())
        .bind(signed(row.seq))
        .bind(signed(row.version.0))
        .bind(row.gone.map(GoneReason::code))
        .bind(now.0)
        .execute()
        .await?;
        Ok(())
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
