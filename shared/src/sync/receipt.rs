//! The server's verdict on an operation: what the worker's receipt says.

use serde::{Deserialize, Serialize};

use crate::id::{ConflictId, OpId};
use crate::unit::Seq;

/// What became of an operation (SYNC.md rule 2). None of them is "lost".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReceiptOutcome {
    /// It did what it says.
    Applied,
    /// It was applied, and somebody should look at something.
    AppliedConflict,
    /// It is on record and moved nothing.
    Recorded,
    /// It had already arrived.
    Duplicate,
    /// It waits until the server can understand or place it.
    Held,
    /// The office has it, as it was sent.
    Quarantined,
}

impl ReceiptOutcome {
    /// Every outcome.
    pub const ALL: [Self; 6] = [
        Self::Applied,
        Self::AppliedConflict,
        Self::Recorded,
        Self::Duplicate,
        Self::Held,
        Self::Quarantined,
    ];

    /// The name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::AppliedConflict => "applied_conflict",
            Self::Recorded => "recorded",
            Self::Duplicate => "duplicate",
            Self::Held => "held",
            Self::Quarantined => "quarantined",
        }
    }

    /// The outcome of a [`ReceiptOutcome::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// One line of the answer to a push.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The operation's place in the device's numbering.
    pub seq: Seq,
    /// Which operation.
    pub op_id: OpId,
    /// What became of it.
    pub outcome: ReceiptOutcome,
    /// Stable reason; the sentence for people is the Fluent message `receipt-CODE` (with `-` for `_`).
    pub code: String,
    /// The conflict it opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<ConflictId>,
}

/// The reasons that this release gives. A device shows a general sentence for one it does not know.
pub mod code {
    /// It did what it says.
    pub const APPLIED: &str = "applied";
    /// On record; it moved nothing.
    pub const RECORDED: &str = "recorded";
    /// Another member of the crew is still at it: confirm or go on.
    pub const ANOTHER_AT_WORK: &str = "another_at_work";
    /// Given to somebody else meanwhile, who had not begun: the completion counts.
    pub const DONE_BY_OTHER: &str = "done_by_other";
    /// Given to somebody else meanwhile, who has begun: waits for a word.
    pub const REASSIGNED_AT_WORK: &str = "reassigned_at_work";
    /// Given to somebody else meanwhile.
    pub const REASSIGNED: &str = "reassigned";
    /// Already finished with the same outcome.
    pub const ALREADY_FINISHED: &str = "already_finished";
    /// Already finished with another outcome.
    pub const CONTRADICTS: &str = "contradicts";
    /// Work was done on a cancelled order.
    pub const ORDER_CANCELLED: &str = "order_cancelled";
    /// The office was done with it.
    pub const ORDER_CLOSED: &str = "order_closed";
    /// It was reopened meanwhile.
    pub const REOPENED_SINCE: &str = "reopened_since";
    /// Somebody else answered the same line meanwhile; both answers are kept.
    pub const CHECKLIST_CLASH: &str = "checklist_clash";
    /// Too late to take back.
    pub const UNDO_TOO_LATE: &str = "undo_too_late";
    /// The citizen has already been told; the office decides.
    pub const UNDO_AFTER_NOTICE: &str = "undo_after_notice";
    /// What it refers to is not there.
    pub const NOT_FOUND: &str = "not_found";
    /// Only its author can do that.
    pub const NOT_YOURS: &str = "not_yours";
    /// The order is not known yet.
    pub const UNKNOWN_ORDER: &str = "unknown_order";
    /// The kind of operation is newer than the server.
    pub const UNKNOWN_KIND: &str = "unknown_kind";
    /// The content cannot be read.
    pub const MALFORMED: &str = "malformed";
    /// The server failed on it; the office has it as it was sent.
    pub const SERVER_FAILED: &str = "server_failed";
    /// An earlier operation on the same order waits.
    pub const AFTER_HELD: &str = "after_held";
    /// The device was revoked.
    pub const REVOKED: &str = "revoked";

    /// Every reason, so that a test can ask for its sentence in each language.
    pub const ALL: &[&str] = &[
        APPLIED,
        RECORDED,
        ANOTHER_AT_WORK,
        DONE_BY_OTHER,
        REASSIGNED_AT_WORK,
        REASSIGNED,
        ALREADY_FINISHED,
        CONTRADICTS,
        ORDER_CANCELLED,
        ORDER_CLOSED,
        REOPENED_SINCE,
        CHECKLIST_CLASH,
        UNDO_TOO_LATE,
        UNDO_AFTER_NOTICE,
        NOT_FOUND,
        NOT_YOURS,
        UNKNOWN_ORDER,
        UNKNOWN_KIND,
        MALFORMED,
        SERVER_FAILED,
        AFTER_HELD,
        REVOKED,
    ];
}
