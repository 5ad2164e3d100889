//! A load generator's device: it makes operations, numbers them, and follows its cursors. It keeps nothing on disk, so
//! that what is measured is the server.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::id::{DeviceId, IncarnationId, OpId, OrderId, WorkerId};
use kuitti_shared::operation::{Action, Base, Operation, WireOperation};
use kuitti_shared::sync::request::{Cursor, Health, SCHEMA, Scope, SyncRequest};
use kuitti_shared::unit::{AssignmentEpoch, Millis, Seq, Version, WallTime};
use serde::Deserialize;
use uuid::Uuid;

use crate::wire::{Wire, read};

/// What a new order has before anybody has touched it.
const BASE: Base = Base {
    version: Version(1),
    assignment_epoch: AssignmentEpoch(1),
};

/// A device.
pub(crate) struct Device {
    pub(crate) id: DeviceId,
    pub(crate) worker: WorkerId,
    pub(crate) incarnation: IncarnationId,
    pub(crate) token: String,
    /// With which a real engine enrols as another device of the same worker.
    pub(crate) code: String,
    pub(crate) orders: Vec<OrderId>,
    /// Of the town card, which it has.
    pub(crate) edition: u64,
    cursors: BTreeMap<Scope, Cursor>,
    last: Seq,
}

/// One request of a device and what it cost.
pub(crate) struct Synced {
    pub(crate) took: Duration,
    /// Compressed bodies, up and down.
    pub(crate) bytes: usize,
    pub(crate) more: bool,
    pub(crate) orders: usize,
}

/// As much of an answer as a device needs to go on. What is skipped is read all the same.
#[derive(Deserialize)]
struct Answered {
    acked_seq: Seq,
    scopes: BTreeMap<Scope, AnsweredScope>,
}

#[derive(Deserialize)]
struct AnsweredScope {
    cursor: Cursor,
    #[serde(default)]
    more: bool,
    #[serde(default)]
    changes: Vec<serde::de::IgnoredAny>,
}

impl Device {
    pub(crate) fn new(id: DeviceId, worker: WorkerId, incarnation: IncarnationId, secret: &str) -> Self {
        Self {
            id,
            worker,
            incarnation,
            token: format!("token-{secret}"),
            code: secret.chars().take(8).collect(),
            orders: Vec::new(),
            edition: 0,
            cursors: BTreeMap::new(),
            last: Seq(0),
        }
    }

    /// Forgets what it has pulled.
    pub(crate) fn forget(&mut self) {
        self.cursors.clear();
    }

    /// Pulls until nothing more comes.
    pub(crate) async fn catch_up(&mut self, address: SocketAddr) -> Result<Wire> {
        let mut wire = Wire::open(address).await?;
        while self.sync(&mut wire, &[]).await?.more {}
        Ok(wire)
    }

    /// One request with these actions.
    pub(crate) async fn sync(&mut self, wire: &mut Wire, actions: &[(OrderId, Action)]) -> Result<Synced> {
        let body = self.body(actions)?;
        let up = body.len();
        let began = Instant::now();
        let answer = wire.post("/sync/v1", &self.token, body).await?;
        let took = began.elapsed();
        let answered: Answered = read(&answer)?;
        ensure!(
            answered.acked_seq == self.last,
            "the server did not take everything"
        );
        let mut synced = Synced {
            took,
            bytes: up + answer.body.len(),
            more: false,
            orders: 0,
        };
        for (scope, page) in answered.scopes {
            self.cursors.insert(scope, page.cursor);
            synced.more |= page.more;
            synced.orders += page.changes.len();
        }
        Ok(synced)
    }

    fn body(&mut self, actions: &[(OrderId, Action)]) -> Result<Vec<u8>> {
        let stamp = now();
        let mut ops = Vec::with_capacity(actions.len());
        for (order, action) in actions {
            self.last = Seq(self.last.0 + 1);
            let operation = Operation {
                op_id: OpId(Uuid::now_v7()),
                base: BASE,
                position: None,
                action: action.clone(),
            };
            ops.push(WireOperation::new(self.last, Some(*order), stamp, &operation)?);
        }
        let request = SyncRequest {
            device: self.id,
            incarnation: self.incarnation,
            app: "bench".to_owned(),
            schema: SCHEMA,
            clock: PushClock {
                stamp,
                runs_in_sleep: true,
            },
            ops,
            cursors: self.cursors.clone(),
            town: Some(self.edition),
            health: Health::default(),
            limit: None,
        };
        // As the app does.
        kuitti_packed::pack(&serde_json::to_vec(&request)?).context("the request cannot be packed")
    }
}

fn now() -> Stamp {
    let wall = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    Stamp {
        wall: WallTime(i64::try_from(wall.as_millis()).unwrap_or(i64::MAX)),
        boot: Millis(1_000),
        epoch: BootEpoch(1),
    }
}
