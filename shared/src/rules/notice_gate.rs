//! The gate of a notice: told once, told the truth (DESIGN.md section 6).
//!
//! A notice leaves only when every condition holds; the first that does not is the reason the office sees.

use crate::domain::{NoticeProof, NoticeStage, OrderAggregate, WaitReason};
use crate::unit::WallTime;

/// What the gate needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The citizen asked for this and has not opted out.
    pub wanted: bool,
    /// What the notice says is no longer so.
    pub contradicted: bool,
    /// The office holds it.
    pub held_by_office: bool,
    /// A person has to decide something first.
    pub conflict_open: bool,
    /// A completion waits for another's word.
    pub unconfirmed: bool,
    /// Photos that prove it and have not arrived.
    pub proof_missing: u32,
    /// Until when the worker can take it back.
    pub undo_until: Option<WallTime>,
    /// Until when people sleep; `None` for urgent matters.
    pub quiet_until: Option<WallTime>,
}

/// What the gate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Send it now.
    Open,
    /// Not yet.
    Shut(WaitReason),
    /// Never; the code says why.
    Cancel(&'static str),
}

/// The citizen did not ask for it.
pub const NOT_WANTED: &str = "not_wanted";
/// It is no longer true.
pub const CONTRADICTED: &str = "contradicted";

/// The verdict at `now`, in the order in which a person would ask.
#[must_use]
pub fn judge(facts: Facts, now: WallTime) -> Verdict {
    if facts.contradicted {
        return Verdict::Cancel(CONTRADICTED);
    }
    if !facts.wanted {
        return Verdict::Cancel(NOT_WANTED);
    }
    let later = |until: Option<WallTime>| until.filter(|until| *until > now);
    if facts.held_by_office {
        Verdict::Shut(WaitReason::Office)
    } else if facts.conflict_open {
        Verdict::Shut(WaitReason::Conflict)
    } else if facts.unconfirmed {
        Verdict::Shut(WaitReason::Confirmation)
    } else if let Some(until) = later(facts.undo_until) {
        Verdict::Shut(WaitReason::UndoWindow { until })
    } else if facts.proof_missing > 0 {
        Verdict::Shut(WaitReason::Proof {
            missing: facts.proof_missing,
        })
    } else if let Some(until) = later(facts.quiet_until) {
        Verdict::Shut(WaitReason::QuietHours { until })
    } else {
        Verdict::Open
    }
}

/// How many photos of the current closure still have to arrive, where the category asks for proof of `stage`.
#[must_use]
pub fn proof_missing(aggregate: &OrderAggregate, proof: NoticeProof, stage: NoticeStage) -> u32 {
    let needs_proof = stage == NoticeStage::Done && proof == NoticeProof::PhotosArrived;
    if !needs_proof {
        return 0;
    }
    let missing = aggregate
        .photos
        .iter()
        .filter(|photo| !photo.arrived && !photo.hidden)
        .count();
    u32::try_from(missing).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: WallTime = WallTime(1_000);

    fn clear() -> Facts {
        Facts {
            wanted: true,
            contradicted: false,
            held_by_office: false,
            conflict_open: false,
            unconfirmed: false,
            proof_missing: 0,
            undo_until: None,
            quiet_until: None,
        }
    }

    #[track_caller]
    fn check(change: impl Fn(&mut Facts), expected: Verdict) {
        let mut facts = clear();
        change(&mut facts);
        assert_eq!(judge(facts, NOW), expected);
    }

    #[test]
    fn each_condition_shuts_the_gate_alone() {
        let later = WallTime(1_001);
        check(|_| (), Verdict::Open);
        check(|facts| facts.contradicted = true, Verdict::Cancel(CONTRADICTED));
        check(|facts| facts.wanted = false, Verdict::Cancel(NOT_WANTED));
        check(
            |facts| facts.held_by_office = true,
            Verdict::Shut(WaitReason::Office),
        );
        check(
            |facts| facts.conflict_open = true,
            Verdict::Shut(WaitReason::Conflict),
        );
        check(
            |facts| facts.unconfirmed = true,
            Verdict::Shut(WaitReason::Confirmation),
        );
        check(
            |facts| facts.proof_missing = 2,
            Verdict::Shut(WaitReason::Proof { missing: 2 }),
        );
        check(
            |facts| facts.undo_until = Some(later),
            Verdict::Shut(WaitReason::UndoWindow { until: later }),
        );
        check(
            |facts| facts.quiet_until = Some(later),
            Verdict::Shut(WaitReason::QuietHours { until: later }),
        );
    }

    #[test]
    fn a_time_that_has_come_opens_the_gate() {
        check(|facts| facts.undo_until = Some(NOW), Verdict::Open);
        check(|facts| facts.quiet_until = Some(WallTime(5)), Verdict::Open);
    }

    #[test]
    fn what_is_no_longer_true_is_cancelled_even_while_it_waits() {
        check(
            |facts| {
                facts.contradicted = true;
                facts.undo_until = Some(WallTime(9_999));
            },
            Verdict::Cancel(CONTRADICTED),
        );
    }
}
