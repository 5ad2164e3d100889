//! Zones and shifts: what routing looks at, and the reasons that it gave.

use async_trait::async_trait;
use kuitti_shared::domain::{Shift, Zone};
use kuitti_shared::id::{CrewId, OrderId};
use kuitti_shared::rules::routing::RoutingReason;
use kuitti_shared::unit::WallTime;

use super::StorageResult;

/// Looking at zones and shifts.
#[async_trait]
pub trait DispatchReads {
    /// All zones in the town's sequence.
    async fn zones(&mut self) -> StorageResult<Vec<Zone>>;
    /// Why an order went where it went, when anything was written down.
    async fn routing(&mut self, order: OrderId) -> StorageResult<Option<RoutingReason>>;
    /// Shifts that touch the span from `from` to `until`.
    async fn shifts(&mut self, from: WallTime, until: WallTime) -> StorageResult<Vec<Shift>>;
}

/// Changing zones and shifts.
#[async_trait]
pub trait DispatchWrites {
    /// Stores a zone; a new one comes last.
    async fn put_zone(&mut self, zone: &Zone) -> StorageResult<()>;
    /// Stores a shift; the same crew and start replaces.
    async fn put_shift(&mut self, shift: &Shift) -> StorageResult<()>;
    /// Stores why an order went where it went.
    async fn put_routing(&mut self, order: OrderId, reason: &RoutingReason) -> StorageResult<()>;
    /// Removes a shift.
    async fn delete_shift(&mut self, crew: CrewId, from: WallTime) -> StorageResult<()>;
}
