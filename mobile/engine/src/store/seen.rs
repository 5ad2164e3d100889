//! What the worker has looked at: the version of each order when its screen was last open.

use std::collections::BTreeMap;

use kuitti_shared::id::OrderId;
use kuitti_shared::unit::Version;
use rusqlite::{Connection, params};

use super::Result;
use super::column::{self, Column};

/// The worker looks at an order as it is now. Answers whether that is news.
pub(crate) fn look(store: &Connection, order: OrderId) -> Result<bool> {
    let changed = store
        .prepare_cached(
            "INSERT INTO seen_order (order_id, version) SELECT id, version FROM base_order WHERE id = ?1
             ON CONFLICT DO UPDATE SET version = excluded.version WHERE version <> excluded.version",
        )?
        .execute(params![order.stored()])?;
    Ok(changed > 0)
}

/// The version of each order when it was last looked at.
pub(crate) fn all(store: &Connection) -> Result<BTreeMap<OrderId, Version>> {
    let mut query = store.prepare_cached("SELECT order_id, version FROM seen_order")?;
    let rows = query.query_map([], |row| Ok((column::get(row, 0)?, column::get(row, 1)?)))?;
    rows.collect()
}
