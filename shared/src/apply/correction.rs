//! Taking back, agreeing, hiding.

use super::progress::set_standing;
use super::{Change, Effect, NoticeLeft, Verdict};
use crate::clock::Occurred;
use crate::domain::{ConflictField, Standing, Visit, VisitState};
use crate::id::{OpId, VisitId};
use crate::operation::HideTarget;
use crate::rules::late_completion::Attention;
use crate::sync::{ReceiptOutcome, code};
use crate::unit::Millis;

/// Two clock readings of one device may be this far apart by rounding and quality.
const UNDO_GRACE: Millis = Millis::from_seconds(5);

/// The worker agrees with another's completion, or drops the own part.
pub(super) fn confirm(change: &mut Change<'_>, visit: VisitId) -> Verdict {
    let waiting = change.after.visits.iter_mut().find(|candidate| {
        candidate.id == visit
            && candidate
                .finish()
                .is_some_and(|(.., standing)| standing == Standing::Unconfirmed)
    });
    let Some(waiting) = waiting else {
        return Verdict::recorded(code::NOT_FOUND);
    };
    set_standing(waiting, Standing::Counts);
    Verdict::APPLIED
}

/// The worker takes the own latest move back, within the undo window.
pub(super) fn undo(change: &mut Change<'_>, op: OpId) -> Verdict {
    let received = change.received;
    let Some(visit) = change.after.visits.iter_mut().find(|visit| visit.last_move == op) else {
        return Verdict::recorded(code::NOT_FOUND);
    };
    if visit.worker != received.hand.worker {
        return Verdict::recorded(code::NOT_YOURS);
    }
    let ended = visit.ended_at.map(|ended| received.occurred.at - ended.at);
    if ended.is_some_and(|ago| ago - received.undo_window > UNDO_GRACE) {
        return Verdict::recorded(code::UNDO_TOO_LATE);
    }
    let id = visit.id;
    if visit.finish().is_some() && received.notice_left == NoticeLeft::Yes {
        set_standing(visit, Standing::Unconfirmed);
        change.open_conflict(ConflictField::Undo, Attention::Review, code::UNDO_AFTER_NOTICE);
        return Verdict {
            outcome: ReceiptOutcome::AppliedConflict,
            code: code::UNDO_AFTER_NOTICE,
        };
    }
    let was_finished = visit.finish().is_some();
    step_back(visit, received.occurred);
    visit.last_move = change.operation.op_id;
    if was_finished {
        change.effects.push(Effect::TakenBack { visit: id });
    }
    Verdict::APPLIED
}

/// Drops the visit's latest time and returns to the state that the earlier ones tell.
fn step_back(visit: &mut Visit, now: Occurred) {
    let ended_at = visit.ended_at.take();
    if ended_at.is_none() {
        match visit.state {
            VisitState::OnSite => {
                visit.on_site_at = None;
                visit.working_since = None;
            }
            VisitState::EnRoute => visit.en_route_at = None,
            _ => {}
        }
    }
    visit.state = if visit.on_site_at.is_some() {
        VisitState::OnSite
    } else if visit.en_route_at.is_some() {
        VisitState::EnRoute
    } else {
        VisitState::Accepted
    };
    // A finish that is taken back was none; what lay between a pause and its undo is not known to have been work.
    visit.keep_time(ended_at.unwrap_or(now));
}

/// The author hides an own note or photo.
pub(super) fn hide(change: &mut Change<'_>, target: HideTarget) -> Verdict {
    let worker = change.received.hand.worker;
    let found = match target {
        HideTarget::Note(op) => {
            let note = change.after.notes.iter_mut().find(|note| note.op == op);
            note.map(|note| (note.worker, &mut note.hidden))
        }
        HideTarget::Photo(op) => {
            let photo = change.after.photos.iter_mut().find(|photo| photo.op == op);
            photo.map(|photo| (photo.worker, &mut photo.hidden))
        }
    };
    match found {
        None => Verdict::recorded(code::NOT_FOUND),
        Some((author, _)) if author != worker => Verdict::recorded(code::NOT_YOURS),
        Some((_, hidden)) => {
            *hidden = true;
            Verdict::APPLIED
        }
    }
}
