//! What has changed since a screen asked: after a tap on one order, nobody asks for the others again.

use std::collections::BTreeMap;

use kuitti_engine::protocol::Request;
use kuitti_shared::id::OrderId;

/// Counts changes, so that a screen asks again when what it shows is among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Revisions {
    /// Of whatever.
    any: u64,
    /// Of all orders at once, and of the town.
    all: u64,
    orders: BTreeMap<OrderId, u64>,
}

impl Revisions {
    /// Orders look different; none named means all of them, and the town.
    pub(super) fn changed(&mut self, orders: &[OrderId]) {
        self.any += 1;
        if orders.is_empty() {
            self.all += 1;
        }
        for order in orders {
            *self.orders.entry(*order).or_default() += 1;
        }
    }

    /// Lists may look different, and no order does: something was saved that is about none, or what is due now was not a while ago.
    pub(super) fn lists_changed(&mut self) {
        self.any += 1;
    }

    /// Another number than before when the answer to `request` may be another than before.
    pub(super) fn of(&self, request: &Request) -> u64 {
        match request {
            Request::Order { order } => self.all + self.orders.get(order).copied().unwrap_or_default(),
            Request::Town => self.all,
            _ => self.any,
        }
    }
}
