//! One operation on one order: the same function on the device and on the server.
//!
//! [`apply`] is pure. It never refuses: what the rules do not let move the order is recorded, and the receipt says why.
//! [`office`] holds the office's own decisions, which the same tables judge; [`merge`] makes one order of two.

mod completion;
mod correction;
mod evidence;
pub mod merge;
pub mod office;
mod progress;

use crate::clock::{Occurred, Quality};
use crate::domain::{ConflictField, ConflictRecord, OrderAggregate, OrderStatus};
use crate::id::{ConflictId, DeviceId, OpId, OrderId, PhotoId, Sha256Hex, VisitId};
use crate::operation::{Action, Operation};
use crate::rules::late_completion::{Attention, NoticeRuling};
use crate::rules::legal_moves::Hand;
use crate::rules::order_status;
use crate::sync::{ReceiptOutcome, code};
use crate::unit::{Millis, Version, WallTime};

pub use evidence::photo_arrived;

/// The circumstances in which an operation is received.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Received {
    /// From whom.
    pub hand: Hand,
    /// From which device.
    pub device: DeviceId,
    /// When the operation happened, on the receiver's clock.
    pub occurred: Occurred,
    /// Now, on the receiver's clock.
    pub now: WallTime,
    /// How long a finish can be taken back.
    pub undo_window: Millis,
    /// Has a citizen already been told of the completion?
    pub notice_left: NoticeLeft,
}

/// Has a citizen already been told?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeLeft {
    /// No, or nobody here knows.
    No,
    /// Yes: taking it back needs the office.
    Yes,
}

impl Received {
    /// The circumstances of a device that looks at its own pending operation made at `at`.
    #[must_use]
    pub const fn on_device(hand: Hand, device: DeviceId, at: WallTime, undo_window: Millis) -> Self {
        let occurred = Occurred {
            at,
            quality: Quality::B,
        };
        Self {
            hand,
            device,
            occurred,
            now: at,
            undo_window,
            notice_left: NoticeLeft::No,
        }
    }
}

/// What an operation did.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The order afterwards.
    pub aggregate: OrderAggregate,
    /// The verdict.
    pub outcome: ReceiptOutcome,
    /// Its reason.
    pub code: &'static str,
    /// The conflict it opened.
    pub conflict: Option<ConflictId>,
    /// What the server has to do besides storing the order.
    pub effects: Vec<Effect>,
}

/// What follows from a change, for the server to carry out in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// The order's status moved.
    StatusMoved {
        /// From.
        from: OrderStatus,
        /// To.
        to: OrderStatus,
    },
    /// A visit was finished, with what the rules say of its notice.
    Completed {
        /// Which visit.
        visit: VisitId,
        /// Its notice.
        notice: NoticeRuling,
    },
    /// The rest has to be done by another order.
    FollowUpWanted {
        /// What is left, in the worker's words.
        what: String,
    },
    /// A completion was taken back.
    TakenBack {
        /// Which visit.
        visit: VisitId,
    },
    /// The bytes of a photo will come.
    PhotoAwaited {
        /// Which photo.
        photo: PhotoId,
        /// Their hash.
        sha256: Sha256Hex,
    },
    /// Somebody in the office has to look; the code says at what.
    OfficeTask(&'static str),
}

/// Where operations on `aggregate`'s order have to go instead, after a merge.
#[must_use]
pub const fn redirect(aggregate: &OrderAggregate) -> Option<OrderId> {
    aggregate.order.merged_into
}

/// Applies `operation` to `aggregate`.
#[must_use]
pub fn apply(aggregate: &OrderAggregate, operation: &Operation, received: &Received) -> Applied {
    let mut change = Change::on(aggregate, operation, received);
    let verdict = match &operation.action {
        Action::Accept {}
        | Action::Decline { .. }
        | Action::HandBack { .. }
        | Action::EnRoute {}
        | Action::Start {}
        | Action::Pause { .. }
        | Action::Resume {} => progress::apply(&mut change),
        Action::Finish {
            outcome,
            extent,
            follow_up,
        } => completion::apply(&mut change, outcome, *extent, follow_up.as_deref()),
        Action::Check { .. }
        | Action::Measure { .. }
        | Action::Note { .. }
        | Action::Photo(_)
        | Action::CouldNot { .. }
        | Action::Material { .. }
        | Action::Time { .. }
        | Action::Suggest { .. } => evidence::apply(&mut change),
        Action::Confirm { visit } => correction::confirm(&mut change, *visit),
        Action::Undo { op } => correction::undo(&mut change, *op),
        Action::Hide(target) => correction::hide(&mut change, *target),
        // A report makes a request of its own; one that names an order says nothing about that order.
        Action::Report(_) | Action::ReportWithPhotos(_) => Verdict::recorded(code::RECORDED),
    };
    change.finish(verdict)
}

/// The verdict of one family of operations.
#[derive(Debug, Clone, Copy)]
struct Verdict {
    outcome: ReceiptOutcome,
    code: &'static str,
}

impl Verdict {
    const APPLIED: Self = Self {
        outcome: ReceiptOutcome::Applied,
        code: code::APPLIED,
    };

    const fn recorded(code: &'static str) -> Self {
        Self {
            outcome: ReceiptOutcome::Recorded,
            code,
        }
    }
}

/// A change under way.
struct Change<'a> {
    before: &'a OrderAggregate,
    after: OrderAggregate,
    operation: &'a Operation,
    received: &'a Received,
    conflict: Option<ConflictId>,
    effects: Vec<Effect>,
}

impl<'a> Change<'a> {
    fn on(before: &'a OrderAggregate, operation: &'a Operation, received: &'a Received) -> Self {
        Self {
            before,
            after: before.clone(),
            operation,
            received,
            conflict: None,
            effects: Vec::new(),
        }
    }

    /// The version that this change makes.
    fn version(&self) -> Version {
        self.before.order.version.next()
    }

    /// The closure in which the worker acted: an order reopened since keeps the visit in the old one.
    fn closure(&self) -> u32 {
        let order = &self.before.order;
        let reopened_since = order.closure > 0 && self.operation.base.version < order.closure_since;
        if reopened_since {
            order.closure - 1
        } else {
            order.closure
        }
    }

    fn op_id(&self) -> OpId {
        self.operation.op_id
    }

    fn open_conflict(&mut self, field: ConflictField, attention: Attention, code: &'static str) {
        let id = ConflictId(self.operation.op_id.0);
        self.conflict = Some(id);
        self.after.conflicts.push(ConflictRecord {
            id,
            field,
            review: attention == Attention::Review,
            code: code.to_owned(),
            opened_at: self.received.now,
            settled_at: None,
        });
        if attention == Attention::Review {
            self.effects.push(Effect::OfficeTask(code));
        }
    }

    fn finish(mut self, verdict: Verdict) -> Applied {
        order_status::refresh(&mut self.after);
        let (from, to) = (self.before.order.status, self.after.order.status);
        if from != to {
            self.effects.push(Effect::StatusMoved { from, to });
        }
        if self.after != *self.before {
            self.after.order.version = self.before.order.version.next();
        }
        Applied {
            aggregate: self.after,
            outcome: verdict.outcome,
            code: verdict.code,
            conflict: self.conflict,
            effects: self.effects,
        }
    }
}

#[cfg(test)]
mod tests;
