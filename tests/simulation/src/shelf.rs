//! What lies on a phone, read from its files beside the engine.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::sync::request::Scope;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

/// The contents of a store.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Operations that the server has not acknowledged.
    pub pending: BTreeSet<OpId>,
    /// Operations that it has: seen in the base or not yet.
    pub acknowledged: BTreeSet<OpId>,
    /// The server's truth.
    pub base: BTreeMap<OrderId, OrderAggregate>,
    /// What the worker sees.
    pub view: BTreeMap<OrderId, OrderAggregate>,
    /// Which scope brought what.
    pub membership: BTreeSet<(Scope, OrderId)>,
    /// Photos by state.
    pub uploads: Vec<(OpId, String)>,
    /// Digests that did not agree since the last snapshot.
    pub mismatches: u64,
}

impl Shelf {
    /// Reads the store in a phone's directory.
    #[must_use]
    pub fn of(directory: &Path) -> Self {
        let file = directory.join("kuitti.db");
        let store = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        Self {
            pending: ids(&store, "SELECT op_id FROM pending_op WHERE outcome IS NULL"),
            acknowledged: ids(
                &store,
                "SELECT op_id FROM sent_log UNION SELECT op_id FROM pending_op WHERE outcome IS NOT NULL",
            ),
            base: orders(&store, "SELECT id, document FROM base_order"),
            view: orders(&store, "SELECT id, document FROM view_order"),
            membership: membership(&store),
            uploads: uploads(&store),
            mismatches: mismatches(&store),
        }
    }

    /// Every operation that the phone still has.
    #[must_use]
    pub fn operations(&self) -> BTreeSet<OpId> {
        self.pending.union(&self.acknowledged).copied().collect()
    }
}

fn ids(store: &Connection, sql: &str) -> BTreeSet<OpId> {
    let mut query = store.prepare(sql).unwrap();
    let rows = query.query_map([], |row| row.get::<_, [u8; 16]>(0)).unwrap();
    rows.map(|id| OpId(Uuid::from_bytes(id.unwrap()))).collect()
}

fn orders(store: &Connection, sql: &str) -> BTreeMap<OrderId, OrderAggregate> {
    let mut query = store.prepare(sql).unwrap();
    let rows = query
        .query_map([], |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, String>(1)?))
        })
        .unwrap();
    rows.map(|row| {
        let (id, document) = row.unwrap();
        let aggregate = serde_json::from_str(&document).unwrap();
        (OrderId(Uuid::from_bytes(id)), aggregate)
    })
    .collect()
}

fn membership(store: &Connection) -> BTreeSet<(Scope, OrderId)> {
    let mut query = store.prepare("SELECT scope, order_id FROM membership").unwrap();
    let rows = query
        .query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, [u8; 16]>(1)?))
        })
        .unwrap();
    rows.map(|row| {
        let (scope, id) = row.unwrap();
        (scope.parse().unwrap(), OrderId(Uuid::from_bytes(id)))
    })
    .collect()
}

fn uploads(store: &Connection) -> Vec<(OpId, String)> {
    let mut query = store.prepare("SELECT op_id, state FROM upload").unwrap();
    let rows = query
        .query_map([], |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, String>(1)?))
        })
        .unwrap();
    rows.map(|row| {
        let (op, state) = row.unwrap();
        (OpId(Uuid::from_bytes(op)), state)
    })
    .collect()
}

fn mismatches(store: &Connection) -> u64 {
    let sql = "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM meta WHERE name = 'digest_mismatches'";
    let count: i64 = store.query_row(sql, [], |row| row.get(0)).unwrap();
    u64::try_from(count).unwrap_or_default()
}
