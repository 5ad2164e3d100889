//! SQL of `storage/field.rs`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use async_trait::async_trait;
use kuitti_shared::id::{ConflictId, DeviceId, IncarnationId, OpId, OrderId, Sha256Hex, StaffId, WorkerId};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::unit::{Seq, WallTime};
use uuid::Uuid;

use super::columns::{document, hash, id, ids, name, optional_id, optional_time, signed, time, unsigned};
use super::people::read_worker;
use super::rows::Insert;
use super::statement::{Sql, among, locking};
use super::{Cell, Row, Transaction};
use crate::storage::{
    DeviceRecord, EnrolmentRecord, FieldReads, FieldWrites, IncarnationRecord, OperationRecord, StorageError,
    StorageResult, WorkerRecord,
};

fn read_device(row: &Row) -> StorageResult<DeviceRecord> {
    Ok(DeviceRecord {
        id: DeviceId(id(row, "id")?),
        worker: WorkerId(id(row, "worker")?),
        name: row.try_get("name")?,
        app: row.try_get("app")?,
        token: hash(row, "token")?,
        enrolled_at: time(row, "enrolled_at")?,
        pushed_at: optional_time(row, "pushed_at")?,
        revoked_at: optional_time(row, "revoked_at")?,
        drain_until: optional_time(row, "drain_until")?,
    })
}

fn read_incarnation(numbering: IncarnationId, row: &Row) -> StorageResult<IncarnationRecord> {
    Ok(IncarnationRecord {
        id: numbering,
        device: DeviceId(id(row, "device")?),
        acked: Seq(unsigned(row, "acked")?),
    })
}

fn read_operation(row: &Row) -> StorageResult<OperationRecord> {
    Ok(OperationRecord {
        op: OpId(id(row, "op")?),
        device: DeviceId(id(row, "device")?),
        worker: WorkerId(id(row, "worker")?),
        seq: Seq(unsigned(row, "seq")?),
        order: optional_id(row, "order_id")?.map(OrderId),
        kind: row.try_get("kind")?,
        body: row.try_get("body")?,
        pushed: serde_json::from_str(row.try_get("pushed")?)?,
        outcome: name(row, "outcome", ReceiptOutcome::from_code)?,
        code: row.try_get("code")?,
        conflict: optional_id(row, "conflict")?.map(ConflictId),
        settled_at: optional_time(row, "settled_at")?,
    })
}

/// PostgreSQL locks the device first, then looks at its numbering, and sees what the push committed for which it waited: a row
/// that is locked is read as it stands then.
const PUSHED: Sql = Sql::each(
    "UPDATE device SET app = $2, pushed_at = $3 WHERE id = $1",
    "WITH pushed AS (UPDATE device SET app = $2, pushed_at = $3 WHERE id = $1 RETURNING id) \
     SELECT incarnation.device, incarnation.acked FROM pushed, incarnation WHERE incarnation.id = $4 \
     FOR NO KEY UPDATE OF incarnation",
);

const PLACES: Sql = Sql::each(
    "INSERT INTO numbering (incarnation, last, ops) SELECT $1, $2, $3 \
     WHERE NOT EXISTS (SELECT 1 FROM numbering WHERE incarnation = $1 AND last >= $4)",
    "WITH kept AS (UPDATE incarnation SET acked = $2 WHERE id = $1) \
     INSERT INTO numbering (incarnation, last, ops) SELECT $1, $2, $3 \
     WHERE NOT EXISTS (SELECT 1 FROM numbering WHERE incarnation = $1 AND last >= $4)",
);

/// The bytes of an id in `numbering.ops`.
const ID: usize = size_of::<Uuid>();

const OPERATIONS: Insert = Insert {
    into: "operation (op, device, worker, seq, order_id, kind, body, pushed, received_at, outcome, code, conflict, settled_at)",
    otherwise: "ON CONFLICT (op) DO UPDATE SET outcome = excluded.outcome, code = excluded.code, \
                conflict = excluded.conflict, settled_at = excluded.settled_at",
    steady: None,
};

