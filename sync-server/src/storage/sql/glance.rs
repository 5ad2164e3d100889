//! SQL of `storage/glance.rs`.

use std::collections::BTreeMap;

use async_trait::async_trait;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::Seq;

use super::columns::{flag, name};
use super::scopes::read_scope;
use super::{Row, Transaction};
use crate::storage::{Glance, GlanceReads, ScopeRow, StorageError, StorageResult, Viewer};

// One for each table, at most: whether there is something, by the index in which it would be.
macro_rules! is_any {
    ($from:literal) => {
        concat!(
            "(SELECT COUNT(*) FROM (SELECT 1 FROM ",
            $from,
            " LIMIT 1) AS one)"
        )
    };
}

/// A row for each scope, and in each what does not depend on it.
const GLANCE: &str = concat!(
    "SELECT own.id AS scope, scope.epoch, scope.head, scope.gc_seq, scope.n, scope.x, \
     (SELECT acked FROM incarnation WHERE id = $3 AND device = $4) AS acked, \
     (SELECT value FROM setting WHERE key = 'epoch') AS drawn, \
     (SELECT value FROM counter WHERE name = 'edition') AS edition, ",
    is_any!("operation WHERE device = $4 AND settled_at >= $5"),
    " AS verdicts, ",
    is_any!("photo WHERE device = $4 AND arrived = 0"),
    " AS photos, ",
    is_any!("staff_notice WHERE state = 'waiting' AND person = $6"),
    " AS messages \
     FROM (SELECT $1 AS id UNION ALL SELECT $2) AS own LEFT JOIN scope ON scope.id = own.id"
);

fn read_own(row: &Row) -> StorageResult<Option<(Scope, ScopeRow)>> {
    if row.try_get::<Option<i64>>("epoch")?.is_none() {
        return Ok(None);
    }
    Ok(Some((
        name(row, "scope", |text| text.parse().ok())?,
        read_scope(row)?,
    )))
}

fn optional(row: &Row, column: &'static str) -> StorageResult<Option<u64>> {
    let number: Option<i64> = row.try_get(column)?;
    let read = number.map(u64::try_from).transpose();
    read.map_err(|_| StorageError::Value(column))
}

fn drawn(row: &Row) -> StorageResult<u64> {
    let Some(text) = row.try_get::<Option<&str>>("drawn")? else {
        return Ok(0);
    };
    Ok(serde_json::from_str(text)?)
}

#[async_trait]
impl GlanceReads for Transaction {
    async fn glance(&mut self, viewer: &Viewer) -> StorageResult<Glance> {
        let [own, crew] = viewer.scopes.map(|scope| scope.map(|scope| scope.to_string()));
        let rows = self
            .query(GLANCE)
            .bind(own)
            .bind(crew)
            .bind(viewer.incarnation.bytes().as_slice())
            .bind(viewer.device.bytes().as_slice())
            .bind(viewer.since.0)
            .bind(viewer.worker.bytes().as_slice())
            .fetch_all()
            .await?;
        let row = rows.first().ok_or(StorageError::Value("scope"))?;
        let own = rows.iter().filter_map(|row| read_own(row).transpose());
        Ok(Glance {
            acked: optional(row, "acked")?.map(Seq),
            epoch: drawn(row)?,
            edition: optional(row, "edition")?.unwrap_or_default(),
            scopes: own.collect::<StorageResult<BTreeMap<_, _>>>()?,
            verdicts: flag(row, "verdicts")?,
            photos: flag(row, "photos")?,
            messages: flag(row, "messages")?,
        })
    }
}
