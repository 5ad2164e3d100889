//! Each rule of SYNC.md by its number, over the whole router.

mod bad_input;
mod enrolment;
mod packed;
mod rescue;
mod rule_01_numbering;
mod rule_02_nothing_dropped;
mod rule_04_scopes;
mod rule_05_membership;
mod rule_06_merge;
mod rule_07_late_completion;
mod rule_07_merged;
mod rule_08_clock;
mod rule_10_snapshot;
mod rule_11_restored;
mod rule_12_recorded;
mod rule_12_versions;
mod rule_14_constant;
mod several_servers;
mod waiting;

use kuitti_shared::domain::{Extent, Outcome};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::{Receipt, ReceiptOutcome};

fn done() -> Action {
    Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    }
}

fn note(text: &str) -> Action {
    Action::Note { text: text.into() }
}

/// Outcomes and codes of receipts.
fn verdicts(receipts: &[Receipt]) -> Vec<(ReceiptOutcome, &str)> {
    receipts
        .iter()
        .map(|receipt| (receipt.outcome, receipt.code.as_str()))
        .collect()
}
