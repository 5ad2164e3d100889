//! Which messages a request must have, decided without touching anything: told once, told the truth.
//!
//! ```text
//!                    what is true now, or claimed
//! message            the same         something else
//! ----------------   --------------   ----------------------------------------
//! not there          add it           -
//! waits              leave it         cancel it: contradicted
//! contradicted       revive it        -
//! left               leave it         correct it once
//! ```
//! A correction counts as having told what is true now, and what is told after it belongs to a new occurrence of the request. So
//! does what is told after a reopening, which is corrected too: the citizen still believes the first word. "Made safe" is not
//! contradicted by what follows it.
//!
//! What a citizen took back needs no correction by us: they said so themselves. News before the end (scheduled, on the way) and
//! the answer to a reopening are true for a while: what is overtaken before it left never leaves.

use super::notice_gate::CONTRADICTED;
use super::request_truth::Truth;
use crate::domain::{NoticeChannel, NoticeStage, NoticeState};
use crate::id::NoticeId;

/// A correction, or an earlier message, says it already.
pub const ALREADY_TOLD: &str = "already_told";
/// The same person hears it about another report of the same problem. Not knowledge of its own: whoever corrects that word
/// corrects it there, once.
pub const TOLD_WITH_ANOTHER: &str = "told_with_another";

/// Things have moved on before it left.
pub const OVERTAKEN: &str = "overtaken";

/// A message that is there, as the plan sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeFacts {
    /// Id.
    pub id: NoticeId,
    /// What it is about.
    pub stage: NoticeStage,
    /// Which occurrence of the request.
    pub occurrence: u32,
    /// How it travels.
    pub channel: NoticeChannel,
    /// To whom.
    pub recipient: String,
    /// Where it stands.
    pub state: NoticeState,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A message about this stage for everybody who wants one.
    Tell(NoticeStage),
    /// A message that was cancelled is true again.
    Revive(NoticeId),
    /// A message must not leave.
    Cancel(NoticeId, &'static str),
    /// Somebody was told what is not so.
    Correct {
        /// In which occurrence.
        occurrence: u32,
        /// How.
        channel: NoticeChannel,
        /// Who.
        recipient: String,
    },
    /// What is told from now on belongs to a new occurrence of the request.
    NextOccurrence,
    /// Nobody needs a message about this stage: they know.
    Known(NoticeStage),
}

/// What has to be done so that the messages of a request fit the truth. Empty when they do.
#[must_use]
pub fn plan(truth: Truth, occurrence: u32, notices: &[NoticeFacts]) -> Vec<Step> {
    let worth = truth.worth_telling();
    let is_now = |notice: &NoticeFacts| notice.occurrence == occurrence;
    let holds = |notice: &NoticeFacts| is_now(notice) && Some(notice.stage) == worth;
    let news = |notice: &NoticeFacts| is_now(notice) && Some(notice.stage) == truth.progress;
    let passing = notices.iter().filter(|notice| passes(notice.stage));
    let mut steps: Vec<Step> = passing
        .filter_map(|notice| settle(notice, holds(notice) || news(notice)))
        .collect();
    let told = last_word(notices, truth.taken_back);
    let corrections: Vec<&NoticeFacts> = told
        .first()
        .map_or_else(Vec::new, |told| corrections(notices, told.occurrence));
    match told.first() {
        // A correction waits, and what the citizen was told before is true again: there is nothing to correct.
        Some(word) if Some(word.stage) == worth && corrections.iter().any(|notice| waits(&notice.state)) => {
            let waiting = corrections.iter().filter(|notice| waits(&notice.state));
            steps.extend(waiting.map(|notice| Step::Cancel(notice.id, CONTRADICTED)));
            steps.extend(worth.map(Step::Known));
        }
        Some(word) if Some(word.stage) != worth && corrections.is_empty() && truth.claimed.is_none() => {
            let next = (word.occurrence == occurrence).then_some(Step::NextOccurrence);
            let said_by_it = notices
                .iter()
                .filter(|notice| holds(notice) && waits(&notice.state));
            steps.extend(said_by_it.map(|notice| Step::Cancel(notice.id, ALREADY_TOLD)));
            steps.extend(told.iter().map(|told| correct(told)));
            steps.extend(next);
            steps.extend(worth.map(Step::Known));
        }
        _ => {
            let missing = worth.filter(|_| !notices.iter().any(holds));
            steps.extend(missing.map(Step::Tell));
        }
    }
    let missing = truth.progress.filter(|_| !notices.iter().any(news));
    steps.extend(missing.map(Step::Tell));
    steps
}

