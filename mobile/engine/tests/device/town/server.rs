//! How the server takes in a request: push before pull, by the shared rules.

use std::collections::BTreeMap;

use kuitti_engine::ports::TransportError;
use kuitti_shared::api::map::MapPack;
use kuitti_shared::apply::{Received, apply, photo_arrived};
use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{DeviceId, IncarnationId, OpId, OrderId, Sha256Hex};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::{Cursor, Scope, SyncRequest};
use kuitti_shared::sync::response::{Gone, PageMode, ScopePage, SyncResponse};
use kuitti_shared::sync::{Receipt, ReceiptOutcome, code};
use kuitti_shared::unit::{Millis, Seq, Version};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{SCOPE, State, WORKER};

pub(super) fn applied(
    aggregate: &OrderAggregate,
    op: &WireOperation,
) -> (OrderAggregate, ReceiptOutcome, String) {
    let hand = Hand {
        worker: WORKER,
        crew: None,
    };
    let at = op.at.wall;
    let received = Received {
        occurred: Occurred {
            at,
            quality: Quality::A,
        },
        ..Received::on_device(hand, DeviceId(Uuid::from_u128(1)), at, Millis::from_seconds(120))
    };
    let done = apply(aggregate, &op.decode().unwrap(), &received);
    (done.aggregate, done.outcome, done.code.to_owned())
}

