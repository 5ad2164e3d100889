//! Sentences that several screens say about the engine's answers.

use kuitti_engine::protocol::{Held, Problem, ReceiptState};
use kuitti_shared::operation::Kind;
use kuitti_text::Text;

/// What is wrong, and what happens next.
pub(super) fn problem(text: Text, problem: &Problem) -> String {
    let key = format!("phone-problem-{}", problem.code().replace('_', "-"));
    match problem {
        Problem::OtherWorkersWork { worker } => text.say(&key, [("worker", worker.as_str().into())]),
        _ => text.say(&key, []),
    }
}

/// The name of a kind, as in `accept`: part of the keys of words about it.
pub(super) const fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Accept => "accept",
        Kind::Decline => "decline",
        Kind::HandBack => "hand-back",
        Kind::EnRoute => "en-route",
        Kind::Start => "start",
        Kind::Pause => "pause",
        Kind::Resume => "resume",
        Kind::Check => "check",
        Kind::Measure => "measure",
        Kind::Note => "note",
        Kind::Photo => "photo",
        Kind::CouldNot => "could-not",
        Kind::Material => "material",
        Kind::Time => "time",
        Kind::Suggest => "suggest",
        Kind::Finish => "finish",
        Kind::Confirm => "confirm",
        Kind::Undo => "undo",
        Kind::Report => "report",
        Kind::Hide => "hide",
    }
}

/// What was done, as a receipt names it.
pub(super) fn operation(text: Text, kind: Option<Kind>) -> String {
    text.say(&format!("operation-{}", kind.map_or("unknown", code)), [])
}

/// Where something is, in a sentence.
pub(super) fn receipt(text: Text, state: &ReceiptState) -> String {
    match state {
        ReceiptState::OnThisPhone => text.say("receipt-state-on-phone", []),
        ReceiptState::Arrived => text.say("receipt-state-arrived", []),
        ReceiptState::Applied => text.say("receipt-state-applied", []),
        ReceiptState::NeedsAttention { code } => {
            let key = format!("receipt-{}", code.replace('_', "-"));
            if text.knows(&key) {
                text.say(&key, [])
            } else {
                text.say("receipt-unknown", [("code", code.as_str().into())])
            }
        }
    }
}

/// The value of `data-state` that colours a slip.
pub(super) const fn slip_state(state: &ReceiptState) -> &'static str {
    match state {
        ReceiptState::OnThisPhone => "on_phone",
        ReceiptState::Arrived => "arrived",
        ReceiptState::Applied => "applied",
        ReceiptState::NeedsAttention { .. } => "attention",
    }
}

/// Of two sentences the one for what photos wait for: Wi-Fi, or the worker's word.
pub(super) const fn held(held: Held, [wifi, word]: [&'static str; 2]) -> &'static str {
    match held {
        Held::ForWifi => wifi,
        Held::ForWord => word,
    }
}
