//! A server in a few lines: one worker, one scope, operations applied by the shared rules. It speaks JSON like the real
//! one, and it fails when it is told to.

mod fixtures;
mod server;
mod transport;

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use kuitti_engine::ports::TransportError;
use kuitti_shared::domain::{OrderAggregate, WorkOrder, Worker};
use kuitti_shared::id::{IncarnationId, OpId, OrderId, Sha256Hex};
use kuitti_shared::operation::WireOperation;
use kuitti_shared::sync::Receipt;
use kuitti_shared::sync::request::{Scope, SyncRequest};
use kuitti_shared::sync::response::{GoneReason, Upgrade};
use kuitti_shared::sync::town::{PhotoKeeping, TownCard};
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::Millis;

use fixtures::{WORKER, order, town_card};
use server::applied;

pub(crate) use fixtures::{NOON, rescue_code};

pub(crate) const SCOPE: Scope = Scope::Worker(WORKER);

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
    /// The file of map tiles, when the town has one.
    pub(crate) map: Option<Vec<u8>>,
    pub(crate) map_faults: VecDeque<Fault>,
    /// Where each part that was handed out began.
    pub(crate) map_parts: Vec<u64>,
    /// So many parts are spoilt on their way.
    pub(crate) map_spoiled: usize,
    pub(crate) refuses_token: bool,
    /// Which versions of the app it serves, when it says so.
    pub(crate) upgrade: Option<Upgrade>,
    /// Told with the next answer.
    pub(crate) card: Option<TownCard>,
    /// For whom the next code is, when it is not for Matti.
    pub(crate) code_is_for: Option<Worker>,
    pub(crate) drain_only: bool,
    /// How far somebody has set its clock ahead.
    pub(crate) clock_ahead: Millis,
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
    pub(crate) uploads: BTreeMap<String, (Sha256Hex, u64, UploadKind, Vec<u8>)>,
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
            map: None,
            map_faults: VecDeque::new(),
            map_parts: Vec::new(),
            map_spoiled: 0,
            refuses_token: false,
            upgrade: None,
            card: None,
            code_is_for: None,
            drain_only: false,
            clock_ahead: Millis(0),
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

    /// The office decides what phones keep: `bytes` are rounded up to millions.
    pub(crate) fn keeps(&self, sent_days: u16, bytes: u64) {
        let mut card = town_card();
        card.keeping = PhotoKeeping {
            sent_days,
            photo_megabytes: u32::try_from(bytes.div_ceil(1_000_000)).unwrap(),
        };
        self.0.borrow_mut().card = Some(card);
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
