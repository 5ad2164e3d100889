//! SYNC.md rule 7: a `finish` arrives from a worker; the order may have moved on meanwhile.
//!
//! *Completion is a fact, assignment is a decision.* The visit is always stored. Whether it moves the order and
//! releases a notice is decided by [`TABLE`]. Two rows of the specification never reach it: a merged order is redirected to its
//! survivor first ([`crate::apply::redirect`]), and an unknown one is held by rule 2.

use crate::domain::{Extent, OrderAggregate, OrderStatus, Outcome, Standing, Visit};
use crate::id::WorkerId;
use crate::operation::Base;
use crate::sync::{ReceiptOutcome, code};

use super::order_status::present_visits;
use super::request_stage::counting_outcome;

/// How the order stands when the completion arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// Same assignment, nobody else at it, or only a part is reported.
    Expected,
    /// Same assignment, the whole is reported, another member's visit is active.
    AnotherMemberActive,
    /// Given to somebody else who has not begun; done.
    ReassignedIdle,
    /// Given to somebody else who has begun; done.
    ReassignedActive,
    /// Given to somebody else; not done, or somebody must come again.
    ReassignedNotDone,
    /// Finished by anyone in the same closure with the same outcome.
    AlreadyFinished,
    /// Finished by anyone in the same closure with another outcome.
    AlreadyFinishedOtherwise,
    /// The office called it off.
    Cancelled,
    /// The office is done with it.
    Closed,
    /// It was reopened after the worker last heard of it.
    ReopenedSince,
}

/// What happens to the notice about the completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeRuling {
    /// Goes by its gate.
    ByGate,
    /// Waits for a person.
    Held,
    /// There is none.
    None,
}

/// What a person has to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    /// Nothing.
    None,
    /// Good to know.
    Info,
    /// To be decided.
    Review,
}

/// What the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruling {
    /// What the visit does to the order.
    pub standing: Standing,
    /// The worker's receipt.
    pub outcome: ReceiptOutcome,
    /// The reason on the receipt and on the conflict.
    pub code: &'static str,
    /// Who has to look at it.
    pub attention: Attention,
    /// The citizen's notice.
    pub notice: NoticeRuling,
}

const fn ruling(
    standing: Standing,
    outcome: ReceiptOutcome,
    code: &'static str,
    attention: Attention,
    notice: NoticeRuling,
) -> Ruling {
    Ruling {
        standing,
        outcome,
        code,
        attention,
        notice,
    }
}

/// The table, row by row.
pub const TABLE: &[(Situation, Ruling)] = {
    use Attention as A;
    use NoticeRuling as N;
    use ReceiptOutcome as O;
    use Situation as S;
    use Standing as V;
    &[
        (
            S::Expected,
            ruling(V::Counts, O::Applied, code::APPLIED, A::None, N::ByGate),
        ),
        (
            S::AnotherMemberActive,
            ruling(
                V::Unconfirmed,
                O::AppliedConflict,
                code::ANOTHER_AT_WORK,
                A::Info,
                N::Held,
            ),
        ),
        (
            S::ReassignedIdle,
            ruling(
                V::Counts,
                O::AppliedConflict,
                code::DONE_BY_OTHER,
                A::Info,
                N::ByGate,
            ),
        ),
        (
            S::ReassignedActive,
            ruling(
                V::Unconfirmed,
                O::AppliedConflict,
                code::REASSIGNED_AT_WORK,
                A::Review,
                N::Held,
            ),
        ),
        (
            S::ReassignedNotDone,
            ruling(V::Recorded, O::Recorded, code::REASSIGNED, A::Info, N::None),
        ),
        (
            S::AlreadyFinished,
            ruling(V::Recorded, O::Recorded, code::ALREADY_FINISHED, A::None, N::None),
        ),
        (
            S::AlreadyFinishedOtherwise,
            ruling(V::Recorded, O::Recorded, code::CONTRADICTS, A::Review, N::None),
        ),
        (
            S::Cancelled,
            ruling(
                V::Recorded,
                O::Recorded,
                code::ORDER_CANCELLED,
                A::Review,
                N::Held,
            ),
        ),
        (
            S::Closed,
            ruling(V::Recorded, O::Recorded, code::ORDER_CLOSED, A::None, N::None),
        ),
        (
            S::ReopenedSince,
            ruling(V::Recorded, O::Recorded, code::REOPENED_SINCE, A::None, N::None),
        ),
    ]
};

/// The row of the table for a situation.
#[must_use]
pub fn rule(situation: Situation) -> Ruling {
    let row = TABLE.iter().find(|(row, _)| *row == situation);
    row.map_or(
        ruling(
            Standing::Recorded,
            ReceiptOutcome::Recorded,
            code::RECORDED,
            Attention::Review,
            NoticeRuling::None,
        ),
        |(_, ruling)| *ruling,
    )
}

/// A completion as it arrives.
#[derive(Debug, Clone, Copy)]
pub struct Completion<'a> {
    /// From whom.
    pub worker: WorkerId,
    /// On what knowledge.
    pub base: Base,
    /// What came of it.
    pub outcome: &'a Outcome,
    /// The whole or a part.
    pub extent: Extent,
}

/// Finds the situation: the first that holds, from the office's decisions down.
#[must_use]
pub fn situation(aggregate: &OrderAggregate, completion: &Completion<'_>) -> Situation {
    let order = &aggregate.order;
    if order.closure > 0 && completion.base.version < order.closure_since {
        return Situation::ReopenedSince;
    }
    match order.status {
        OrderStatus::Cancelled => Situation::Cancelled,
        OrderStatus::Closed => Situation::Closed,
        OrderStatus::Finished if counting_outcome(aggregate) == Some(completion.outcome) => {
            Situation::AlreadyFinished
        }
        OrderStatus::Finished => Situation::AlreadyFinishedOtherwise,
        _ if completion.base.assignment_epoch == order.assignment_epoch => {
            same_assignment(aggregate, completion)
        }
        _ => reassigned(aggregate, completion),
    }
}

fn same_assignment(aggregate: &OrderAggregate, completion: &Completion<'_>) -> Situation {
    if completion.extent == Extent::Whole && another_active(aggregate, completion.worker) {
        Situation::AnotherMemberActive
    } else {
        Situation::Expected
    }
}

fn reassigned(aggregate: &OrderAggregate, completion: &Completion<'_>) -> Situation {
    if *completion.outcome != Outcome::Done {
        Situation::ReassignedNotDone
    } else if another_active(aggregate, completion.worker) {
        Situation::ReassignedActive
    } else {
        Situation::ReassignedIdle
    }
}

/// Is somebody other than `worker` busy with the order under its present assignment?
#[must_use]
pub fn another_active(aggregate: &OrderAggregate, worker: WorkerId) -> bool {
    present_visits(aggregate).any(|visit: &Visit| visit.worker != worker && visit.is_active())
}