fn operation_row(operation: &OperationRecord) -> StorageResult<[Cell; 13]> {
    Ok([
        operation.op.bytes().as_slice().into(),
        operation.device.bytes().as_slice().into(),
        operation.worker.bytes().as_slice().into(),
        signed(operation.seq.0).into(),
        operation.order.map(|order| order.bytes().to_vec()).into(),
        (&operation.kind).into(),
        (&operation.body).into(),
        document(&operation.pushed)?.into(),
        operation.pushed.received.0.into(),
        operation.outcome.code().into(),
        (&operation.code).into(),
        operation
            .conflict
            .map(|conflict| conflict.bytes().to_vec())
            .into(),
        operation.settled_at.map(|at| at.0).into(),
    ])
}

/// The places of a row of `numbering`, with the operations that stand there.
fn read_run(row: &Row) -> StorageResult<impl Iterator<Item = (Seq, OpId)>> {
    let (last, ops) = (unsigned(row, "last")?, row.try_get::<&[u8]>("ops")?);
    let ids = ops
        .chunks_exact(ID)
        .map(|id| Uuid::from_slice(id).unwrap_or_default());
    let ids: Vec<OpId> = ids.map(OpId).collect();
    let first = (last + 1)
        .checked_sub(ids.len() as u64)
        .ok_or(StorageError::Value("numbering"))?;
    Ok((first..).map(Seq).zip(ids))
}

fn read_operations(rows: &[Row]) -> StorageResult<Vec<OperationRecord>> {
    rows.iter().map(read_operation).collect()
}

