//! What came of a visit, as office and worker read it.

use kuitti_shared::domain::{NotDoneReason, Outcome};

use crate::Text;

impl Text {
    /// What came of a visit, with the reason where there is one.
    pub fn outcome(self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Done => self.say("outcome-done", []),
            Outcome::DoneNeedsFollowUp => self.say("outcome-done-needs-follow-up", []),
            Outcome::NotDone(reason) => {
                format!("{}: {}", self.say("outcome-not-done", []), self.not_done(reason))
            }
        }
    }

    fn not_done(self, reason: &NotDoneReason) -> String {
        let key = match reason {
            NotDoneReason::NotFound => "not-done-not-found",
            NotDoneReason::NoAccess => "not-done-no-access",
            NotDoneReason::Unsafe => "not-done-unsafe",
            NotDoneReason::NotOurs => "not-done-not-ours",
            NotDoneReason::NeedsEquipment => "not-done-needs-equipment",
            NotDoneReason::DuplicateOf(number) => {
                return self.say("not-done-duplicate-of", [("number", number.to_string().into())]);
            }
        };
        self.say(key, [])
    }
}
