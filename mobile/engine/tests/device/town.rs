//! A server in a few lines: one worker, one scope, operations applied by the shared rules. It speaks JSON like the real
//! one, and it fails when it is told to.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use kuitti_engine::ports::{NewUpload, PortFuture, Session, Transport, TransportError, UploadPlace};
use kuitti_engine::sync::Push;
use kuitti_shared::apply::{Received, apply, photo_arrived};
use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::{
    Assignee, ChecklistEntry, ContactCard, FieldVersions, ItemKind, Language, Localised, OfficeDecision,
    OrderAggregate, OrderStatus, Place, Position, Priority, WorkOrder, Worker,
};
use kuitti_shared::id::{DeviceId, IncarnationId, OpId, OrderId, OrderNumber, Sha256Hex, WorkerId};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::sync::request::{Cursor, Scope, SyncRequest};
use kuitti_shared::sync::response::{Gone, GoneReason, PageMode, ScopePage, SyncResponse};
use kuitti_shared::sync::town::TownCard;
use kuitti_shared::sync::{Receipt, ReceiptOutcome, code};
use kuitti_shared::unit::{AssignmentEpoch, Millis, Seq, Version, WallTime};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

pub(crate) const WORKER: WorkerId = WorkerId(Uuid::from_u128(0xA));
pub(crate) const SCOPE: Scope = Scope::Worker(WORKER);
pub(crate) const NOON: i64 = 1_800_000_000_000;

/// How the next request goes wrong.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// It does not.
    None,
    /// No answer ever.
    Hang,
    /// The server does what it is asked, and its answer is lost.
    LostAnswer,
    /// The server refuses before doing anything.
    Refused(TransportError),
}

impl Fault {
    /// The network is away.
    pub(crate) fn offline() -> Self {
        Self::Refused(TransportError::Unreachable("offline".to_owned()))
    }
}

/// The town, shared by its devices.
#[derive(Clone)]
pub(crate) struct Town(pub(crate) Rc<RefCell<State>>);

pub(crate) struct State {
    pub(crate) orders: BTreeMap<OrderId, OrderAggregate>,
    /// Order to (seq, gone): one row each, coalesced.
    feed: BTreeMap<OrderId, (u64, Option<GoneReason>)>,
    head: u64,
    pub(crate) epoch: u64,
    /// What each numbering has delivered, in sequence.
    pub(crate) delivered: BTreeMap<IncarnationId, Vec<OpId>>,
    /// Operations in order of arrival, each once.
    pub(crate) operations: Vec<WireOperation>,
    pub(crate) requests: Vec<SyncRequest>,
    pub(crate) faults: VecDeque<Fault>,
    pub(crate) upload_faults: VecDeque<Fault>,
    pub(crate) refuses_token: bool,
    pub(crate) drain_only: bool,
    /// Ends every membership of a device that only hands in.
    pub(crate) closes_scopes: bool,
    pub(crate) page_size: usize,
    /// Says something else than it holds.
    pub(crate) lies_about_digest: bool,
    /// Kinds that make the server fail.
    pub(crate) poison: Option<&'static str>,
    pub(crate) want_photos: Vec<Sha256Hex>,
    /// Verdicts that the server thinks better of, told with the next answer.
    pub(crate) retold: Vec<Receipt>,
    pub(crate) uploads: BTreeMap<String, (Sha256Hex, u64, Vec<u8>)>,
    pub(crate) files: BTreeMap<Sha256Hex, Vec<u8>>,
    pub(crate) used_codes: Vec<String>,
    next_id: u128,
}