impl State {
    pub(super) fn fresh(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id)
    }

    pub(super) fn change(&mut self, aggregate: OrderAggregate) {
        self.head += 1;
        let id = aggregate.order.id;
        self.feed.insert(id, (self.head, None));
        self.orders.insert(id, aggregate);
    }

    pub(super) fn map_pack(&self) -> Option<MapPack> {
        self.map.as_ref().map(|map| MapPack {
            sha256: <[u8; 32]>::from(Sha256::digest(map)).into(),
            size: map.len() as u64,
            attribution: "someone".to_owned(),
            bounds: [60.165, 24.935, 60.18, 24.955],
            last_zoom: 15,
        })
    }

    pub(super) fn map_part(
        &mut self,
        pack: &MapPack,
        offset: u64,
        length: u64,
    ) -> Result<Vec<u8>, TransportError> {
        if self.map_pack().as_ref() != Some(pack) {
            return Err(TransportError::NotFound("no_map".to_owned()));
        }
        self.map_parts.push(offset);
        let start = usize::try_from(offset).unwrap();
        let end = start + usize::try_from(length).unwrap();
        let mut part = self.map.as_ref().unwrap()[start..end].to_vec();
        if self.map_spoiled > 0 {
            self.map_spoiled -= 1;
            part[0] ^= 1;
        }
        Ok(part)
    }

    pub(super) fn sync(&mut self, request: &SyncRequest) -> SyncResponse {
        self.requests.push(request.clone());
        let mut response = SyncResponse {
            server_time: request.clock.stamp.wall + self.clock_ahead,
            acked_seq: Seq(0),
            need_seq: None,
            new_incarnation: None,
            results: Vec::new(),
            scopes: BTreeMap::new(),
            want_photos: std::mem::take(&mut self.want_photos),
            town: self.card.take(),
            upgrade: self.upgrade,
            drain_only: self.drain_only,
        };
        self.push(request, &mut response);
        let is_too_old = self.upgrade.is_some_and(|upgrade| upgrade.min > request.schema);
        if is_too_old {
            // Nothing is pulled; what was pushed counts.
        } else if !self.drain_only {
            response.scopes = self.pull(request);
        } else if self.closes_scopes {
            response.scopes = request
                .cursors
                .iter()
                .map(|(scope, cursor)| (*scope, closed(*cursor)))
                .collect();
        }
        response.results.append(&mut self.retold);
        response
    }

    fn push(&mut self, request: &SyncRequest, response: &mut SyncResponse) {
        let known = self.delivered.get(&request.incarnation).cloned();
        let is_known = known.is_some();
        let delivered = known.unwrap_or_default();
        let acked = |delivered: &[OpId]| Seq(u64::try_from(delivered.len()).unwrap());
        let is_fork = request.ops.iter().any(|op| {
            let place = usize::try_from(op.seq.0).unwrap() - 1;
            delivered.get(place).is_some_and(|known| *known != op.op_id)
        });
        if is_fork || !is_known {
            let incarnation = IncarnationId(self.fresh());
            self.delivered.insert(incarnation, Vec::new());
            response.new_incarnation = Some(incarnation);
            return;
        }
        for op in &request.ops {
            let next = acked(&self.delivered[&request.incarnation]).next();
            if op.seq > next {
                response.need_seq = Some(next);
                break;
            }
            let (outcome, code) = self.take_in(op);
            if op.seq == next {
                self.delivered
                    .get_mut(&request.incarnation)
                    .unwrap()
                    .push(op.op_id);
            }
            response.results.push(Receipt {
                seq: op.seq,
                op_id: op.op_id,
                outcome,
                code,
                conflict: None,
            });
        }
        response.acked_seq = acked(&self.delivered[&request.incarnation]);
    }

    fn take_in(&mut self, op: &WireOperation) -> (ReceiptOutcome, String) {
        if self.operations.iter().any(|known| known.op_id == op.op_id) {
            return (ReceiptOutcome::Duplicate, code::APPLIED.to_owned());
        }
        self.operations.push(op.clone());
        if self.poison == Some(op.kind.as_str()) {
            return (ReceiptOutcome::Quarantined, code::SERVER_FAILED.to_owned());
        }
        if op.decode().is_err() {
            return (ReceiptOutcome::Held, code::UNKNOWN_KIND.to_owned());
        }
        match op.order.and_then(|order| self.orders.get(&order)) {
            None if op.order.is_none() => (ReceiptOutcome::Applied, code::APPLIED.to_owned()),
            None => (ReceiptOutcome::Held, code::UNKNOWN_ORDER.to_owned()),
            Some(aggregate) => {
                let (after, outcome, code) = applied(aggregate, op);
                if after != *aggregate {
                    let has_left = self.feed[&after.order.id].1;
                    self.change(after.clone());
                    if has_left.is_some() {
                        self.feed.insert(after.order.id, (self.head, has_left));
                    }
                }
                (outcome, code)
            }
        }
    }

    fn pull(&self, request: &SyncRequest) -> BTreeMap<Scope, ScopePage> {
        let known = request
            .cursors
            .get(&SCOPE)
            .filter(|cursor| cursor.epoch == self.epoch);
        let (mode, from) = known.map_or((PageMode::Snapshot, 0), |cursor| (PageMode::Delta, cursor.seq));
        let mut rows: Vec<_> = self.feed.iter().filter(|(_, (seq, _))| *seq > from).collect();
        rows.sort_by_key(|(_, (seq, _))| *seq);
        if rows.is_empty() && mode == PageMode::Delta {
            return BTreeMap::new();
        }
        let more = rows.len() > self.page_size;
        rows.truncate(self.page_size);
        let mut page = ScopePage {
            mode,
            changes: Vec::new(),
            gone: Vec::new(),
            cursor: Cursor {
                epoch: self.epoch,
                seq: rows.last().map_or(from, |(_, (seq, _))| *seq),
            },
            more,
            digest: (!more).then(|| self.digest()),
        };
        for (order, (_, gone)) in rows {
            match gone {
                Some(reason) => page.gone.push(Gone {
                    order: *order,
                    reason: *reason,
                }),
                None => page.changes.push(self.orders[order].clone()),
            }
        }
        BTreeMap::from([(SCOPE, page)])
    }

    fn digest(&self) -> Digest {
        let present = self.feed.iter().filter(|(_, (_, gone))| gone.is_none());
        let honest: Digest = present
            .map(|(order, _)| (*order, self.orders[order].order.version))
            .collect();
        if self.lies_about_digest {
            honest.with(OrderId(Uuid::nil()), Version(0))
        } else {
            honest
        }
    }

    pub(super) fn check_token(&self) -> Result<(), TransportError> {
        if self.refuses_token {
            Err(TransportError::Unauthorised)
        } else {
            Ok(())
        }
    }

    pub(super) fn append(&mut self, url: &str, offset: u64, bytes: &[u8]) -> Result<u64, TransportError> {
        let (hash, size, _, there) = self
            .uploads
            .get_mut(url)
            .ok_or_else(|| TransportError::NotFound(String::new()))?;
        if u64::try_from(there.len()).unwrap() != offset {
            return Err(TransportError::Offset);
        }
        there.extend_from_slice(bytes);
        let length = u64::try_from(there.len()).unwrap();
        if length == *size {
            let digest: [u8; 32] = Sha256::digest(&there).into();
            if Sha256Hex::from(digest) != *hash {
                self.uploads.remove(url);
                return Err(TransportError::Checksum);
            }
            let (hash, bytes) = (hash.clone(), there.clone());
            self.files.insert(hash.clone(), bytes);
            let seen: Vec<_> = self
                .orders
                .values()
                .filter_map(|order| photo_arrived(order, &hash))
                .collect();
            for order in seen {
                self.change(order);
            }
        }
        Ok(length)
    }
}

fn closed(cursor: Cursor) -> ScopePage {
    ScopePage {
        mode: PageMode::Closed,
        changes: Vec::new(),
        gone: Vec::new(),
        cursor,
        more: false,
        digest: None,
    }
}
