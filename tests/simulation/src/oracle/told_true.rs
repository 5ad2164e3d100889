//! A citizen is told the truth: nothing of work that was undone, cancelled or is not done, and nothing within the undo
//! window.

use super::Violation;
use crate::people::UNDO_WINDOW_SECONDS;
use crate::town::Town;

pub(crate) fn check(town: &Town) -> Result<(), Violation> {
    for told in town.ledger.told() {
        let (request, stage, ..) = &told.key;
        if !stage.reports_work() {
            continue;
        }
        if !told.truth.says(*stage) {
            let what = format!("request {request} was told {stage:?} while {:?}", told.truth);
            return Err(Violation::of("told_true", what));
        }
        if told.waited < i64::from(UNDO_WINDOW_SECONDS) * 1_000 {
            let what = format!("request {request} was told {stage:?} after {} ms", told.waited);
            return Err(Violation::of("told_true", what));
        }
    }
    Ok(())
}
