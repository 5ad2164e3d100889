//! Orders as a worker sees them: what the server last said, with what the phone still holds played on top.

use std::collections::BTreeMap;

use kuitti_shared::domain::{
    Appointment, Fix, Localised, Missing, OrderAggregate, OrderStatus, Place, Priority, StatusClass,
    VisitState,
};
use kuitti_shared::id::{CategoryCode, OpId, OrderId, OrderNumber, PhotoId};
use kuitti_shared::operation::Kind;
use kuitti_shared::rules::evidence::QuickFinish;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Degrees, Metres, WallTime};
use serde::{Deserialize, Serialize};

use super::ReceiptState;

/// The orders on this phone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Today {
    /// To be done, in visiting order; orders with the same [`OrderCard::stop`] are at one place.
    pub open: Vec<OrderCard>,
    /// The crew's, and nobody has taken them: the most urgent first.
    pub pool: Vec<OrderCard>,
    /// Out of the pool, taken by colleagues.
    pub taken: Vec<OrderCard>,
    /// Done by this worker, the latest first.
    pub finished: Vec<OrderCard>,
    /// No longer this worker's, kept until everything made on them has arrived.
    pub no_longer_yours: Vec<OrderCard>,
    /// What was finished last, while that can be taken back.
    pub undo: Option<UndoTogether>,
    /// From where distances were measured.
    pub fix: Option<Fix>,
}

impl Today {
    /// Every order, in the order of the lists.
    pub fn all(&self) -> impl Iterator<Item = &OrderCard> {
        let lists = [
            &self.open,
            &self.pool,
            &self.taken,
            &self.finished,
            &self.no_longer_yours,
        ];
        lists.into_iter().flatten()
    }
}

/// One order in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderCard {
    /// Id.
    pub id: OrderId,
    /// Number as people say it.
    pub number: OrderNumber,
    /// What to do, in one line.
    pub title: String,
    /// Kind of problem.
    pub category: CategoryCode,
    /// Its name.
    pub category_name: Localised,
    /// How much it matters.
    pub priority: Priority,
    /// Where.
    pub place: Place,
    /// When it is overdue.
    pub due_at: Option<WallTime>,
    /// When somebody will be there, if that was agreed and nobody has begun yet.
    pub appointment: Option<Appointment>,
    /// How pressing that is now.
    pub urgency: Urgency,
    /// Where the order stands.
    pub status: OrderStatus,
    /// The class of a status that this app may not know.
    pub status_class: StatusClass,
    /// Where this worker's own visit stands.
    pub own_visit: Option<VisitState>,
    /// Which stop of the day it is, from 0. Other lists have no stops.
    pub stop: usize,
    /// What it takes to finish it together with others at its place.
    pub quick_finish: QuickFinish,
    /// What the office has changed since the worker last looked.
    pub news: Option<News>,
    /// How to get there, when both ends are known.
    pub way: Option<Way>,
    /// Operations and photos on it that are only on this phone.
    pub pending: u64,
    /// Since when.
    pub on_this_phone_since: Option<WallTime>,
    /// Has the office answered something here that the worker should read?
    pub needs_attention: bool,
    /// Why it is no longer this worker's.
    pub no_longer_yours: Option<GoneReason>,
}

impl OrderCard {
    /// The end of its appointment, or where none was agreed, its due time.
    #[must_use]
    pub fn should_begin_by(&self) -> Option<WallTime> {
        self.appointment.map(|agreed| agreed.until).or(self.due_at)
    }
}

/// What is new about an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// The worker has never opened it.
    New,
    /// The office has changed it since it was last opened.
    Changed,
}

/// How pressing an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Past its appointment, or past its due time where none was agreed.
    Overdue,
    /// Marked urgent by the office.
    Urgent,
    /// In the hours of its appointment or shortly before; past its warning time where none was agreed.
    DueSoon,
    /// Neither.
    Planned,
}

/// The straight way from the device to an order.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// How far.
    pub distance: Metres,
    /// In which direction, clockwise from north.
    pub bearing: Degrees,
}

/// One order with everything on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderView {
    /// As in the list.
    pub card: OrderCard,
    /// As the worker sees it: the server's state with what is pending played on top.
    pub aggregate: OrderAggregate,
    /// The moves to offer. Empty when the order is over or somebody else's.
    pub moves: Vec<Kind>,
    /// The usual next step: the one big button.
    pub primary: Option<Kind>,
    /// What is still to bring back.
    pub missing: Vec<Missing>,
    /// The own latest move, while it can be taken back.
    pub undo: Option<UndoOffer>,
    /// The receipt of each operation that this phone made on the order: of a note, an answer, a material, a move.
    pub receipts: BTreeMap<OpId, ReceiptState>,
    /// Photos whose bytes are on this phone.
    pub photos: BTreeMap<PhotoId, PhotoOnPhone>,
    /// What the phone holds was last the server's truth at this time, by the device's clock.
    pub as_of: Option<WallTime>,
}

/// Completions that were made at once and can be taken back at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoTogether {
    /// What an `undo` has to name on each order; at least one.
    pub moves: Vec<(OrderId, OpId)>,
    /// Until when, by the device's clock.
    pub until: WallTime,
}

/// A move that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoOffer {
    /// What an `undo` has to name.
    pub op: OpId,
    /// What it was.
    pub kind: Kind,
    /// Until when, by the device's clock. None: until the next move.
    pub until: Option<WallTime>,
}

/// A photo whose bytes are on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoOnPhone {
    /// Where its bytes are.
    pub state: ReceiptState,
    /// Bytes that have reached the server.
    pub sent: u64,
    /// All its bytes.
    pub size: u64,
}