impl Town {
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(State {
            orders: BTreeMap::new(),
            feed: BTreeMap::new(),
            head: 0,
            epoch: 1,
            delivered: BTreeMap::new(),
            operations: Vec::new(),
            requests: Vec::new(),
            faults: VecDeque::new(),
            upload_faults: VecDeque::new(),
            refuses_token: false,
            drain_only: false,
            closes_scopes: false,
            page_size: 200,
            lies_about_digest: false,
            poison: None,
            want_photos: Vec::new(),
            retold: Vec::new(),
            uploads: BTreeMap::new(),
            files: BTreeMap::new(),
            used_codes: Vec::new(),
            next_id: 1_000,
        })))
    }

    /// An order given to the worker.
    pub(crate) fn give(&self, number: u128) -> OrderId {
        let aggregate = order(number);
        let id = aggregate.order.id;
        self.0.borrow_mut().change(aggregate);
        id
    }

    /// The office takes an order away from the worker.
    pub(crate) fn take(&self, order: OrderId, reason: GoneReason) {
        let mut state = self.0.borrow_mut();
        state.head += 1;
        let seq = state.head;
        state.feed.insert(order, (seq, Some(reason)));
    }

    /// The office changes an order.
    pub(crate) fn edit(&self, order: OrderId, change: impl FnOnce(&mut WorkOrder)) {
        let mut state = self.0.borrow_mut();
        let mut aggregate = state.orders[&order].clone();
        aggregate.order.version = aggregate.order.version.next();
        change(&mut aggregate.order);
        state.change(aggregate);
    }

    pub(crate) fn order(&self, order: OrderId) -> OrderAggregate {
        self.0.borrow().orders[&order].clone()
    }

    /// How the next requests go.
    pub(crate) fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.0.borrow_mut().faults.extend(faults);
    }

    /// The ids of all operations in order of arrival.
    pub(crate) fn op_ids(&self) -> Vec<OpId> {
        self.0.borrow().operations.iter().map(|op| op.op_id).collect()
    }

    /// Comes back from a backup made after `kept` operations.
    pub(crate) fn restore(&self, kept: usize) {
        let mut state = self.0.borrow_mut();
        state.operations.truncate(kept);
        let known: Vec<OpId> = state.operations.iter().map(|op| op.op_id).collect();
        for delivered in state.delivered.values_mut() {
            delivered.retain(|op| known.contains(op));
        }
        let ids: Vec<OrderId> = state.orders.keys().copied().collect();
        for (id, number) in ids.into_iter().zip(1..) {
            let mut aggregate = order(number);
            for op in state.operations.clone() {
                if op.order == Some(id) {
                    aggregate = applied(&aggregate, &op).0;
                }
            }
            state.change(aggregate);
        }
        state.epoch += 1;
    }
}

/// A lamp on the Senate square.
pub(crate) fn order(number: u128) -> OrderAggregate {
    let status = OrderStatus::Assigned;
    let label = Localised::from([(Language::En, "The lamp is lit")]);
    OrderAggregate {
        order: WorkOrder {
            id: OrderId(Uuid::from_u128(number)),
            number: OrderNumber(format!("W-{number}")),
            version: Version(1),
            title: format!("Lamp {number}"),
            description: String::new(),
            category: "lamp".into(),
            category_name: Localised::default(),
            priority: Priority::Normal,
            place: Place {
                address: "Unioninkatu 32".to_owned(),
                position: Position::new(60.169_5 + number as f64 / 1_000.0, 24.952_4).ok(),
                detail: String::new(),
            },
            warn_at: None,
            due_at: None,
            assignee: Some(Assignee::Worker(WORKER)),
            assignment_epoch: AssignmentEpoch(1),
            closure: 0,
            closure_since: Version(0),
            decision: OfficeDecision::Open,
            status,
            status_class: status.class(),
            evidence: Vec::new(),
            contact: Some(ContactCard {
                name: Some("Aino".to_owned()),
                phone: "+358401234567".to_owned(),
            }),
            follows: None,
            merged_into: None,
            created_at: WallTime(0),
            field_versions: FieldVersions::default(),
            newer: BTreeMap::new(),
        },
        visits: Vec::new(),
        checklist: vec![ChecklistEntry {
            item: "lit".into(),
            label,
            kind: ItemKind::Tick,
            required: true,
            answer: None,
            history: Vec::new(),
        }],
        notes: Vec::new(),
        photos: Vec::new(),
        materials: Vec::new(),
        times: Vec::new(),
        suggestions: Vec::new(),
        conflicts: Vec::new(),
    }
}

pub(crate) fn town_card() -> TownCard {
    TownCard {
        edition: 1,
        name: "Helsinki".to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        office_phone: None,
        undo_window: Millis::from_seconds(120),
        worker: Worker {
            id: WORKER,
            name: "Matti".to_owned(),
            language: Language::Fi,
            crew: None,
        },
        colleagues: Vec::new(),
        articles: Vec::new(),
        categories: Vec::new(),
    }
}

