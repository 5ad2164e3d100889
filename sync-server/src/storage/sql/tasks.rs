//! SQL of `storage/tasks.rs`.

use async_trait::async_trait;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::unit::WallTime;

use super::columns::{optional_id, optional_time, time};
use super::{Row, Transaction};
use crate::storage::{OfficeTask, StorageResult, TaskReads, TaskWrites};

fn read_task(row: &Row) -> StorageResult<OfficeTask> {
    Ok(OfficeTask {
        id: row.try_get("id")?,
        code: row.try_get("code")?,
        order: optional_id(row, "order_id")?.map(OrderId),
        operation: optional_id(row, "operation")?.map(OpId),
        opened_at: time(row, "opened_at")?,
        settled_at: optional_time(row, "settled_at")?,
    })
}

#[async_trait]
impl TaskReads for Transaction {
    async fn open_tasks(&mut self, limit: u32) -> StorageResult<Vec<OfficeTask>> {
        let rows = self
            .query(
                "SELECT id, code, order_id, operation, opened_at, settled_at FROM office_task \
             WHERE settled_at IS NULL ORDER BY opened_at, id LIMIT $1",
            )
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(read_task).collect()
    }
}

#[async_trait]
impl TaskWrites for Transaction {
    async fn open_task(&mut self, task: &OfficeTask) -> StorageResult<()> {
        self.query(
            "INSERT INTO office_task (code, order_id, operation, opened_at) SELECT $1, $2, $3, $4 \
             WHERE NOT EXISTS (SELECT 1 FROM office_task WHERE settled_at IS NULL AND code = $1 \
             AND order_id IS NOT DISTINCT FROM $2 AND operation IS NOT DISTINCT FROM $3) ON CONFLICT DO NOTHING",
        )
        .bind(&task.code)
        .bind(task.order.map(|order| order.bytes().to_vec()))
        .bind(task.operation.map(|op| op.bytes().to_vec()))
        .bind(task.opened_at.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn settle_tasks(&mut self, order: OrderId, code: &str, now: WallTime) -> StorageResult<u64> {
        self.query(
            "UPDATE office_task SET settled_at = $3 WHERE order_id = $1 AND code = $2 AND settled_at IS NULL",
        )
        .bind(order.bytes().as_slice())
        .bind(code)
        .bind(now.0)
        .execute()
        .await
    }

    async fn settle_task(&mut self, id: i64, now: WallTime) -> StorageResult<bool> {
        let settled = self
            .query("UPDATE office_task SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL")
            .bind(id)
            .bind(now.0)
            .execute()
            .await?;
        Ok(settled > 0)
    }
}
