//! Moves of the worker's own visit. Forward moves may skip states; a stale assignment is recorded and moves nothing.

use super::{Change, Verdict};
use crate::domain::{Extent, OrderAggregate, Standing, Visit, VisitState};
use crate::id::VisitId;
use crate::operation::Action;
use crate::rules::late_completion::another_active;
use crate::sync::code;
use crate::unit::Millis;

pub(super) fn apply(change: &mut Change<'_>) -> Verdict {
    let Some(state) = target(&change.operation.action) else {
        return Verdict::recorded(code::RECORDED);
    };
    let at = change.received.occurred;
    edit_own_visit(change, |visit| {
        match state {
            VisitState::Accepted => visit.accepted_at = visit.accepted_at.or(Some(at)),
            VisitState::EnRoute => visit.en_route_at = visit.en_route_at.or(Some(at)),
            VisitState::OnSite => visit.on_site_at = visit.on_site_at.or(Some(at)),
            VisitState::Declined { .. } | VisitState::HandedBack { .. } => visit.ended_at = Some(at),
            VisitState::Paused { .. } | VisitState::Finished { .. } => {}
        }
        visit.state = state;
        visit.keep_time(at);
    });
    settle_unconfirmed(&mut change.after);
    verdict(change)
}

fn verdict(change: &Change<'_>) -> Verdict {
    if change.operation.base.assignment_epoch != change.before.order.assignment_epoch {
        Verdict::recorded(code::REASSIGNED)
    } else if change.before.order.status.is_terminal() {
        Verdict::recorded(code::ALREADY_FINISHED)
    } else {
        Verdict::APPLIED
    }
}

fn target(action: &Action) -> Option<VisitState> {
    Some(match action {
        Action::Accept {} => VisitState::Accepted,
        Action::Decline { reason } => VisitState::Declined {
            reason: reason.clone(),
        },
        Action::HandBack { reason } => VisitState::HandedBack {
            reason: reason.clone(),
        },
        Action::EnRoute {} => VisitState::EnRoute,
        Action::Start {} | Action::Resume {} => VisitState::OnSite,
        Action::Pause { reason } => VisitState::Paused {
            reason: reason.clone(),
        },
        _ => return None,
    })
}

/// Edits the worker's visit that is not over; without one, this operation opens one. Returns its id.
pub(super) fn edit_own_visit(change: &mut Change<'_>, edit: impl FnOnce(&mut Visit)) -> VisitId {
    let (worker, closure, epoch) = (
        change.received.hand.worker,
        change.closure(),
        change.operation.base.assignment_epoch,
    );
    let is_own = |visit: &&Visit| visit.worker == worker && visit.closure == closure && visit.is_active();
    let id = change.after.visits.iter().rfind(is_own).map(|visit| visit.id);
    let id = id.unwrap_or_else(|| open_visit(change));
    if let Some(visit) = change.after.visits.iter_mut().find(|visit| visit.id == id) {
        visit.last_move = change.operation.op_id;
        visit.epoch = epoch;
        edit(visit);
    }
    id
}

fn open_visit(change: &mut Change<'_>) -> VisitId {
    let id = VisitId(change.operation.op_id.0);
    change.after.visits.push(Visit {
        id,
        worker: change.received.hand.worker,
        device: change.received.device,
        epoch: change.operation.base.assignment_epoch,
        closure: change.closure(),
        state: VisitState::Accepted,
        last_move: change.operation.op_id,
        accepted_at: None,
        en_route_at: None,
        on_site_at: None,
        worked: Millis(0),
        working_since: None,
        ended_at: None,
    });
    id
}

/// A completion that waited for another's word counts as soon as nobody else is at work any more; it steps back
/// behind one that counts already.
pub(super) fn settle_unconfirmed(aggregate: &mut OrderAggregate) {
    let counted = aggregate.current_visits().any(counts);
    let free: Vec<VisitId> = aggregate
        .current_visits()
        .filter(|visit| waits(visit) && (counted || !another_active(aggregate, visit.worker)))
        .map(|visit| visit.id)
        .collect();
    let verdict = if counted {
        Standing::Recorded
    } else {
        Standing::Counts
    };
    for visit in aggregate
        .visits
        .iter_mut()
        .filter(|visit| free.contains(&visit.id))
    {
        set_standing(visit, verdict);
    }
}

/// Rules on a finished visit anew; any other visit stays as it is.
pub(super) fn set_standing(visit: &mut Visit, verdict: Standing) {
    if let VisitState::Finished { standing, .. } = &mut visit.state {
        *standing = verdict;
    }
}

fn waits(visit: &Visit) -> bool {
    visit
        .finish()
        .is_some_and(|(.., standing)| standing == Standing::Unconfirmed)
}

fn counts(visit: &Visit) -> bool {
    visit
        .finish()
        .is_some_and(|(_, extent, standing)| extent == Extent::Whole && standing == Standing::Counts)
}