fn applied(aggregate: &OrderAggregate, op: &WireOperation) -> (OrderAggregate, ReceiptOutcome, String) {
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
    fn fresh(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id)
    }

    fn change(&mut self, aggregate: OrderAggregate) {
        self.head += 1;
        let id = aggregate.order.id;
        self.feed.insert(id, (self.head, None));
        self.orders.insert(id, aggregate);
    }

    fn sync(&mut self, request: &SyncRequest) -> SyncResponse {
        self.requests.push(request.clone());
        let mut response = SyncResponse {
            server_time: request.clock.stamp.wall,
            acked_seq: Seq(0),
            need_seq: None,
            new_incarnation: None,
            results: Vec::new(),
            scopes: BTreeMap::new(),
            want_photos: std::mem::take(&mut self.want_photos),
            town: None,
            upgrade: None,
            drain_only: self.drain_only,
        };
        self.push(request, &mut response);
        if !self.drain_only {
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

    fn check_token(&self) -> Result<(), TransportError> {
        if self.refuses_token {
            Err(TransportError::Unauthorised)
        } else {
            Ok(())
        }
    }

    fn append(&mut self, url: &str, offset: u64, bytes: &[u8]) -> Result<u64, TransportError> {
        let (hash, size, there) = self
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

fn through<T>(
    fault: Option<Fault>,
    work: impl FnOnce() -> Result<T, TransportError>,
) -> Result<T, TransportError> {
    match fault {
        Some(Fault::Refused(error)) => Err(error),
        Some(Fault::Hang) => Err(TransportError::Unreachable("hangs".to_owned())),
        Some(Fault::LostAnswer) => {
            let _lost = work();
            Err(TransportError::Unreachable("the answer was lost".to_owned()))
        }
        Some(Fault::None) | None => work(),
    }
}

impl Transport for Town {
    fn enrol<'a>(
        &'a self,
        _server: &'a str,
        request: &'a EnrolRequest,
    ) -> PortFuture<'a, Result<EnrolResponse, TransportError>> {
        let mut state = self.0.borrow_mut();
        let answer = if state.used_codes.contains(&request.code) {
            Err(TransportError::NotFound("enrolment_used".to_owned()))
        } else {
            state.used_codes.push(request.code.clone());
            state.refuses_token = false;
            let incarnation = IncarnationId(state.fresh());
            state.delivered.insert(incarnation, Vec::new());
            Ok(EnrolResponse {
                device: DeviceId(Uuid::from_u128(1)),
                incarnation,
                token: "secret".to_owned(),
                town: town_card(),
                server_time: WallTime(NOON),
            })
        };
        Box::pin(std::future::ready(answer))
    }

    fn sync<'a>(
        &'a self,
        _session: &'a Session,
        push: &'a Push,
    ) -> PortFuture<'a, Result<SyncResponse, TransportError>> {
        let request: SyncRequest = serde_json::from_slice(&push.to_json().unwrap()).unwrap();
        let mut state = self.0.borrow_mut();
        let fault = state.faults.pop_front();
        if matches!(fault, Some(Fault::Hang)) {
            return Box::pin(std::future::pending());
        }
        let answer = state
            .check_token()
            .and_then(|()| through(fault, || Ok(state.sync(&request))));
        Box::pin(std::future::ready(answer))
    }

    fn wait<'a>(
        &'a self,
        _session: &'a Session,
        _push: &'a Push,
    ) -> PortFuture<'a, Result<SyncResponse, TransportError>> {
        Box::pin(std::future::pending())
    }

    fn create_upload<'a>(
        &'a self,
        _session: &'a Session,
        upload: &'a NewUpload,
    ) -> PortFuture<'a, Result<UploadPlace, TransportError>> {
        let mut state = self.0.borrow_mut();
        let fault = state.upload_faults.pop_front();
        let answer = through(fault, || {
            let url = format!("/files/v1/{}", state.fresh());
            let new = (upload.sha256.clone(), upload.size, Vec::new());
            state.uploads.insert(url.clone(), new);
            Ok(UploadPlace { url, offset: 0 })
        });
        Box::pin(std::future::ready(answer))
    }

    fn upload_offset<'a>(
        &'a self,
        _session: &'a Session,
        url: &'a str,
    ) -> PortFuture<'a, Result<u64, TransportError>> {
        let state = self.0.borrow();
        let there = state
            .uploads
            .get(url)
            .map(|(_, _, there)| u64::try_from(there.len()).unwrap());
        Box::pin(std::future::ready(
            there.ok_or_else(|| TransportError::NotFound(String::new())),
        ))
    }

    fn append<'a>(
        &'a self,
        _session: &'a Session,
        place: &'a UploadPlace,
        bytes: Vec<u8>,
    ) -> PortFuture<'a, Result<u64, TransportError>> {
        let mut state = self.0.borrow_mut();
        let fault = state.upload_faults.pop_front();
        let answer = through(fault, || state.append(&place.url, place.offset, &bytes));
        Box::pin(std::future::ready(answer))
    }
}