#[async_trait]
impl FieldReads for Transaction {
    async fn device(&mut self, id: DeviceId) -> StorageResult<Option<DeviceRecord>> {
        let row = self
            .query(locking!(
                "SELECT id, worker, name, app, token, enrolled_at, pushed_at, revoked_at, drain_until \
             FROM device WHERE id = $1"
            ))
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_device).transpose()
    }

    async fn device_by_token(
        &mut self,
        token: &Sha256Hex,
    ) -> StorageResult<Option<(DeviceRecord, WorkerRecord)>> {
        let row = self
            .query(
                "SELECT device.id, device.worker, device.name, device.app, device.token, device.enrolled_at, \
                 device.pushed_at, device.revoked_at, device.drain_until, worker.doc, worker.active \
                 FROM device JOIN worker ON worker.id = device.worker WHERE device.token = $1",
            )
            .bind(token.as_str())
            .fetch_optional()
            .await?;
        let read = |row: Row| Ok((read_device(&row)?, read_worker(&row)?));
        row.map(read).transpose()
    }

    async fn devices(&mut self) -> StorageResult<Vec<DeviceRecord>> {
        let rows = self
            .query(
                "SELECT id, worker, name, app, token, enrolled_at, pushed_at, revoked_at, drain_until \
             FROM device ORDER BY enrolled_at DESC, id",
            )
            .fetch_all()
            .await?;
        rows.iter().map(read_device).collect()
    }

    async fn incarnation(&mut self, id: IncarnationId) -> StorageResult<Option<IncarnationRecord>> {
        let row = self
            .query(locking!("SELECT device, acked FROM incarnation WHERE id = $1"))
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.map(|row| read_incarnation(id, &row)).transpose()
    }

    async fn numbered(
        &mut self,
        incarnation: IncarnationId,
        places: RangeInclusive<Seq>,
    ) -> StorageResult<BTreeMap<Seq, OpId>> {
        // A row has at least one place, so that there are no more rows than places.
        let most = places.end().0.saturating_sub(places.start().0).saturating_add(1);
        let rows = self
            .query("SELECT last, ops FROM numbering WHERE incarnation = $1 AND last >= $2 ORDER BY last LIMIT $3")
            .bind(incarnation.bytes().as_slice())
            .bind(signed(places.start().0))
            .bind(signed(most))
            .fetch_all()
            .await?;
        let mut found = BTreeMap::new();
        for row in &rows {
            found.extend(read_run(row)?.filter(|(seq, _)| places.contains(seq)));
        }
        Ok(found)
    }

    async fn operation(&mut self, op: OpId) -> StorageResult<Option<OperationRecord>> {
        let row = self
            .query("SELECT * FROM operation WHERE op = $1")
            .bind(op.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_operation).transpose()
    }

    async fn operations(&mut self, ops: &[OpId]) -> StorageResult<Vec<OperationRecord>> {
        let rows = self
            .query(among!("SELECT * FROM operation WHERE op", ""))
            .bind_list(ids(ops.iter().map(|op| &op.0)))
            .fetch_all()
            .await?;
        read_operations(&rows)
    }

    async fn held_on(&mut self, order: OrderId) -> StorageResult<Vec<OperationRecord>> {
        let rows = self
            .query(locking!(
                "SELECT * FROM operation WHERE order_id = $1 AND outcome = 'held' ORDER BY received_at, rowid"
            ))
            .bind(order.bytes().as_slice())
            .fetch_all()
            .await?;
        read_operations(&rows)
    }

    async fn held_for(&mut self, code: &str, limit: u32) -> StorageResult<Vec<OperationRecord>> {
        let rows = self.query(locking!(
            "SELECT * FROM operation WHERE outcome = 'held' AND code = $1 ORDER BY received_at, rowid LIMIT $2"
        ))
        .bind(code)
        .bind(limit)
        .fetch_all()
        .await?;
        read_operations(&rows)
    }

    async fn settled_since(
        &mut self,
        device: DeviceId,
        since: WallTime,
    ) -> StorageResult<Vec<OperationRecord>> {
        let rows = self
            .query(
                "SELECT * FROM operation WHERE device = $1 AND settled_at >= $2 ORDER BY settled_at, rowid",
            )
            .bind(device.bytes().as_slice())
            .bind(since.0)
            .fetch_all()
            .await?;
        read_operations(&rows)
    }

    async fn operations_with(
        &mut self,
        outcome: ReceiptOutcome,
        limit: u32,
    ) -> StorageResult<Vec<OperationRecord>> {
        let rows = self
            .query("SELECT * FROM operation WHERE outcome = $1 ORDER BY received_at DESC LIMIT $2")
            .bind(outcome.code())
            .bind(limit)
            .fetch_all()
            .await?;
        read_operations(&rows)
    }

    async fn operations_on(&mut self, order: OrderId) -> StorageResult<Vec<OperationRecord>> {
        let rows = self
            .query("SELECT * FROM operation WHERE order_id = $1 ORDER BY received_at, rowid")
            .bind(order.bytes().as_slice())
            .fetch_all()
            .await?;
        read_operations(&rows)
    }

    async fn enrolment(&mut self, code: &Sha256Hex) -> StorageResult<Option<EnrolmentRecord>> {
        let row = self.query(locking!(
            "SELECT code, worker, issued_by, issued_at, expires_at, used_at FROM enrolment WHERE code = $1"
        ))
        .bind(code.as_str())
        .fetch_optional()
        .await?;
        let read = |row: Row| {
            Ok(EnrolmentRecord {
                code: hash(&row, "code")?,
                worker: WorkerId(id(&row, "worker")?),
                issued_by: optional_id(&row, "issued_by")?.map(StaffId),
                issued_at: time(&row, "issued_at")?,
                expires_at: time(&row, "expires_at")?,
                used_at: optional_time(&row, "used_at")?,
            })
        };
        row.map(read).transpose()
    }
}

