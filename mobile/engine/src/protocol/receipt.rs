//! The receipts screen: every operation and photo with its state.

use kuitti_shared::domain::PhotoRole;
use kuitti_shared::id::{OpId, OrderId, OrderNumber, PhotoId};
use kuitti_shared::operation::Kind;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

/// Every operation and photo, the latest first, with the sum.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Receipts {
    /// One line each.
    pub lines: Vec<ReceiptLine>,
    /// How many are where.
    pub tally: Tally,
}

/// How many operations and photos are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Only on this phone.
    pub on_this_phone: u64,
    /// At the server, not yet seen in an order.
    pub arrived: u64,
    /// Part of the order.
    pub applied: u64,
    /// To be read.
    pub needs_attention: u64,
}

/// One operation or photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// What it is.
    pub subject: ReceiptSubject,
    /// On which order; a report has none.
    pub order: Option<OrderId>,
    /// The order's number.
    pub number: Option<OrderNumber>,
    /// The order's title.
    pub title: String,
    /// When it was made, by the device's clock.
    pub made_at: WallTime,
    /// Where it is.
    pub state: ReceiptState,
}

/// What a receipt is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptSubject {
    /// An operation.
    Operation {
        /// Which.
        op: OpId,
        /// What was done; none for a kind that a newer app made.
        kind: Option<Kind>,
    },
    /// The bytes of a photo.
    Photo {
        /// Which.
        photo: PhotoId,
        /// What it shows.
        role: PhotoRole,
        /// Bytes that have reached the server.
        sent: u64,
        /// All its bytes.
        size: u64,
    },
    /// A photo that was taken and is not ready to be sent.
    Taken(TakenNumber),
}

/// Tells photos apart that have no id yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenNumber(pub i64);

/// Where an operation or photo is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptState {
    /// Only here.
    OnThisPhone,
    /// The server has it.
    Arrived,
    /// The server has it, and the order on this phone shows it.
    Applied,
    /// Somebody should read why: the sentence is the Fluent message `receipt-CODE` (with `-` for `_`).
    NeedsAttention {
        /// Stable reason.
        code: String,
    },
}

/// What was done in a shift, and whether the office has all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShiftSummary {
    /// Orders that were finished.
    pub finished: u64,
    /// Operations that were made.
    pub operations: u64,
    /// Photos that were taken.
    pub photos: u64,
    /// Operations of any day that the office does not have.
    pub operations_here: u64,
    /// Photos of any day that the office does not have.
    pub photos_here: u64,
    /// Receipts of the shift that somebody should read.
    pub to_read: u64,
    /// When the server said that nothing is missing, by the device's clock. None while something is, or before it said so.
    pub confirmed_at: Option<WallTime>,
}

/// A line of the log that support reads: codes and numbers, nothing about people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// When, by the device's clock.
    pub at: WallTime,
    /// What, as a code.
    pub event: String,
    /// How much, which code.
    pub detail: String,
}