/// The latest final word that the citizen knows and did not take back, once for each way it travelled.
fn last_word(notices: &[NoticeFacts], taken_back: Option<u32>) -> Vec<&NoticeFacts> {
    let stands = |notice: &&NoticeFacts| taken_back.is_none_or(|last| notice.occurrence > last);
    let words = notices
        .iter()
        .filter(|notice| is_final(notice.stage) && knows(&notice.state))
        .filter(stands);
    let Some(latest) = words.clone().map(|notice| notice.occurrence).max() else {
        return Vec::new();
    };
    words.filter(|notice| notice.occurrence == latest).collect()
}

/// Corrections of an occurrence that were not dropped.
fn corrections(notices: &[NoticeFacts], occurrence: u32) -> Vec<&NoticeFacts> {
    let corrections = notices
        .iter()
        .filter(|notice| notice.stage == NoticeStage::Corrected && notice.occurrence == occurrence);
    corrections
        .filter(|notice| !matches!(notice.state, NoticeState::Cancelled { .. }))
        .collect()
}

fn correct(told: &NoticeFacts) -> Step {
    Step::Correct {
        occurrence: told.occurrence,
        channel: told.channel,
        recipient: told.recipient.clone(),
    }
}

/// A word after which nothing more is expected.
const fn is_final(stage: NoticeStage) -> bool {
    matches!(stage, NoticeStage::Done | NoticeStage::NotDone)
}

/// Messages that are true only as long as things stand so.
const fn passes(stage: NoticeStage) -> bool {
    stage.reports_work() || matches!(stage, NoticeStage::Reopened)
}

fn settle(notice: &NoticeFacts, holds: bool) -> Option<Step> {
    let reason = untrue(notice.stage);
    match &notice.state {
        NoticeState::Waiting { .. } if !holds => Some(Step::Cancel(notice.id, reason)),
        NoticeState::Cancelled { reason: was } if holds && was == reason => Some(Step::Revive(notice.id)),
        _ => None,
    }
}

/// Why a message no longer holds.
const fn untrue(stage: NoticeStage) -> &'static str {
    match stage {
        NoticeStage::Scheduled | NoticeStage::OnTheWay | NoticeStage::Reopened => OVERTAKEN,
        _ => CONTRADICTED,
    }
}

/// Does the citizen believe it, from this message or from one that said the same?
fn knows(state: &NoticeState) -> bool {
    has_left(state) || matches!(state, NoticeState::Cancelled { reason } if reason == ALREADY_TOLD)
}

/// Has the citizen been told, as far as anybody knows? A lease is a message on its way.
#[must_use]
pub const fn has_left(state: &NoticeState) -> bool {
    matches!(
        state,
        NoticeState::Leased | NoticeState::Sent | NoticeState::Delivered | NoticeState::Uncertain
    )
}

