//! A visit is finished: SYNC.md rule 7 decides what that does to the order.

use super::progress::{edit_own_visit, settle_unconfirmed};
use super::{Change, Effect, Verdict};
use crate::domain::{ConflictField, Extent, Outcome, Standing, VisitState};
use crate::rules::late_completion::{Attention, Completion, rule, situation};

pub(super) fn apply(
    change: &mut Change<'_>,
    outcome: &Outcome,
    extent: Extent,
    follow_up: Option<&str>,
) -> Verdict {
    let completion = Completion {
        worker: change.received.hand.worker,
        base: change.operation.base,
        outcome,
        extent,
    };
    let ruling = rule(situation(change.before, &completion));
    let at = change.received.occurred;
    let visit = edit_own_visit(change, |visit| {
        visit.state = VisitState::Finished {
            outcome: outcome.clone(),
            extent,
            standing: ruling.standing,
        };
        visit.ended_at = Some(at);
        visit.keep_time(at);
    });
    settle_unconfirmed(&mut change.after);
    if ruling.attention != Attention::None {
        change.open_conflict(ConflictField::Completion, ruling.attention, ruling.code);
    }
    change.effects.push(Effect::Completed {
        visit,
        notice: ruling.notice,
    });
    if let (Standing::Counts, Outcome::DoneNeedsFollowUp) = (ruling.standing, outcome) {
        change.effects.push(Effect::FollowUpWanted {
            what: follow_up.unwrap_or_default().to_owned(),
        });
    }
    Verdict {
        outcome: ruling.outcome,
        code: ruling.code,
    }
}
