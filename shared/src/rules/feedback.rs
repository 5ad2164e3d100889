//! What a citizen may still say about the end of a request.
//!
//! | the request | rate | reopen |
//! |---|---|---|
//! | has not ended, or the worker can still take it back | no | no |
//! | done | once | once, within the town's time |
//! | not done | no | once, within the town's time |
//!
//! A reopening is the citizen's word. It takes the end back for this request and nobody else's: the office decides what
//! follows, and other citizens are corrected only when it takes the order up again.

use crate::domain::{EndedOrder, Feedback, OrderAggregate, RequestStage};
use crate::unit::{Millis, WallTime};

/// How long things may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// A worker can take an end back for so long.
    pub undo_window: Millis,
    /// A citizen can reopen for so long; never, with none.
    pub reopen_window: Millis,
}

/// What may be said now about the present end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaySay {
    /// When the request ended.
    pub about: WallTime,
    /// One to five.
    pub rate: bool,
    /// "It is not so", until then.
    pub reopen_until: Option<WallTime>,
}

/// What may be said at `now` about a request that came to `stage` at `since`.
#[must_use]
pub fn may_say(
    stage: RequestStage,
    since: WallTime,
    said: &[Feedback],
    terms: Terms,
    now: WallTime,
) -> Option<MaySay> {
    if !stage.is_terminal() || now < since + terms.undo_window {
        return None;
    }
    let said = said.iter().find(|feedback| feedback.about == since);
    let until = since + terms.reopen_window;
    let reopened = said.is_some_and(|said| said.reopening.is_some());
    Some(MaySay {
        about: since,
        rate: stage == RequestStage::Done && said.is_none_or(|said| said.rating.is_none()),
        reopen_until: Some(until).filter(|until| !reopened && now <= *until),
    })
}

/// The work that a reopening doubts: all that serves the request, as it stands.
pub fn doubted<'a>(orders: impl IntoIterator<Item = &'a OrderAggregate>) -> Vec<EndedOrder> {
    let ended = |order: &OrderAggregate| EndedOrder {
        order: order.order.id,
        closure: order.order.closure,
    };
    orders.into_iter().map(ended).collect()
}

/// Does this order still speak for a request about which that was said?
#[must_use]
pub fn speaks(order: &OrderAggregate, said: &[Feedback]) -> bool {
    let doubts = said.iter().filter_map(|feedback| feedback.reopening.as_ref());
    let open = doubts.filter(|reopening| reopening.upheld_at.is_none());
    let mut doubted = open.flat_map(|reopening| &reopening.doubted);
    !doubted.any(|ended| ended.order == order.order.id && ended.closure == order.order.closure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Rated, Rating, Reopening};

    const END: WallTime = WallTime(1_000_000);
    const TERMS: Terms = Terms {
        undo_window: Millis::from_seconds(120),
        reopen_window: Millis::from_days(14),
    };

    fn at(seconds: i64) -> WallTime {
        END + Millis::from_seconds(seconds)
    }

    fn say(stage: RequestStage, said: &[Feedback], now: WallTime) -> Option<(bool, bool)> {
        let may = may_say(stage, END, said, TERMS, now)?;
        Some((may.rate, may.reopen_until.is_some()))
    }

    fn reopened() -> Feedback {
        Feedback {
            reopening: Some(Reopening {
                at: at(300),
                reason: "still dark".to_owned(),
                photos: Vec::new(),
                occurrence: 0,
                doubted: Vec::new(),
                upheld_at: None,
            }),
            ..Feedback::about(END)
        }
    }

    #[test]
    fn nothing_is_said_about_what_has_not_ended_or_can_be_taken_back() {
        assert_eq!(say(RequestStage::InWork, &[], at(600)), None);
        assert_eq!(say(RequestStage::Done, &[], at(119)), None);
        assert_eq!(say(RequestStage::Done, &[], at(120)), Some((true, true)));
    }

    #[test]
    fn an_end_is_rated_once_and_reopened_once() {
        let rated = Feedback {
            rating: Rating::try_from(4).ok().map(|rating| Rated {
                rating,
                words: String::new(),
                at: at(200),
            }),
            ..Feedback::about(END)
        };
        assert_eq!(say(RequestStage::Done, &[rated], at(600)), Some((false, true)));
        assert_eq!(
            say(RequestStage::Done, &[reopened()], at(600)),
            Some((true, false))
        );
        let earlier = Feedback {
            about: WallTime(1),
            ..reopened()
        };
        assert_eq!(say(RequestStage::Done, &[earlier], at(600)), Some((true, true)));
    }

    #[test]
    fn what_was_not_done_is_not_rated_and_everything_has_its_time() {
        assert_eq!(say(RequestStage::NotDone, &[], at(600)), Some((false, true)));
        let late = END + Millis::from_days(14);
        assert_eq!(say(RequestStage::Done, &[], late), Some((true, true)));
        assert_eq!(
            say(RequestStage::Done, &[], late + Millis(1)),
            Some((true, false))
        );
    }
}
