//! What goes up: operations as the bytes that were stored, within the limits, with the device's clocks and cursors.

use std::collections::BTreeMap;

use kuitti_shared::clock::PushClock;
use kuitti_shared::id::{DeviceId, IncarnationId, OpId};
use kuitti_shared::operation::{Base, WireOperation};
use kuitti_shared::sync::limits;
use kuitti_shared::sync::request::{Cursor, Health, SCHEMA, Scope};
use kuitti_shared::unit::{Millis, Seq};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::error::EngineError;
use crate::protocol::Problem;
use crate::store::outbox::Waiting;
use crate::store::{membership, meta, outbox, taken, upload};

/// The body of a sync: on the wire a [`kuitti_shared::sync::request::SyncRequest`].
#[derive(Debug, Clone, Serialize)]
pub struct Push {
    device: DeviceId,
    incarnation: IncarnationId,
    app: &'static str,
    schema: u32,
    clock: PushClock,
    ops: Vec<Box<RawValue>>,
    cursors: BTreeMap<Scope, Cursor>,
    town: Option<u64>,
    health: Health,
    /// What was sent, to match with the answer.
    #[serde(skip)]
    sent: Vec<(Seq, OpId)>,
}

/// How many operations fit into one push. Halved when the server finds it too large or fails on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BatchSize(pub(crate) usize);

impl Default for BatchSize {
    fn default() -> Self {
        Self(limits::OPERATIONS_UP)
    }
}

impl BatchSize {
    /// A smaller batch, so that one bad operation is found; none when it is one already.
    pub(crate) const fn halved(self) -> Option<Self> {
        if self.0 > 1 { Some(Self(self.0 / 2)) } else { None }
    }
}

impl Push {
    /// Gathers what is to be sent now.
    pub(crate) fn gather(
        store: &Connection,
        clock: PushClock,
        batch: BatchSize,
    ) -> Result<Self, EngineError> {
        let waiting = outbox::unacknowledged(store, batch.0)?;
        let mut push = Self::without_operations(store, clock)?;
        push.fill(&waiting)?;
        Ok(push)
    }

    /// Gathers everything that was not acknowledged, as many pushes as it takes.
    pub(crate) fn gather_all(store: &Connection, clock: PushClock) -> Result<Vec<Self>, EngineError> {
        let waiting = outbox::unacknowledged(store, usize::MAX)?;
        let mut rest = waiting.as_slice();
        let mut pushes = Vec::new();
        while !rest.is_empty() {
            let mut push = Self::without_operations(store, clock)?;
            push.fill(rest.get(..limits::OPERATIONS_UP).unwrap_or(rest))?;
            rest = rest.get(push.ops.len()..).unwrap_or_default();
            pushes.push(push);
        }
        Ok(pushes)
    }

    /// Takes as many as fit into one request, and at least one.
    fn fill(&mut self, waiting: &[Waiting]) -> Result<(), EngineError> {
        let mut bytes = 0;
        for waiting in waiting {
            bytes += waiting.bytes.len();
            if bytes > limits::BYTES_UP && !self.ops.is_empty() {
                break;
            }
            self.sent.push((waiting.seq, waiting.op_id));
            self.ops.push(raw(waiting)?);
        }
        Ok(())
    }

    /// The same without operations, for waiting.
    pub(crate) fn without_operations(store: &Connection, clock: PushClock) -> Result<Self, EngineError> {
        let session = meta::get(store, &meta::SESSION)?.ok_or(Problem::NotEnrolled)?;
        let numbering = meta::get(store, &meta::NUMBERING)?.ok_or(Problem::NotEnrolled)?;
        let town = meta::get(store, &meta::TOWN)?;
        let health = Health {
            pending_ops: outbox::unacknowledged_count(store)?.0,
            pending_photos: upload::queued_count(store)?.0 + taken::count(store)?,
            digest_mismatches: meta::get(store, &meta::DIGEST_MISMATCHES)?.unwrap_or_default(),
        };
        Ok(Self {
            device: session.device,
            incarnation: numbering.incarnation,
            app: env!("CARGO_PKG_VERSION"),
            schema: SCHEMA,
            clock,
            ops: Vec::new(),
            cursors: membership::cursors(store)?,
            town: town.map(|town| town.edition),
            health,
            sent: Vec::new(),
        })
    }

    /// The operations of this push.
    pub(crate) fn sent(&self) -> &[(Seq, OpId)] {
        &self.sent
    }

    /// Did the device say how far it has got in this scope?
    pub(crate) fn has_cursor(&self, scope: &Scope) -> bool {
        self.cursors.contains_key(scope)
    }

    /// The clocks at the moment of sending.
    pub(crate) const fn clock(&self) -> PushClock {
        self.clock
    }

    /// The body as it goes over the wire.
    ///
    /// # Errors
    /// When a value cannot be written as JSON.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

/// The stored bytes. Bytes that are damaged on the phone's disk go as an operation of an unknown kind: the server keeps
/// them for a person, and what follows is not held up.
fn raw(waiting: &Waiting) -> Result<Box<RawValue>, serde_json::Error> {
    #[derive(Deserialize)]
    struct Numbered {
        seq: Seq,
        op_id: OpId,
    }
    let is_whole = serde_json::from_slice::<Numbered>(&waiting.bytes)
        .is_ok_and(|found| found.seq == waiting.seq && found.op_id == waiting.op_id);
    if is_whole {
        return serde_json::from_slice(&waiting.bytes);
    }
    to_raw_value(&WireOperation {
        seq: waiting.seq,
        op_id: waiting.op_id,
        order: waiting.order,
        kind: format!("damaged:{}", waiting.kind),
        base: Base::default(),
        at: kuitti_shared::clock::Stamp {
            wall: waiting.made_at,
            boot: Millis(0),
            epoch: kuitti_shared::clock::BootEpoch(0),
        },
        position: None,
        data: serde_json::json!({ "bytes": String::from_utf8_lossy(&waiting.bytes) }),
    })
}
