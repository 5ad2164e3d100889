//! SQL of `storage/dispatch.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{Shift, Zone};
use kuitti_shared::id::{CrewId, OrderId};
use kuitti_shared::rules::routing::RoutingReason;
use kuitti_shared::unit::WallTime;

use super::Transaction;
use super::columns::{document, read_document, read_documents};
use crate::storage::{DispatchReads, DispatchWrites, StorageResult};

#[async_trait]
impl DispatchReads for Transaction {
    async fn zones(&mut self) -> StorageResult<Vec<Zone>> {
        let rows = self
            .query("SELECT doc FROM zone ORDER BY position, code")
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn routing(&mut self, order: OrderId) -> StorageResult<Option<RoutingReason>> {
        let row = self
            .query("SELECT doc FROM routing WHERE order_id = $1")
            .bind(order.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn shifts(&mut self, from: WallTime, until: WallTime) -> StorageResult<Vec<Shift>> {
        let rows = self
            .query("SELECT doc FROM shift WHERE ends > $1 AND starts < $2 ORDER BY starts, crew")
            .bind(from.0)
            .bind(until.0)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }
}

#[async_trait]
impl DispatchWrites for Transaction {
    async fn put_zone(&mut self, zone: &Zone) -> StorageResult<()> {
        self.put_listed("zone", &zone.code.0, document(zone)?).await
    }

    async fn put_shift(&mut self, shift: &Shift) -> StorageResult<()> {
        self.query(
            "INSERT INTO shift (crew, starts, ends, doc) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (crew, starts) DO UPDATE SET ends = $3, doc = $4",
        )
        .bind(shift.crew.bytes().as_slice())
        .bind(shift.from.0)
        .bind(shift.until.0)
        .bind(document(shift)?)
        .execute()
        .await?;
        Ok(())
    }

    async fn put_routing(&mut self, order: OrderId, reason: &RoutingReason) -> StorageResult<()> {
        self.query(
            "INSERT INTO routing (order_id, doc) VALUES ($1, $2) ON CONFLICT (order_id) DO UPDATE SET doc = $2",
        )
        .bind(order.bytes().as_slice())
        .bind(document(reason)?)
        .execute()
        .await?;
        Ok(())
    }

    async fn delete_shift(&mut self, crew: CrewId, from: WallTime) -> StorageResult<()> {
        self.query("DELETE FROM shift WHERE crew = $1 AND starts = $2")
            .bind(crew.bytes().as_slice())
            .bind(from.0)
            .execute()
            .await?;
        Ok(())
    }
}
