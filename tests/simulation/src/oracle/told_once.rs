//! A citizen is told a thing once: one notice a key; and a provider that doubles gets even that only once.

use std::collections::BTreeSet;

use kuitti_server::notices::sender::Repetition;

use super::Violation;
use crate::town::Town;

pub(crate) fn check(town: &Town) -> Result<(), Violation> {
    let recognises_keys = town.server.provider.repetition() == Repetition::Harmless;
    for (key, notices) in town.ledger.by_key() {
        let distinct: BTreeSet<_> = notices.iter().collect();
        let times = if recognises_keys {
            distinct.len()
        } else {
            notices.len()
        };
        if times > 1 {
            let (request, stage, occurrence, ..) = key;
            let what =
                format!("{stage:?} (occurrence {occurrence}) of request {request} was told {times} times");
            return Err(Violation::of("told_once", what));
        }
    }
    Ok(())
}
