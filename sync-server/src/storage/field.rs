//! Devices, their numberings, and every operation as it was sent.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use async_trait::async_trait;
use kuitti_shared::clock::PushClock;
use kuitti_shared::id::{ConflictId, DeviceId, IncarnationId, OpId, OrderId, Sha256Hex, StaffId, WorkerId};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::unit::{Seq, WallTime};
use serde::{Deserialize, Serialize};

use super::{StorageResult, WorkerRecord};

/// An enrolled installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRecord {
    /// Id.
    pub id: DeviceId,
    /// For whom.
    pub worker: WorkerId,
    /// What it calls itself.
    pub name: String,
    /// The app's version when last heard.
    pub app: String,
    /// SHA-256 of its bearer token.
    pub token: Sha256Hex,
    /// When it was enrolled.
    pub enrolled_at: WallTime,
    /// When it last pushed something.
    pub pushed_at: Option<WallTime>,
    /// When it was revoked.
    pub revoked_at: Option<WallTime>,
    /// Until when a leaver's device may hand in its work.
    pub drain_until: Option<WallTime>,
}

/// One numbering of a device's operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IncarnationRecord {
    /// Id.
    pub id: IncarnationId,
    /// Of which device.
    pub device: DeviceId,
    /// Everything up to here is kept.
    pub acked: Seq,
}

/// When and how an operation was pushed: what its occurrence is counted back from, even if it is applied later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushedAt {
    /// The device's clocks at the moment of sending.
    pub clock: PushClock,
    /// The server's clock at the moment of receipt.
    pub received: WallTime,
}

/// An operation with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationRecord {
    /// Id for ever.
    pub op: OpId,
    /// Who pushed it.
    pub device: DeviceId,
    /// Its worker.
    pub worker: WorkerId,
    /// Its place in the numbering in which it came last.
    pub seq: Seq,
    /// About which order.
    pub order: Option<OrderId>,
    /// `name@version`, as far as it could be read.
    pub kind: String,
    /// The bytes as they were sent.
    pub body: String,
    /// When it was pushed.
    pub pushed: PushedAt,
    /// The verdict.
    pub outcome: ReceiptOutcome,
    /// Its reason.
    pub code: String,
    /// The conflict it opened.
    pub conflict: Option<ConflictId>,
    /// When a verdict that had waited was replaced.
    pub settled_at: Option<WallTime>,
}

/// A one-time code that makes a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentRecord {
    /// SHA-256 of the code.
    pub code: Sha256Hex,
    /// For whom.
    pub worker: WorkerId,
    /// Who gave it out.
    pub issued_by: Option<StaffId>,
    /// When.
    pub issued_at: WallTime,
    /// Until when it works.
    pub expires_at: WallTime,
    /// When it was used.
    pub used_at: Option<WallTime>,
}

/// Looking at devices and operations.
#[async_trait]
pub trait FieldReads {
    /// A device.
    async fn device(&mut self, id: DeviceId) -> StorageResult<Option<DeviceRecord>>;
    /// The device of a token, with its worker.
    async fn device_by_token(
        &mut self,
        token: &Sha256Hex,
    ) -> StorageResult<Option<(DeviceRecord, WorkerRecord)>>;
    /// All devices, newest first.
    async fn devices(&mut self) -> StorageResult<Vec<DeviceRecord>>;
    /// A numbering.
    async fn incarnation(&mut self, id: IncarnationId) -> StorageResult<Option<IncarnationRecord>>;
    /// Which operations stand at these places of a numbering, as far as any do.
    async fn numbered(
        &mut self,
        incarnation: IncarnationId,
        places: RangeInclusive<Seq>,
    ) -> StorageResult<BTreeMap<Seq, OpId>>;
    /// An operation.
    async fn operation(&mut self, op: OpId) -> StorageResult<Option<OperationRecord>>;
    /// The operations of these ids that exist, in no particular sequence.
    async fn operations(&mut self, ops: &[OpId]) -> StorageResult<Vec<OperationRecord>>;
    /// Operations that are held on an order, in the sequence of each device.
    async fn held_on(&mut self, order: OrderId) -> StorageResult<Vec<OperationRecord>>;
    /// Operations held for `code`, oldest first.
    async fn held_for(&mut self, code: &str, limit: u32) -> StorageResult<Vec<OperationRecord>>;
    /// Operations of a device whose waiting verdict was replaced since.
    async fn settled_since(
        &mut self,
        device: DeviceId,
        since: WallTime,
    ) -> StorageResult<Vec<OperationRecord>>;
    /// Operations with this outcome, latest first: what the office has to look at.
    async fn operations_with(
        &mut self,
        outcome: ReceiptOutcome,
        limit: u32,
    ) -> StorageResult<Vec<OperationRecord>>;
    /// The operations on an order, oldest first.
    async fn operations_on(&mut self, order: OrderId) -> StorageResult<Vec<OperationRecord>>;
    /// An enrolment by the hash of its code.
    async fn enrolment(&mut self, code: &Sha256Hex) -> StorageResult<Option<EnrolmentRecord>>;
}

/// Changing devices and operations.
#[async_trait]
pub trait FieldWrites {
    /// Stores a device, new or changed.
    async fn put_device(&mut self, device: &DeviceRecord) -> StorageResult<()>;
    /// Notes that a device pushes, with which app, locks it until the end, and then looks at the numbering that it uses.
    async fn begin_push(
        &mut self,
        device: DeviceId,
        app: &str,
        at: WallTime,
        numbering: IncarnationId,
    ) -> StorageResult<Option<IncarnationRecord>>;
    /// Stores a numbering, new or further on.
    async fn put_incarnation(&mut self, incarnation: &IncarnationRecord) -> StorageResult<()>;
    /// Says which operations stand at the places of a numbering from `first` on, and that it is kept up to the last of them. No
    /// place is given out twice.
    async fn number(&mut self, incarnation: IncarnationId, first: Seq, ops: &[OpId]) -> StorageResult<()>;
    /// Notes that a known operation came again, in another numbering.
    async fn renumber(&mut self, op: OpId, seq: Seq) -> StorageResult<()>;
    /// Stores operations, new or with another verdict, in the sequence of their arrival.
    async fn put_operations(&mut self, operations: &[OperationRecord]) -> StorageResult<()>;
    /// Stores an enrolment, new or used.
    async fn put_enrolment(&mut self, enrolment: &EnrolmentRecord) -> StorageResult<()>;
}
