//! Reads a request so that one bad operation costs only itself (SYNC.md rule 2): operations are kept as the bytes that were
//! sent, and each is decoded alone.

use std::collections::BTreeMap;

use kuitti_shared::clock::PushClock;
use kuitti_shared::id::{DeviceId, IncarnationId, OpId, OrderId};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::sync::limits;
use kuitti_shared::sync::request::{Cursor, Health, SCHEMA, Scope};
use kuitti_shared::unit::Seq;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::error::{Error, Refusal, Result};
use crate::hash::sha256;
use crate::http::json;

/// Bytes of JSON in one request. More than [`limits::BYTES_UP`]: a single larger operation must still get through.
pub(super) const BODY: usize = 4 * limits::BYTES_UP;

/// A request as far as it has to be understood at once.
#[derive(Debug)]
pub(super) struct Envelope {
    pub(super) device: DeviceId,
    pub(super) incarnation: IncarnationId,
    pub(super) app: String,
    pub(super) schema: u32,
    pub(super) clock: PushClock,
    pub(super) operations: Vec<Incoming>,
    pub(super) cursors: BTreeMap<Scope, Cursor>,
    pub(super) town: Option<u64>,
    pub(super) health: Health,
    pub(super) limit: usize,
}

/// One operation of a request.
#[derive(Debug, Clone)]
pub(super) struct Incoming {
    pub(super) seq: Seq,
    pub(super) op: OpId,
    pub(super) order: Option<OrderId>,
    pub(super) kind: String,
    /// As it was sent.
    pub(super) body: String,
    /// None when the envelope of the operation cannot be read.
    pub(super) wire: Option<WireOperation>,
}

#[derive(Deserialize)]
struct RawEnvelope {
    device: DeviceId,
    incarnation: IncarnationId,
    app: String,
    schema: u32,
    clock: PushClock,
    #[serde(default)]
    ops: Vec<Box<RawValue>>,
    #[serde(default)]
    cursors: BTreeMap<String, String>,
    #[serde(default)]
    town: Option<u64>,
    #[serde(default)]
    health: Health,
    #[serde(default)]
    limit: Option<usize>,
}

/// What even an unreadable request may say.
#[derive(Deserialize)]
struct SchemaOnly {
    schema: u32,
}

/// Reads a request.
///
/// # Errors
/// 400 or 422 `malformed`, 413 `too_many_operations`, 426 `upgrade_required` when a newer app speaks otherwise.
pub(super) fn read(body: &[u8]) -> Result<Envelope> {
    let raw: RawEnvelope = json::read(body).map_err(|error| newer_or(body, error))?;
    if raw.ops.len() > limits::OPERATIONS_UP {
        return Err(Error::refused(
            Refusal::TooLarge,
            "too_many_operations",
            "Too many operations in one request. Send fewer.",
        ));
    }
    // A scope that this release does not know is not this device's: it is ignored like all that are not.
    let cursors = raw
        .cursors
        .iter()
        .filter_map(|(scope, cursor)| Some((scope.parse().ok()?, cursor.parse().ok()?)));
    Ok(Envelope {
        device: raw.device,
        incarnation: raw.incarnation,
        app: raw.app.chars().take(64).collect(),
        schema: raw.schema,
        clock: raw.clock,
        cursors: cursors.collect(),
        operations: operations(&raw.ops),
        town: raw.town,
        health: raw.health,
        limit: raw
            .limit
            .unwrap_or(limits::ORDERS_DOWN)
            .clamp(1, limits::ORDERS_DOWN),
    })
}

fn newer_or(body: &[u8], error: Error) -> Error {
    let newer = serde_json::from_slice::<SchemaOnly>(body).is_ok_and(|read| read.schema > SCHEMA);
    if newer {
        Error::refused(
            Refusal::UpgradeRequired,
            "upgrade_required",
            "The server is older than the app. It has to be updated first; nothing is lost meanwhile.",
        )
    } else {
        error
    }
}

fn operations(raw: &[Box<RawValue>]) -> Vec<Incoming> {
    let mut before = None;
    let mut operations = Vec::with_capacity(raw.len());
    for raw in raw {
        let incoming = Incoming::read(raw.get(), before);
        before = Some(incoming.seq);
        operations.push(incoming);
    }
    operations
}

/// The parts of an operation that can be read when the whole cannot.
#[derive(Deserialize)]
struct Parts {
    #[serde(default)]
    seq: Value,
    #[serde(default)]
    op_id: Value,
    #[serde(default)]
    order: Value,
    #[serde(default)]
    kind: Value,
}

impl Incoming {
    /// Reads an operation; what cannot be read is guessed so that it can be acknowledged: its place after `before`,
    /// and an id from its bytes, the same each time.
    fn read(body: &str, before: Option<Seq>) -> Self {
        if let Ok(wire) = serde_json::from_str::<WireOperation>(body) {
            return Self {
                seq: wire.seq,
                op: wire.op_id,
                order: wire.order,
                kind: wire.kind.clone(),
                body: body.to_owned(),
                wire: Some(wire),
            };
        }
        let parts = serde_json::from_str::<Parts>(body).ok();
        let text = |read: fn(&Parts) -> &Value| parts.as_ref().and_then(|parts| read(parts).as_str());
        let seq = parts.as_ref().and_then(|parts| parts.seq.as_u64()).map(Seq);
        let op = text(|parts| &parts.op_id).and_then(|op| op.parse().ok());
        Self {
            seq: seq.or(before.map(Seq::next)).unwrap_or(Seq(1)),
            op: op.unwrap_or_else(|| id_of(body)),
            order: text(|parts| &parts.order).and_then(|order| order.parse().ok()),
            kind: text(|parts| &parts.kind)
                .unwrap_or("?")
                .chars()
                .take(64)
                .collect(),
            body: body.to_owned(),
            wire: None,
        }
    }

    /// The same operation under another number. Fields that this release does not know stay.
    pub(super) fn renumbered(self, seq: Seq) -> Self {
        let renumbered = serde_json::from_str::<Map<String, Value>>(&self.body).and_then(|mut fields| {
            fields.insert("seq".to_owned(), seq.0.into());
            serde_json::to_string(&fields)
        });
        let body = renumbered.unwrap_or_else(|_| self.body.clone());
        Self {
            seq,
            op: self.op,
            ..Self::read(&body, None)
        }
    }

    /// The operation as it was stored.
    pub(super) fn stored(seq: Seq, op: OpId, body: &str) -> Self {
        Self {
            op,
            ..Self::read(body, Some(Seq(seq.0.saturating_sub(1))))
        }
    }
}

fn id_of(body: &str) -> OpId {
    let hash = sha256(body.as_bytes());
    let bits = hash
        .as_str()
        .get(..32)
        .and_then(|digits| u128::from_str_radix(digits, 16).ok());
    OpId(uuid::Builder::from_custom_bytes(bits.unwrap_or_default().to_be_bytes()).into_uuid())
}
