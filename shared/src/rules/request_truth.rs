//! What is true of a request, from all its orders: the stage, and the stage that somebody claims and nobody confirmed.

use super::request_stage::{OrderFacts, derive};
use crate::domain::{Extent, NoticeStage, OrderAggregate, OrderStatus, Outcome, RequestStage, Standing};

/// What is true of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truth {
    /// The stage.
    pub stage: RequestStage,
    /// The stage that it will have if completions that wait for another's word are confirmed; none when none waits.
    pub claimed: Option<RequestStage>,
}

impl Truth {
    /// The truth of a request that is served by `orders`; `occurrence` counts its reopenings.
    #[must_use]
    pub fn of<'a>(orders: impl IntoIterator<Item = &'a OrderAggregate> + Clone, occurrence: u32) -> Self {
        let facts: Vec<OrderFacts> = orders.clone().into_iter().map(OrderFacts::of).collect();
        let waits = facts
            .iter()
            .any(|order| order.status == OrderStatus::FinishedUnconfirmed);
        let claimed = waits.then(|| {
            let claimed: Vec<OrderFacts> = orders.into_iter().map(as_if_confirmed).collect();
            derive(&claimed, occurrence)
        });
        Self {
            stage: derive(&facts, occurrence),
            claimed,
        }
    }

    /// The message that this truth, or the claim, is worth.
    #[must_use]
    pub fn worth_telling(self) -> Option<NoticeStage> {
        match self.claimed.unwrap_or(self.stage) {
            RequestStage::Done => Some(NoticeStage::Done),
            RequestStage::NotDone => Some(NoticeStage::NotDone),
            RequestStage::NeedsVisit => Some(NoticeStage::NeedsVisit),
            RequestStage::Received
            | RequestStage::Planned
            | RequestStage::InWork
            | RequestStage::Reopened => None,
        }
    }
}

fn as_if_confirmed(aggregate: &OrderAggregate) -> OrderFacts {
    if aggregate.order.status != OrderStatus::FinishedUnconfirmed {
        return OrderFacts::of(aggregate);
    }
    OrderFacts {
        status: OrderStatus::Finished,
        outcome: claimed_outcome(aggregate).cloned(),
    }
}

/// The outcome of the whole completion that waits for another's word.
fn claimed_outcome(aggregate: &OrderAggregate) -> Option<&Outcome> {
    aggregate
        .current_visits()
        .filter_map(|visit| visit.finish())
        .filter(|(_, extent, standing)| *extent == Extent::Whole && *standing == Standing::Unconfirmed)
        .map(|(outcome, ..)| outcome)
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_told_apart_from_what_is_so() {
        let claim = Truth {
            stage: RequestStage::InWork,
            claimed: Some(RequestStage::Done),
        };
        assert_eq!(claim.worth_telling(), Some(NoticeStage::Done));
        assert_eq!(Truth::of(&[], 0).worth_telling(), None);
        assert_eq!(Truth::of(&[], 1).stage, RequestStage::Reopened);
    }
}
