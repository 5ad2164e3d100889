//! When who reported is forgotten. What was wrong, where, and what was done stays: it says nothing of anybody.

use crate::domain::RequestStage;
use crate::unit::{Millis, WallTime};

/// How long a town keeps what concerns persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// After an end, for so long.
    pub after_end: Millis,
}

/// May it be forgotten at `now`? Never before the end, and not while its citizen can reopen it.
#[must_use]
pub fn is_over(
    stage: RequestStage,
    since: WallTime,
    keeping: Keeping,
    reopen_window: Millis,
    now: WallTime,
) -> bool {
    let kept = keeping.after_end.max(reopen_window);
    stage.is_terminal() && since + kept < now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_forgotten_before_the_end_or_while_it_can_be_reopened() {
        let keeping = Keeping {
            after_end: Millis::from_days(2),
        };
        let check = |stage, days, window: i64| {
            let now = WallTime(0) + Millis::from_days(days);
            is_over(stage, WallTime(0), keeping, Millis::from_days(window), now)
        };
        assert!(!check(RequestStage::Done, 2, 1));
        assert!(check(RequestStage::Done, 3, 1));
        assert!(!check(RequestStage::Done, 14, 14));
        assert!(check(RequestStage::NotDone, 15, 14));
        assert!(!check(RequestStage::Reopened, 99, 14));
    }
}
