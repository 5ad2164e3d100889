//! What waits for a person in the office: `GET /api/attention`, `DELETE /api/attention/{task}` when somebody is done with it.

use serde::{Deserialize, Serialize};

use super::orders::OperationRow;
use crate::domain::{
    ChecklistEntry, CitizenAnswer, ConflictField, ConflictRecord, ItemKind, Localised, OrderAggregate,
    PastValue, Visit,
};
use crate::id::{OrderId, OrderNumber, PublicNumber, RequestId};
use crate::rules::conflict::{other_values, unconfirmed};
use crate::unit::{Version, WallTime};

/// Everything that waits for a person, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attention {
    /// Conflicts to decide, each with both sides.
    pub conflicts: Vec<WaitingConflict>,
    /// Something to look at.
    pub tasks: Vec<TaskRow>,
    /// Operations that wait or that nobody but a person can make sense of, as they were sent.
    pub operations: Vec<StuckOperation>,
    /// What citizens wrote back and nobody has read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<UnreadAnswers>,
    /// The server's clock.
    pub as_of: WallTime,
}

/// What the citizen of one request wrote back and nobody has read. `POST /api/requests/{id}/answers/read` says that
/// somebody has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnreadAnswers {
    /// About which request.
    pub request: RequestId,
    /// Its public number.
    pub number: PublicNumber,
    /// Where the problem is.
    pub address: String,
    /// What was written, oldest first.
    pub answers: Vec<CitizenAnswer>,
}

/// Somebody has read what was written up to a moment: what is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswersRead {
    /// Up to when.
    pub until: WallTime,
}

/// A conflict with both sides. The office answers with a [`crate::apply::office::Decision`] about its order: `settle` keeps what
/// stands, `take` takes another value, `confirm` and `reject` rule on a completion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingConflict {
    /// At which order.
    pub order: OrderRef,
    /// The order as it was read: to be sent with the decision.
    pub version: Version,
    /// What it is about, why and since when.
    pub conflict: ConflictRecord,
    /// Two values for one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineInConflict>,
    /// Completions that wait for a word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unconfirmed: Vec<Visit>,
}

/// A checklist line with several values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineInConflict {
    /// The question.
    pub label: Localised,
    /// How it is answered.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::domain::WireItemKind))]
    pub kind: ItemKind,
    /// The value that stands: who set it, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<PastValue>,
    /// The others, latest first.
    pub others: Vec<PastValue>,
}

impl WaitingConflict {
    /// A conflict of an order, with both sides.
    #[must_use]
    pub fn of(aggregate: &OrderAggregate, conflict: &ConflictRecord) -> Self {
        let order = &aggregate.order;
        let others = other_values(aggregate, conflict);
        let is_it = |line: &&ChecklistEntry| conflict.field == ConflictField::Checklist(line.item.clone());
        let line = aggregate.checklist.iter().find(is_it).map(|line| LineInConflict {
            label: line.label.clone(),
            kind: line.kind.clone(),
            stands: line.answer.clone(),
            others: others.into_iter().cloned().collect(),
        });
        let unconfirmed = match conflict.field {
            ConflictField::Checklist(_) => Vec::new(),
            ConflictField::Completion | ConflictField::Undo => unconfirmed(aggregate).cloned().collect(),
        };
        Self {
            order: OrderRef {
                id: order.id,
                number: order.number.clone(),
                title: order.title.clone(),
            },
            version: order.version,
            conflict: conflict.clone(),
            line,
            unconfirmed,
        }
    }
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskRow {
    /// Its number.
    pub id: i64,
    /// Stable code of what it is about; front ends translate it as Fluent message `task-CODE` (with `-` for `_`).
    pub code: String,
    /// At which order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderRef>,
    /// Since when.
    pub opened_at: WallTime,
}

/// An order by its id and number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderRef {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// What to do.
    pub title: String,
}

/// An operation that is held or in quarantine. It is kept until somebody has dealt with it, and never lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StuckOperation {
    /// The operation.
    pub operation: OperationRow,
    /// At which order, when that is known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderRef>,
    /// The bytes as they were sent.
    pub body: String,
}
