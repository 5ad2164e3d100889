//! A phone as the server sees one: it numbers operations, keeps cursors, and holds what pages bring. Not the engine; just
//! enough to say anything a device could say, honest or not.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{DeviceId, IncarnationId, OpId, OrderId, WorkerId};
use kuitti_shared::operation::{Action, Base, Operation, WireOperation};
use kuitti_shared::sync::Receipt;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::enrol::EnrolResponse;
use kuitti_shared::sync::request::{Cursor, Health, SCHEMA, Scope, SyncRequest};
use kuitti_shared::sync::response::{GoneReason, PageMode, SyncResponse};
use kuitti_shared::unit::{Millis, Seq, WallTime};
use uuid::Uuid;

use super::{Answer, Town, Who};
use crate::office;

/// A phone.
#[derive(Clone)]
pub(crate) struct Phone {
    pub(crate) device: DeviceId,
    pub(crate) incarnation: IncarnationId,
    pub(crate) who: Who,
    pub(crate) next: Seq,
    pub(crate) waiting: Vec<WireOperation>,
    pub(crate) cursors: BTreeMap<Scope, Cursor>,
    pub(crate) town: Option<u64>,
    pub(crate) holds: BTreeMap<Scope, BTreeMap<OrderId, OrderAggregate>>,
    pub(crate) gone: Vec<(OrderId, GoneReason)>,
    /// How far the phone's wall clock is ahead.
    pub(crate) ahead: Millis,
}

impl Phone {
    /// A worker's phone, enrolled with a code from the office.
    pub(crate) async fn enrol(town: &Town, worker: WorkerId) -> Self {
        let mut tx = town.write().await;
        let code = office::issue_enrolment(&mut *tx, worker, &town.act())
            .await
            .unwrap()
            .code;
        tx.commit().await.unwrap();
        let body = serde_json::json!({ "code": code, "device_name": "Phone", "app": "test" });
        let enrolled: EnrolResponse = town.post("/sync/v1/enrol", &Who::Nobody, &body).await.read();
        Self {
            device: enrolled.device,
            incarnation: enrolled.incarnation,
            who: Who::Bearer(enrolled.token),
            next: Seq(1),
            waiting: Vec::new(),
            cursors: BTreeMap::new(),
            town: Some(enrolled.town.edition),
            holds: BTreeMap::new(),
            gone: Vec::new(),
            ahead: Millis(0),
        }
    }

    /// The clocks of this phone: it was started an hour before the tests' morning.
    pub(crate) fn stamp(&self, town: &Town) -> Stamp {
        let now = town.app.clock.now();
        Stamp {
            wall: now + self.ahead,
            boot: now - WallTime(super::MORNING.0 - 3_600_000),
            epoch: BootEpoch(1),
        }
    }

    /// A tap: the operation gets its number and waits.
    pub(crate) fn tap(&mut self, town: &Town, order: OrderId, action: Action) -> OpId {
        let base = self
            .held(order)
            .map(|aggregate| Base::of(&aggregate.order))
            .unwrap_or_default();
        self.tap_on(town, Some(order), base, action)
    }

    /// A tap on what the phone believes.
    pub(crate) fn tap_on(&mut self, town: &Town, order: Option<OrderId>, base: Base, action: Action) -> OpId {
        let op_id = OpId(Uuid::from_u128(
            self.device.0.as_u128() ^ (u128::from(self.next.0) << 64),
        ));
        let operation = Operation {
            op_id,
            base,
            position: None,
            action,
        };
        let wire = WireOperation::new(self.next, order, self.stamp(town), &operation).unwrap();
        self.next = self.next.next();
        self.waiting.push(wire);
        op_id
    }

    /// What this phone says now.
    pub(crate) fn request(&self, town: &Town) -> SyncRequest {
        SyncRequest {
            device: self.device,
            incarnation: self.incarnation,
            app: "test".into(),
            schema: SCHEMA,
            clock: PushClock {
                stamp: self.stamp(town),
                runs_in_sleep: true,
            },
            ops: self.waiting.clone(),
            cursors: self.cursors.clone(),
            town: self.town,
            health: Health::default(),
            limit: None,
        }
    }

    /// Sends what it has and takes in what comes, until there is no more.
    pub(crate) async fn sync(&mut self, town: &Town) -> Vec<Receipt> {
        let mut receipts = Vec::new();
        loop {
            let response = self.send(town, &self.request(town)).await;
            receipts.extend(response.results.clone());
            if !self.take_in(&response) {
                return receipts;
            }
        }
    }

    pub(crate) async fn send(&self, town: &Town, request: &SyncRequest) -> SyncResponse {
        self.post(town, request).await.read()
    }

    pub(crate) async fn post<T: serde::Serialize>(&self, town: &Town, request: &T) -> Answer {
        town.post("/sync/v1", &self.who, request).await
    }

    /// Takes an answer in. Says whether more follows.
    pub(crate) fn take_in(&mut self, response: &SyncResponse) -> bool {
        self.waiting.retain(|wire| wire.seq > response.acked_seq);
        if let Some(town) = &response.town {
            self.town = Some(town.edition);
        }
        for (scope, page) in &response.scopes {
            let held = self.holds.entry(*scope).or_default();
            match page.mode {
                PageMode::Closed => {
                    self.holds.remove(scope);
                    self.cursors.remove(scope);
                    continue;
                }
                PageMode::Snapshot => held.clear(),
                PageMode::Delta => {}
            }
            held.extend(page.changes.iter().map(|order| (order.order.id, order.clone())));
            for gone in &page.gone {
                held.remove(&gone.order);
                self.gone.push((gone.order, gone.reason));
            }
            self.cursors.insert(*scope, page.cursor);
            if let Some(digest) = page.digest {
                let mine: Digest = held
                    .values()
                    .map(|order| (order.order.id, order.order.version))
                    .collect();
                assert_eq!(
                    mine, digest,
                    "the phone holds something else than the server thinks"
                );
            }
        }
        response.scopes.values().any(|page| page.more)
    }

    /// An order as this phone has it.
    pub(crate) fn held(&self, order: OrderId) -> Option<&OrderAggregate> {
        self.holds.values().find_map(|orders| orders.get(&order))
    }

    /// All orders that this phone has.
    pub(crate) fn all_held(&self) -> BTreeSet<OrderId> {
        self.holds
            .values()
            .flat_map(|orders| orders.keys().copied())
            .collect()
    }

    /// Sends and expects a refusal.
    pub(crate) async fn refused(&self, town: &Town) -> (StatusCode, String) {
        let answer = self.post(town, &self.request(town)).await;
        (answer.status, answer.problem().1)
    }
}
