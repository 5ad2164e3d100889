//! The order's status, derived from the office's decisions and the visits.
//!
//! | first that holds | status |
//! |---|---|
//! | the office cancelled it | cancelled |
//! | the office closed it | closed |
//! | a whole completion counts | finished |
//! | a whole completion waits for confirmation | finished_unconfirmed |
//! | somebody of the present assignee is on the way, at work or paused | in_work |
//! | the present assignee's latest visit was declined or handed back | declined |
//! | somebody is assigned | assigned |
//! | it was reopened | reopened |
//! | otherwise | new |

use crate::domain::{Extent, OfficeDecision, OrderAggregate, OrderStatus, Standing, Visit, VisitState};

/// The status by the table above.
#[must_use]
pub fn derive(aggregate: &OrderAggregate) -> OrderStatus {
    let order = &aggregate.order;
    match order.decision {
        OfficeDecision::Cancelled => return OrderStatus::Cancelled,
        OfficeDecision::Closed => return OrderStatus::Closed,
        OfficeDecision::Open => {}
    }
    if finishes(aggregate, Standing::Counts) {
        OrderStatus::Finished
    } else if finishes(aggregate, Standing::Unconfirmed) {
        OrderStatus::FinishedUnconfirmed
    } else if present_visits(aggregate).any(is_under_way) {
        OrderStatus::InWork
    } else if present_visits(aggregate).last().is_some_and(was_refused) {
        OrderStatus::Declined
    } else if order.assignee.is_some() {
        OrderStatus::Assigned
    } else if order.closure > 0 {
        OrderStatus::Reopened
    } else {
        OrderStatus::New
    }
}

/// Derives the status again and writes it, with its class.
pub fn refresh(aggregate: &mut OrderAggregate) {
    let status = derive(aggregate);
    aggregate.order.status = status;
    aggregate.order.status_class = status.class();
}

/// Visits of the current closure made under the present assignment: only these say who is at work now.
pub fn present_visits(aggregate: &OrderAggregate) -> impl Iterator<Item = &Visit> {
    let epoch = aggregate.order.assignment_epoch;
    aggregate
        .current_visits()
        .filter(move |visit| visit.epoch == epoch)
}

fn finishes(aggregate: &OrderAggregate, wanted: Standing) -> bool {
    aggregate.current_visits().any(|visit| {
        visit
            .finish()
            .is_some_and(|(_, extent, standing)| extent == Extent::Whole && standing == wanted)
    })
}

fn is_under_way(visit: &Visit) -> bool {
    matches!(
        visit.state,
        VisitState::EnRoute | VisitState::OnSite | VisitState::Paused { .. }
    )
}

fn was_refused(visit: &Visit) -> bool {
    matches!(
        visit.state,
        VisitState::Declined { .. } | VisitState::HandedBack { .. }
    )
}
