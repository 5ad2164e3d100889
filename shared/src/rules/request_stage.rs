//! A request's stage, derived from all its orders that were not cancelled.
//!
//! | first that holds | stage |
//! |---|---|
//! | no order, and it was reopened | reopened |
//! | no order | received |
//! | every order is finished or closed: all of them done | done |
//! | every order is finished or closed: some not done | not_done (the worse truth wins) |
//! | an order ended with "somebody must come again", its follow-up is open | needs_visit |
//! | an order is being worked on, or one of several is already finished | in_work |
//! | an order is reopened and nobody has it | reopened |
//! | otherwise | planned |
//!
//! An order that ended "done, needs follow-up" is done as soon as its follow-up order is.

use crate::domain::{OrderAggregate, OrderStatus, Outcome, RequestStage, Standing};

/// What the stage needs to know of one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFacts {
    /// Its status.
    pub status: OrderStatus,
    /// The outcome that counts in the current closure, if one does.
    pub outcome: Option<Outcome>,
}

impl OrderFacts {
    /// The facts of an order.
    #[must_use]
    pub fn of(aggregate: &OrderAggregate) -> Self {
        Self {
            status: aggregate.order.status,
            outcome: counting_outcome(aggregate).cloned(),
        }
    }
}

/// The outcome that counts in the order's current closure.
#[must_use]
pub fn counting_outcome(aggregate: &OrderAggregate) -> Option<&Outcome> {
    let finishes = aggregate.current_visits().filter_map(|visit| visit.finish());
    finishes
        .filter(|(.., standing)| *standing == Standing::Counts)
        .map(|(outcome, ..)| outcome)
        .last()
}

/// The stage by the table above. `occurrence` counts the request's reopenings.
#[must_use]
pub fn derive(orders: &[OrderFacts], occurrence: u32) -> RequestStage {
    let live: Vec<&OrderFacts> = orders
        .iter()
        .filter(|order| order.status != OrderStatus::Cancelled)
        .collect();
    if live.is_empty() {
        return if occurrence > 0 {
            RequestStage::Reopened
        } else {
            RequestStage::Received
        };
    }
    if live.iter().all(|order| order.status.is_terminal()) {
        return terminal_stage(&live);
    }
    if live
        .iter()
        .any(|order| order.outcome == Some(Outcome::DoneNeedsFollowUp))
    {
        RequestStage::NeedsVisit
    } else if live.iter().any(|order| is_begun(order.status)) {
        RequestStage::InWork
    } else if live.iter().any(|order| order.status == OrderStatus::Reopened) {
        RequestStage::Reopened
    } else {
        RequestStage::Planned
    }
}

fn terminal_stage(orders: &[&OrderFacts]) -> RequestStage {
    let not_done = |order: &&OrderFacts| matches!(order.outcome, Some(Outcome::NotDone(_)));
    if orders.iter().any(not_done) {
        RequestStage::NotDone
    } else if orders.len() == 1
        && orders
            .iter()
            .any(|order| order.outcome == Some(Outcome::DoneNeedsFollowUp))
    {
        // The follow-up order is made in the same transaction; until it shows, somebody still has to come.
        RequestStage::NeedsVisit
    } else {
        RequestStage::Done
    }
}

const fn is_begun(status: OrderStatus) -> bool {
    matches!(
        status,
        OrderStatus::InWork | OrderStatus::FinishedUnconfirmed | OrderStatus::Finished | OrderStatus::Closed
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NotDoneReason;

    fn facts(status: OrderStatus) -> OrderFacts {
        OrderFacts {
            status,
            outcome: None,
        }
    }

    fn ended(outcome: Outcome) -> OrderFacts {
        OrderFacts {
            status: OrderStatus::Finished,
            outcome: Some(outcome),
        }
    }

    #[track_caller]
    fn check(orders: &[OrderFacts], occurrence: u32, expected: RequestStage) {
        assert_eq!(derive(orders, occurrence), expected, "{orders:?}");
    }

    #[test]
    fn every_row_of_the_table_holds() {
        let not_done = || ended(Outcome::NotDone(NotDoneReason::NotFound));
        check(&[], 0, RequestStage::Received);
        check(&[], 1, RequestStage::Reopened);
        check(&[facts(OrderStatus::Cancelled)], 0, RequestStage::Received);
        check(&[facts(OrderStatus::New)], 0, RequestStage::Planned);
        check(&[facts(OrderStatus::Declined)], 0, RequestStage::Planned);
        check(&[facts(OrderStatus::InWork)], 0, RequestStage::InWork);
        check(&[facts(OrderStatus::Reopened)], 1, RequestStage::Reopened);
        check(&[ended(Outcome::Done)], 0, RequestStage::Done);
        check(&[ended(Outcome::Done), not_done()], 0, RequestStage::NotDone);
        check(
            &[ended(Outcome::Done), facts(OrderStatus::Cancelled)],
            0,
            RequestStage::Done,
        );
        check(&[ended(Outcome::DoneNeedsFollowUp)], 0, RequestStage::NeedsVisit);
        check(
            &[ended(Outcome::DoneNeedsFollowUp), facts(OrderStatus::Assigned)],
            0,
            RequestStage::NeedsVisit,
        );
        check(
            &[ended(Outcome::DoneNeedsFollowUp), ended(Outcome::Done)],
            0,
            RequestStage::Done,
        );
    }

    #[test]
    fn one_of_two_orders_finished_is_not_done_yet() {
        check(
            &[ended(Outcome::Done), facts(OrderStatus::Assigned)],
            0,
            RequestStage::InWork,
        );
        check(
            &[facts(OrderStatus::FinishedUnconfirmed)],
            0,
            RequestStage::InWork,
        );
    }
}