const fn waits(state: &NoticeState) -> bool {
    matches!(state, NoticeState::Waiting { .. })
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use uuid::Uuid;

    use super::*;
    use crate::domain::RequestStage;

    fn notice(stage: NoticeStage, occurrence: u32, state: NoticeState) -> NoticeFacts {
        NoticeFacts {
            id: NoticeId(Uuid::from_u128(1)),
            stage,
            occurrence,
            channel: NoticeChannel::Sms,
            recipient: "+358401234412".to_owned(),
            state,
        }
    }

    const WAITING: NoticeState = NoticeState::Waiting { reason: None };

    fn is(stage: RequestStage) -> Truth {
        Truth::plain(stage)
    }

    fn claimed(stage: RequestStage) -> Truth {
        Truth {
            claimed: Some(stage),
            ..Truth::plain(RequestStage::InWork)
        }
    }

    fn news(stage: RequestStage, progress: NoticeStage) -> Truth {
        Truth {
            progress: Some(progress),
            ..Truth::plain(stage)
        }
    }

    /// The citizen took back the end of the first occurrence.
    fn taken_back(stage: RequestStage) -> Truth {
        Truth {
            taken_back: Some(0),
            ..Truth::plain(stage)
        }
    }

    fn correct(occurrence: u32) -> Step {
        Step::Correct {
            occurrence,
            channel: NoticeChannel::Sms,
            recipient: "+358401234412".to_owned(),
        }
    }

    fn came_back() -> Truth {
        Truth {
            progress: Some(NoticeStage::Reopened),
            ..taken_back(RequestStage::Reopened)
        }
    }

    #[track_caller]
    fn check(truth: Truth, notices: &[NoticeFacts], expected: &[Step]) {
        let occurrence = notices.iter().map(|notice| notice.occurrence).max().unwrap_or(0);
        assert_eq!(plan(truth, occurrence, notices), expected);
    }

    #[test]
    fn nothing_is_told_before_there_is_something_to_tell() {
        for stage in [
            RequestStage::Received,
            RequestStage::Planned,
            RequestStage::InWork,
        ] {
            check(is(stage), &[], &[]);
        }
    }

    #[test]
    fn an_end_is_told_once() {
        check(is(RequestStage::Done), &[], &[Step::Tell(NoticeStage::Done)]);
        check(
            is(RequestStage::Done),
            &[notice(NoticeStage::Done, 0, WAITING)],
            &[],
        );
        check(
            is(RequestStage::Done),
            &[notice(NoticeStage::Done, 0, NoticeState::Sent)],
            &[],
        );
        check(
            is(RequestStage::NotDone),
            &[],
            &[Step::Tell(NoticeStage::NotDone)],
        );
    }

    #[test]
    fn a_claim_makes_a_message_that_waits_for_its_confirmation() {
        check(claimed(RequestStage::Done), &[], &[Step::Tell(NoticeStage::Done)]);
    }

    #[test]
    fn what_is_taken_back_in_time_never_leaves_and_can_come_true_again() {
        let waiting = notice(NoticeStage::Done, 0, WAITING);
        check(
            is(RequestStage::InWork),
            from_ref(&waiting),
            &[Step::Cancel(waiting.id, CONTRADICTED)],
        );
        let cancelled = notice(
            NoticeStage::Done,
            0,
            NoticeState::Cancelled {
                reason: CONTRADICTED.to_owned(),
            },
        );
        check(is(RequestStage::InWork), from_ref(&cancelled), &[]);
        check(
            is(RequestStage::Done),
            from_ref(&cancelled),
            &[Step::Revive(cancelled.id)],
        );
    }

    #[test]
    fn what_was_told_and_is_not_so_is_corrected_once() {
        let told = notice(NoticeStage::Done, 0, NoticeState::Sent);
        check(
            is(RequestStage::InWork),
            from_ref(&told),
            &[correct(0), Step::NextOccurrence],
        );
        let corrected = [told, notice(NoticeStage::Corrected, 0, NoticeState::Sent)];
        assert_eq!(plan(is(RequestStage::InWork), 1, &corrected), []);
        assert_eq!(
            plan(is(RequestStage::Done), 1, &corrected),
            [Step::Tell(NoticeStage::Done)]
        );
    }

    #[test]
    fn a_correction_waits_until_somebody_has_decided() {
        let told = notice(NoticeStage::Done, 0, NoticeState::Sent);
        check(claimed(RequestStage::Done), from_ref(&told), &[]);
        check(
            claimed(RequestStage::NotDone),
            &[told],
            &[Step::Tell(NoticeStage::NotDone)],
        );
    }

    #[test]
    fn a_correction_says_the_new_end_itself() {
        let told = notice(NoticeStage::Done, 0, NoticeState::Sent);
        check(
            is(RequestStage::NotDone),
            &[told],
            &[
                correct(0),
                Step::NextOccurrence,
                Step::Known(NoticeStage::NotDone),
            ],
        );
    }

    #[test]
    fn a_correction_that_has_not_left_is_dropped_when_the_first_word_is_true_again() {
        let told = notice(NoticeStage::Done, 0, NoticeState::Sent);
        let correction = notice(NoticeStage::Corrected, 0, WAITING);
        let steps = plan(is(RequestStage::Done), 1, &[told, correction.clone()]);
        assert_eq!(
            steps,
            [
                Step::Cancel(correction.id, CONTRADICTED),
                Step::Known(NoticeStage::Done)
            ]
        );
    }

    #[test]
    fn what_a_correction_told_can_be_refuted_too() {
        let already = NoticeState::Cancelled {
            reason: ALREADY_TOLD.to_owned(),
        };
        let known = notice(NoticeStage::NotDone, 1, already);
        check(
            is(RequestStage::Planned),
            &[known],
            &[correct(1), Step::NextOccurrence],
        );
    }

    #[test]
    fn what_is_told_with_another_report_is_corrected_with_it_alone() {
        let with_another = NoticeState::Cancelled {
            reason: TOLD_WITH_ANOTHER.to_owned(),
        };
        let row = notice(NoticeStage::Done, 0, with_another);
        check(is(RequestStage::Done), from_ref(&row), &[]);
        check(is(RequestStage::InWork), from_ref(&row), &[]);
    }

    #[test]
    fn made_safe_is_followed_by_done_without_a_correction() {
        let told = notice(NoticeStage::NeedsVisit, 0, NoticeState::Sent);
        check(is(RequestStage::InWork), from_ref(&told), &[]);
        check(is(RequestStage::Done), &[told], &[Step::Tell(NoticeStage::Done)]);
    }

    #[test]
    fn news_that_is_overtaken_before_it_left_never_leaves() {
        let planned = news(RequestStage::Planned, NoticeStage::Scheduled);
        check(planned, &[], &[Step::Tell(NoticeStage::Scheduled)]);
        let waiting = notice(NoticeStage::Scheduled, 0, WAITING);
        check(planned, from_ref(&waiting), &[]);
        check(
            news(RequestStage::InWork, NoticeStage::OnTheWay),
            from_ref(&waiting),
            &[
                Step::Cancel(waiting.id, OVERTAKEN),
                Step::Tell(NoticeStage::OnTheWay),
            ],
        );
        let overtaken = NoticeState::Cancelled {
            reason: OVERTAKEN.to_owned(),
        };
        let gone = notice(NoticeStage::Scheduled, 0, overtaken);
        check(planned, from_ref(&gone), &[Step::Revive(gone.id)]);
        let sent = notice(NoticeStage::Scheduled, 0, NoticeState::Sent);
        check(is(RequestStage::InWork), &[sent], &[]);
    }

    #[test]
    fn who_takes_back_the_end_is_answered_and_not_corrected() {
        let told = notice(NoticeStage::Done, 0, NoticeState::Sent);
        assert_eq!(
            plan(came_back(), 1, from_ref(&told)),
            [Step::Tell(NoticeStage::Reopened)]
        );
        let answer = notice(NoticeStage::Reopened, 1, NoticeState::Sent);
        let both = [told, answer];
        assert_eq!(plan(taken_back(RequestStage::Planned), 1, &both), []);
        assert_eq!(
            plan(taken_back(RequestStage::Done), 1, &both),
            [Step::Tell(NoticeStage::Done)],
            "the second end is told as the first was"
        );
    }

    #[test]
    fn the_end_after_a_reopening_is_corrected_like_any_other() {
        let again = notice(NoticeStage::Done, 1, NoticeState::Sent);
        check(
            taken_back(RequestStage::InWork),
            &[again],
            &[correct(1), Step::NextOccurrence],
        );
    }

    #[test]
    fn a_word_that_has_not_left_when_it_is_taken_back_stays_here() {
        let waiting = notice(NoticeStage::Done, 0, WAITING);
        assert_eq!(
            plan(came_back(), 1, from_ref(&waiting)),
            [
                Step::Cancel(waiting.id, CONTRADICTED),
                Step::Tell(NoticeStage::Reopened)
            ]
        );
    }
}
