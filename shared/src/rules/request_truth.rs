//! What is true of a request, from all its orders: the stage, the stage that somebody claims and nobody confirmed, and what
//! its citizen said about earlier ends.

use super::feedback::speaks;
use super::order_status::present_visits;
use super::request_stage::{OrderFacts, derive};
use crate::domain::{
    Extent, Feedback, NoticeStage, OrderAggregate, OrderStatus, Outcome, RequestStage, Standing, VisitState,
};

/// What is true of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truth {
    /// The stage.
    pub stage: RequestStage,
    /// The stage that it will have if completions that wait for another's word are confirmed; none when none waits.
    pub claimed: Option<RequestStage>,
    /// News that is no end.
    pub progress: Option<NoticeStage>,
    /// The last occurrence whose end the citizen took back: what was told of it needs no correction by us.
    pub taken_back: Option<u32>,
}

/// What a request has been through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past<'a> {
    /// How often it was reopened.
    pub occurrence: u32,
    /// What its citizen said about its ends.
    pub said: &'a [Feedback],
}

impl Truth {
    /// The truth of a request that is served by `orders`. Work whose end its citizen doubts no longer speaks for it.
    #[must_use]
    pub fn of<'a>(orders: impl IntoIterator<Item = &'a OrderAggregate>, past: Past<'_>) -> Self {
        let all = orders.into_iter();
        let orders: Vec<&OrderAggregate> = all.filter(|order| speaks(order, past.said)).collect();
        let facts: Vec<OrderFacts> = orders.iter().map(|order| OrderFacts::of(order)).collect();
        let waits = facts
            .iter()
            .any(|order| order.status == OrderStatus::FinishedUnconfirmed);
        let claimed = waits.then(|| {
            let claimed: Vec<OrderFacts> = orders.iter().map(|order| as_if_confirmed(order)).collect();
            derive(&claimed, past.occurrence)
        });
        let stage = derive(&facts, past.occurrence);
        Self {
            stage,
            claimed,
            progress: progress(stage, &orders, past),
            taken_back: taken_back(past.said),
        }
    }

    /// The truth of a request that is at `stage` and of which nothing else is known.
    #[must_use]
    pub const fn plain(stage: RequestStage) -> Self {
        Self {
            stage,
            claimed: None,
            progress: None,
            taken_back: None,
        }
    }

    /// Is a message of this stage true, with nobody's word missing?
    #[must_use]
    pub fn says(self, stage: NoticeStage) -> bool {
        let is_so = self.worth_telling() == Some(stage) && self.claimed.is_none();
        is_so || self.progress == Some(stage)
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

/// A crew has it on its list, or is on its way and nobody is there yet; or it came back, and only who said so is told that we
/// heard it.
fn progress(stage: RequestStage, orders: &[&OrderAggregate], past: Past<'_>) -> Option<NoticeStage> {
    let assigned = |order: &&OrderAggregate| order.order.status == OrderStatus::Assigned;
    let by_citizen = taken_back(past.said).is_some_and(|ended| ended + 1 == past.occurrence);
    match stage {
        RequestStage::Reopened => by_citizen.then_some(NoticeStage::Reopened),
        RequestStage::Planned => orders.iter().any(assigned).then_some(NoticeStage::Scheduled),
        RequestStage::InWork => is_on_the_way(orders).then_some(NoticeStage::OnTheWay),
        _ => None,
    }
}

fn is_on_the_way(orders: &[&OrderAggregate]) -> bool {
    let at_work = orders
        .iter()
        .filter(|order| order.order.status == OrderStatus::InWork);
    let mut visits = at_work.flat_map(|order| present_visits(order));
    let there = |state: &VisitState| matches!(state, VisitState::OnSite | VisitState::Paused { .. });
    let states: Vec<&VisitState> = visits.by_ref().map(|visit| &visit.state).collect();
    states.contains(&&VisitState::EnRoute) && !states.into_iter().any(there)
}

fn taken_back(said: &[Feedback]) -> Option<u32> {
    let reopenings = said.iter().filter_map(|feedback| feedback.reopening.as_ref());
    reopenings.map(|reopening| reopening.occurrence).max()
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
            claimed: Some(RequestStage::Done),
            ..Truth::plain(RequestStage::InWork)
        };
        assert_eq!(claim.worth_telling(), Some(NoticeStage::Done));
        assert!(!claim.says(NoticeStage::Done));
        let past = |occurrence| Past {
            occurrence,
            said: &[],
        };
        assert_eq!(Truth::of(&[], past(0)).worth_telling(), None);
        let reopened = Truth::of(&[], past(1));
        assert_eq!(reopened.stage, RequestStage::Reopened);
        assert_eq!(reopened.worth_telling(), None, "the office did it");
    }
}
