//! Which moves a worker is offered from where.
//!
//! The server never refuses a move for being out of order: a phone that was offline skips states, and facts are
//! kept. This table is what screens offer, and what decides the one big button.

use crate::domain::{Assignee, OrderAggregate, OrderStatus, Visit, VisitState};
use crate::id::{CrewId, WorkerId};
use crate::operation::Kind;

/// A row: from this state of the own visit, these moves, the first being the usual next step.
struct Row {
    from: From,
    moves: &'static [Kind],
}

/// The state of the own visit, without its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    NoVisit,
    Accepted,
    EnRoute,
    OnSite,
    Paused,
}

const TABLE: &[Row] = &[
    Row {
        from: From::NoVisit,
        moves: &[
            Kind::Accept,
            Kind::EnRoute,
            Kind::Start,
            Kind::Finish,
            Kind::Decline,
        ],
    },
    Row {
        from: From::Accepted,
        moves: &[Kind::EnRoute, Kind::Start, Kind::Finish, Kind::HandBack],
    },
    Row {
        from: From::EnRoute,
        moves: &[Kind::Start, Kind::Finish, Kind::HandBack],
    },
    Row {
        from: From::OnSite,
        moves: &[Kind::Finish, Kind::Pause, Kind::HandBack],
    },
    Row {
        from: From::Paused,
        moves: &[Kind::Resume, Kind::Finish, Kind::HandBack],
    },
];

/// A worker with the crew in which the worker serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Who.
    pub worker: WorkerId,
    /// In which crew.
    pub crew: Option<CrewId>,
}

impl Hand {
    /// Is this worker among those whom `assignee` names?
    #[must_use]
    pub fn is_among(&self, assignee: Option<Assignee>) -> bool {
        match assignee {
            Some(Assignee::Worker(worker)) => worker == self.worker,
            Some(Assignee::Crew(crew)) => Some(crew) == self.crew,
            None => false,
        }
    }
}

/// The worker's own visit that is not over, in the current closure.
#[must_use]
pub fn own_active_visit(aggregate: &OrderAggregate, worker: WorkerId) -> Option<&Visit> {
    aggregate
        .current_visits()
        .filter(|visit| visit.worker == worker && visit.is_active())
        .last()
}

/// The moves to offer, the usual next step first. Empty when the order is over or somebody else's.
#[must_use]
pub fn legal_moves(aggregate: &OrderAggregate, hand: Hand) -> Vec<Kind> {
    let order = &aggregate.order;
    if order.status.is_terminal() || !hand.is_among(order.assignee) {
        return Vec::new();
    }
    let own = own_active_visit(aggregate, hand.worker);
    let from = own.map_or(From::NoVisit, |visit| origin(&visit.state));
    let row = TABLE.iter().find(|row| row.from == from);
    let mut moves = row.map_or_else(Vec::new, |row| row.moves.to_vec());
    if order.status == OrderStatus::FinishedUnconfirmed {
        moves.insert(0, Kind::Confirm);
    }
    moves
}

const fn origin(state: &VisitState) -> From {
    match state {
        VisitState::Accepted => From::Accepted,
        VisitState::EnRoute => From::EnRoute,
        VisitState::OnSite => From::OnSite,
        VisitState::Paused { .. } => From::Paused,
        VisitState::Finished { .. } | VisitState::Declined { .. } | VisitState::HandedBack { .. } => {
            From::NoVisit
        }
    }
}
