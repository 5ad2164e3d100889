//! SQL of `storage/scopes.rs`. With SQLite's one writer every scope is locked by being in a write
//! transaction; on PostgreSQL a scope's row is locked until the commit.

use std::collections::BTreeMap;

use async_trait::async_trait;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Version, WallTime};
use serde_json::value::RawValue;

use super::cell::List;
use super::columns::{flag, id, ids, name, signed, unsigned};
use super::rows::Insert;
use super::statement::Sql;
use super::{Cell, Row, Transaction};
use crate::storage::{FeedLine, FeedRow, ScopeReads, ScopeRow, ScopeWrites, StorageResult};

pub(super) fn read_scope(row: &Row) -> StorageResult<ScopeRow> {
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

fn read_line(row: &Row) -> StorageResult<FeedLine> {
    let document: Option<String> = row.try_get("doc")?;
    Ok(FeedLine {
        row: read_feed(row)?,
        document: document.map(RawValue::from_string).transpose()?,
    })
}

fn scope_of(row: &Row) -> StorageResult<Scope> {
    name(row, "scope", |text| text.parse().ok())
}

fn scope_names(scopes: &[Scope]) -> List {
    List::Texts(scopes.iter().map(|scope| Some(scope.to_string())).collect())
}

fn scope_row(scope: Scope, row: &ScopeRow) -> [Cell; 6] {
    [
        scope.to_string().into(),
        signed(row.epoch).into(),
        signed(row.head).into(),
        signed(row.gc_seq).into(),
        signed(row.digest.n).into(),
        row.digest.x.cast_signed().into(),
    ]
}

fn feed_row(scope: Scope, line: &FeedRow, now: WallTime) -> [Cell; 7] {
    [
        scope.to_string().into(),
        line.order.bytes().as_slice().into(),
        signed(line.seq).into(),
        signed(line.version.0).into(),
        line.gone.map(GoneReason::code).into(),
        now.0.into(),
        i64::from(line.is_over).into(),
    ]
}

async fn locked(
    tx: &mut Transaction,
    orders: &[OrderId],
    others: &[Scope],
) -> StorageResult<BTreeMap<Scope, ScopeRow>> {
    let rows = tx
        .query(SCOPES)
        .bind_list(ids(orders.iter().map(|order| &order.0)))
        .bind_list(scope_names(others))
        .fetch_all()
        .await?;
    rows.iter()
        .map(|row| Ok((scope_of(row)?, read_scope(row)?)))
        .collect()
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

macro_rules! scopes_with {
    ($among:expr) => {
        concat!(
            "SELECT id AS scope, epoch, head, gc_seq, n, x FROM scope WHERE id ",
            $among,
            " ORDER BY id"
        )
    };
}
macro_rules! scopes_on_postgres {
    () => {
        scopes_with!("= ANY ($2 || ARRAY(SELECT scope FROM feed WHERE order_id = ANY ($1) AND gone IS NULL))")
    };
}

/// The scopes in which the orders of `$1` are, and those of `$2`.
const SCOPES: Sql = Sql {
    sqlite: scopes_with!(
        "IN (SELECT value FROM json_each($2) UNION SELECT scope FROM feed \
         WHERE order_id IN (SELECT unhex(value) FROM json_each($1)) AND gone IS NULL)"
    ),
    postgres: scopes_on_postgres!(),
    changing: concat!(scopes_on_postgres!(), " FOR NO KEY UPDATE"),
};

const LINES: Sql = Sql::each(
    "SELECT scope, order_id, seq, version, gone, is_over FROM feed \
     WHERE scope IN (SELECT value FROM json_each($1)) AND order_id IN (SELECT unhex(value) FROM json_each($2))",
    // Pair by pair: of two lists PostgreSQL may look up one, and read all of a scope.
    "SELECT line.* FROM unnest($1) AS own (scope) CROSS JOIN unnest($2) AS one (id) CROSS JOIN LATERAL \
     (SELECT scope, order_id, seq, version, gone, is_over FROM feed \
     WHERE feed.scope = own.scope AND feed.order_id = one.id LIMIT 1) AS line",
);

const ROWS: Insert = Insert {
    into: "scope (id, epoch, head, gc_seq, n, x)",
    otherwise: "ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, head = excluded.head, gc_seq = excluded.gc_seq, \
                n = excluded.n, x = excluded.x",
    steady: Some("UPDATE scope SET epoch = $2, head = $3, gc_seq = $4, n = $5, x = $6 WHERE id = $1"),
};

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

    async fn feed_after(&mut self, scope: Scope, seq: u64, limit: u32) -> StorageResult<Vec<FeedLine>> {
        let rows = self
            .query(
                "SELECT order_id, seq, version, gone, is_over, CASE WHEN gone IS NULL THEN \
             (SELECT doc FROM work_order WHERE work_order.id = feed.order_id) END AS doc \
             FROM feed WHERE scope = $1 AND seq > $2 ORDER BY seq LIMIT $3",
            )
            .bind(scope.to_string())
            .bind(signed(seq))
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(read_line).collect()
    }

    async fn feed_lines(
        &mut self,
        scopes: &[Scope],
        orders: &[OrderId],
    ) -> StorageResult<Vec<(Scope, FeedRow)>> {
        let rows = self
            .query(LINES)
            .bind_list(scope_names(scopes))
            .bind_list(ids(orders.iter().map(|order| &order.0)))
            .fetch_all()
            .await?;
        rows.iter()
            .map(|row| Ok((scope_of(row)?, read_feed(row)?)))
            .collect()
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
    async fn lock_scopes(
        &mut self,
        orders: &[OrderId],
        others: &[Scope],
    ) -> StorageResult<BTreeMap<Scope, ScopeRow>> {
        let mut locked = locked(self, orders, others).await?;
        let new = others.iter().filter(|scope| !locked.contains_key(scope));
        let new: Vec<Scope> = new.copied().collect();
        if new.is_empty() {
            return Ok(locked);
        }
        for scope in &new {
            self.query("INSERT INTO scope (id, epoch, head, gc_seq, n, x) VALUES ($1, 1, 0, 0, 0, 0) ON CONFLICT DO NOTHING")
                .bind(scope.to_string())
                .execute()
                .await?;
        }
        // Another may have made one at this moment, and have given out numbers since.
        locked.extend(self::locked(self, &[], &new).await?);
        Ok(locked)
    }

    async fn renew_epochs(&mut self) -> StorageResult<()> {
        self.query("UPDATE scope SET epoch = epoch + 1")
            .long()
            .execute()
            .await?;
        Ok(())
    }

    async fn put_feeds(
        &mut self,
        scopes: &[(Scope, ScopeRow)],
        lines: &[(Scope, FeedRow)],
        now: WallTime,
    ) -> StorageResult<()> {
        let scopes = scopes.iter().map(|(scope, row)| scope_row(*scope, row));
        let lines = lines.iter().map(|(scope, line)| feed_row(*scope, line, now));
        self.insert_both((&ROWS, scopes.collect()), (&FEED, lines.collect()))
            .await
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
