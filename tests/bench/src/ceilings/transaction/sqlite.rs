//! On SQLite: prepared statements on one connection, WAL, `synchronous=FULL`.

use std::time::Instant;

use anyhow::Result;
use rusqlite::{Connection, params};
use tempfile::TempDir;

use super::{BODY, DOCUMENT, OPERATIONS, ORDER, ORDERS, id, text, whole};
use crate::clients::CLIENTS;
use crate::samples::{Samples, per_second};

/// Pushes in one commit: as many as clients wait at once.
const GROUP: usize = CLIENTS;

const SCHEMA: &str = "
    CREATE TABLE operation (op BLOB PRIMARY KEY, device BLOB, order_id BLOB, received INTEGER, body TEXT) WITHOUT ROWID;
    CREATE TABLE numbering (incarnation BLOB, seq INTEGER, op BLOB, PRIMARY KEY (incarnation, seq)) WITHOUT ROWID;
    CREATE TABLE work_order (id BLOB PRIMARY KEY, version INTEGER, doc TEXT) WITHOUT ROWID;
    CREATE TABLE feed (scope TEXT, order_id BLOB, seq INTEGER, PRIMARY KEY (scope, order_id)) WITHOUT ROWID;
    CREATE TABLE request (id BLOB PRIMARY KEY, doc TEXT) WITHOUT ROWID;
    CREATE TABLE notice (id BLOB PRIMARY KEY, request BLOB, doc TEXT) WITHOUT ROWID;
    CREATE TABLE counter (id TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;
";

/// Pushes in a second, with as many in a commit as there are clients.
pub(crate) fn per_second_of(pushes: usize) -> Result<f64> {
    let bare = Bare::open()?;
    let began = Instant::now();
    for first in (0..pushes).step_by(GROUP) {
        bare.commit(first..pushes.min(first + GROUP))?;
    }
    Ok(per_second(pushes, began.elapsed()))
}

/// One push in a commit of its own: the median, in milliseconds.
pub(crate) fn alone_ms(pushes: usize) -> Result<f64> {
    let bare = Bare::open()?;
    let mut samples = Samples::default();
    for push in 0..pushes {
        let began = Instant::now();
        bare.commit(push..push + 1)?;
        samples.add(began.elapsed());
    }
    Ok(samples.median_ms())
}

struct Bare {
    connection: Connection,
    _directory: TempDir,
}

impl Bare {
    fn open() -> Result<Self> {
        let directory = tempfile::tempdir()?;
        let connection = Connection::open(directory.path().join("bare.db"))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.set_prepared_statement_cache_capacity(32);
        connection.execute_batch(SCHEMA)?;
        Ok(Self {
            connection,
            _directory: directory,
        })
    }

    fn commit(&self, pushes: std::ops::Range<usize>) -> Result<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        for push in pushes {
            self.push(push)?;
        }
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    fn push(&self, push: usize) -> Result<()> {
        let device = id("device", push % CLIENTS);
        let scope = format!("worker:{}", push % CLIENTS);
        for number in push * OPERATIONS..(push + 1) * OPERATIONS {
            let seq = whole(number)?;
            let (op, order) = (id("operation", number), id("order", number / 3));
            self.run(
                "INSERT INTO operation VALUES (?1, ?2, ?3, 0, ?4)",
                params![op, device, order, text(BODY)],
            )?;
            self.run(
                "INSERT INTO numbering VALUES (?1, ?2, ?3)",
                params![device, seq, op],
            )?;
        }
        for number in push * ORDERS..(push + 1) * ORDERS {
            let (order, request) = (id("order", number), id("request", number));
            self.run(
                "INSERT OR REPLACE INTO work_order VALUES (?1, 2, ?2)",
                params![order, text(ORDER)],
            )?;
            self.run(
                "INSERT OR REPLACE INTO feed VALUES (?1, ?2, ?3)",
                params![scope, order, whole(number)?],
            )?;
            self.run(
                "INSERT OR REPLACE INTO request VALUES (?1, ?2)",
                params![request, text(DOCUMENT)],
            )?;
            let notice = id("notice", number);
            self.run(
                "INSERT INTO notice VALUES (?1, ?2, ?3)",
                params![notice, request, text(DOCUMENT)],
            )?;
        }
        self.run(
            "INSERT OR REPLACE INTO counter VALUES (?1, ?2)",
            params![scope, whole(push)?],
        )?;
        self.run(
            "INSERT OR REPLACE INTO counter VALUES (?1, ?2)",
            params![format!("device {}", push % CLIENTS), whole(push)?],
        )
    }

    fn run(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<()> {
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}
