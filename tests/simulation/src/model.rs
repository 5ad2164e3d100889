//! What must be true, told by what the actors heard: every operation of which a screen said *saved*, and every one
//! that the server acknowledged.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::Kind;
use kuitti_shared::sync::response::SyncResponse;
use serde::Deserialize;
use serde_json::Value;

/// An operation of which a screen said *saved*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// On which phone.
    pub phone: usize,
    /// About which order.
    pub order: Option<OrderId>,
    /// What it was.
    pub kind: Kind,
}

/// Everything that was promised so far.
#[derive(Debug, Default)]
pub struct Model {
    saved: RefCell<BTreeMap<OpId, Saved>>,
    acknowledged: RefCell<BTreeMap<OpId, Value>>,
    /// Known to the server alone: the phone that made them was set back to before.
    only_at_server: RefCell<BTreeSet<OpId>>,
    /// Went with a phone that was set back, or with a server when no phone had them any more.
    gone: RefCell<BTreeSet<OpId>>,
}

impl Model {
    /// A screen said *saved*.
    pub fn save(&self, op: OpId, saved: Saved) {
        self.saved.borrow_mut().insert(op, saved);
    }

    /// A device heard this answer to what it pushed.
    pub fn acknowledge(&self, pushed: &[u8], answer: &SyncResponse) {
        #[derive(Deserialize)]
        struct Pushed {
            ops: Vec<Value>,
        }
        let Ok(pushed) = serde_json::from_slice::<Pushed>(pushed) else {
            return;
        };
        if answer.new_incarnation.is_some() {
            return;
        }
        for op in pushed.ops {
            let seq = op.get("seq").and_then(Value::as_u64).unwrap_or(u64::MAX);
            let id = op
                .get("op_id")
                .and_then(Value::as_str)
                .and_then(|id| id.parse().ok());
            if let (true, Some(id)) = (seq <= answer.acked_seq.0, id) {
                self.acknowledged.borrow_mut().insert(id, without_number(op));
            }
        }
    }

    /// A phone was set back and no longer has these; those that the server lacks are gone.
    pub fn set_back(&self, lost: impl IntoIterator<Item = OpId>, at_server: &BTreeSet<OpId>) {
        for op in lost {
            if at_server.contains(&op) {
                self.only_at_server.borrow_mut().insert(op);
            } else {
                self.gone.borrow_mut().insert(op);
            }
        }
    }

    /// The server was set back and has only these.
    pub fn server_set_back(&self, at_server: &BTreeSet<OpId>) {
        let mut gone = self.gone.borrow_mut();
        let only = self.only_at_server.borrow();
        gone.extend(only.iter().filter(|op| !at_server.contains(op)));
    }

    /// Did the phone that made this operation lose it? Then its photo is lost too.
    #[must_use]
    pub fn went_with_a_phone(&self, op: OpId) -> bool {
        self.only_at_server.borrow().contains(&op) || self.gone.borrow().contains(&op)
    }

    /// The operations of a phone of which its screen said *saved*.
    #[must_use]
    pub fn saved_on(&self, phone: usize) -> Vec<OpId> {
        let saved = self.saved.borrow();
        let of_phone = saved.iter().filter(|(_, saved)| saved.phone == phone);
        of_phone.map(|(op, _)| *op).collect()
    }

    /// Every operation that was saved and must be somewhere.
    #[must_use]
    pub fn expected(&self) -> BTreeMap<OpId, Saved> {
        let gone = self.gone.borrow();
        let mut expected = self.saved.borrow().clone();
        expected.retain(|op, _| !gone.contains(op));
        expected
    }

    /// Every operation that was acknowledged and must be at the server, without its number.
    #[must_use]
    pub fn acknowledged(&self) -> BTreeMap<OpId, Value> {
        let gone = self.gone.borrow();
        let mut acknowledged = self.acknowledged.borrow().clone();
        acknowledged.retain(|op, _| !gone.contains(op));
        acknowledged
    }
}

/// An operation without the number, which changes when a device numbers anew.
#[must_use]
pub fn without_number(mut op: Value) -> Value {
    if let Some(fields) = op.as_object_mut() {
        fields.remove("seq");
    }
    op
}