#[async_trait]
impl FieldWrites for Transaction {
    async fn put_device(&mut self, device: &DeviceRecord) -> StorageResult<()> {
        self.query(
            "INSERT INTO device (id, worker, name, app, token, enrolled_at, pushed_at, revoked_at, drain_until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             ON CONFLICT (id) DO UPDATE SET name = $3, app = $4, token = $5, pushed_at = $7, revoked_at = $8, \
             drain_until = $9",
        )
        .bind(device.id.bytes().as_slice())
        .bind(device.worker.bytes().as_slice())
        .bind(&device.name)
        .bind(&device.app)
        .bind(device.token.as_str())
        .bind(device.enrolled_at.0)
        .bind(device.pushed_at.map(|at| at.0))
        .bind(device.revoked_at.map(|at| at.0))
        .bind(device.drain_until.map(|at| at.0))
        .execute()
        .await?;
        Ok(())
    }

    async fn begin_push(
        &mut self,
        device: DeviceId,
        app: &str,
        at: WallTime,
        numbering: IncarnationId,
    ) -> StorageResult<Option<IncarnationRecord>> {
        if !self.is_on_postgres() {
            self.query(PUSHED.sqlite)
                .bind(device.bytes().as_slice())
                .bind(app)
                .bind(at.0)
                .execute()
                .await?;
            return self.incarnation(numbering).await;
        }
        let row = self
            .query(PUSHED.postgres)
            .bind(device.bytes().as_slice())
            .bind(app)
            .bind(at.0)
            .bind(numbering.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.map(|row| read_incarnation(numbering, &row)).transpose()
    }

    async fn put_incarnation(&mut self, incarnation: &IncarnationRecord) -> StorageResult<()> {
        self.query(
            "INSERT INTO incarnation (id, device, acked) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET acked = $3",
        )
        .bind(incarnation.id.bytes().as_slice())
        .bind(incarnation.device.bytes().as_slice())
        .bind(signed(incarnation.acked.0))
        .execute()
        .await?;
        Ok(())
    }

    async fn number(&mut self, incarnation: IncarnationId, first: Seq, ops: &[OpId]) -> StorageResult<()> {
        let Some(further) = ops.len().checked_sub(1) else {
            return Ok(());
        };
        let last = signed(first.0 + further as u64);
        if !self.is_on_postgres() {
            self.query("UPDATE incarnation SET acked = $2 WHERE id = $1")
                .bind(incarnation.bytes().as_slice())
                .bind(last)
                .execute()
                .await?;
        }
        let bytes: Vec<u8> = ops.iter().flat_map(|op| *op.bytes()).collect();
        let added = self
            .query(PLACES)
            .bind(incarnation.bytes().as_slice())
            .bind(last)
            .bind(bytes)
            .bind(signed(first.0))
            .execute()
            .await?;
        match added {
            0 => Err(StorageError::Value("the next place in a numbering")),
            _ => Ok(()),
        }
    }

    async fn renumber(&mut self, op: OpId, seq: Seq) -> StorageResult<()> {
        self.query("UPDATE operation SET seq = $2 WHERE op = $1")
            .bind(op.bytes().as_slice())
            .bind(signed(seq.0))
            .execute()
            .await?;
        Ok(())
    }

    async fn put_operations(&mut self, operations: &[OperationRecord]) -> StorageResult<()> {
        let rows = operations.iter().map(operation_row);
        self.insert(&OPERATIONS, rows.collect::<StorageResult<_>>()?)
            .await
    }

    async fn put_enrolment(&mut self, enrolment: &EnrolmentRecord) -> StorageResult<()> {
        self.query(
            "INSERT INTO enrolment (code, worker, issued_by, issued_at, expires_at, used_at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO UPDATE SET used_at = $6",
        )
        .bind(enrolment.code.as_str())
        .bind(enrolment.worker.bytes().as_slice())
        .bind(enrolment.issued_by.map(|staff| staff.bytes().to_vec()))
        .bind(enrolment.issued_at.0)
        .bind(enrolment.expires_at.0)
        .bind(enrolment.used_at.map(|at| at.0))
        .execute()
        .await?;
        Ok(())
    }
}
