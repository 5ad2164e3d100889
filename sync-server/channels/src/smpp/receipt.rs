//! What a receipt says. SMPP 3.4 has it in TLVs (`receipted_message_id`, `message_state`) and, in appendix B, as words in the
//! text: `id:... sub:... dlvrd:... submit date:... done date:... stat:DELIVRD err:000 text:...`.

use rusmpp::values::MessageState;
use serde::{Deserialize, Serialize};

use crate::report::{Outcome, reference};

/// In which base receipts name a message, beside the answer to its submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ids {
    /// Found out: first as it stands, then in the other base, of messages to the same phone only.
    #[default]
    Either,
    /// As it stands.
    Same,
    /// Hexadecimal in the answer, decimal in the receipt.
    DecimalInReceipts,
    /// Decimal in the answer, hexadecimal in the receipt.
    HexadecimalInReceipts,
}

impl Ids {
    /// The references that an id in a receipt may mean, the likeliest first.
    #[must_use]
    pub fn meant_by(self, id: &str) -> Vec<String> {
        let same = Some(reference(id));
        let in_hexadecimal = || id.trim().parse::<u64>().ok().map(|number| format!("{number:x}"));
        let in_decimal = || {
            u64::from_str_radix(id.trim(), 16)
                .ok()
                .map(|number| number.to_string())
        };
        let mut meant: Vec<String> = match self {
            Self::Same => same.into_iter().collect(),
            Self::DecimalInReceipts => in_hexadecimal().into_iter().collect(),
            Self::HexadecimalInReceipts => in_decimal().into_iter().collect(),
            Self::Either => [same, in_hexadecimal(), in_decimal()]
                .into_iter()
                .flatten()
                .collect(),
        };
        let mut seen = Vec::new();
        meant.retain(|one| {
            let is_new = !seen.contains(one);
            seen.push(one.clone());
            is_new
        });
        meant
    }
}

/// The words of a receipt's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The message's id.
    pub id: Option<String>,
    /// Where it stands.
    pub stat: Option<String>,
    /// The network's error.
    pub err: Option<String>,
}

impl Words {
    /// Reads the words; what stands in `text:` is somebody's message and is not read.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        let end = lower.find(" text:").unwrap_or(text.len());
        let mut words = Self::default();
        for word in text.get(..end).unwrap_or_default().split_whitespace() {
            let Some((key, value)) = word.split_once(':') else {
                continue;
            };
            let value = (!value.is_empty()).then(|| value.to_owned());
            match key.to_ascii_lowercase().as_str() {
                "id" => words.id = value,
                "stat" => words.stat = value,
                "err" => words.err = value,
                _ => {}
            }
        }
        words
    }

    /// What the words say.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let stat = self.stat.as_deref().unwrap_or_default().to_ascii_uppercase();
        match stat.as_str() {
            "DELIVRD" => Outcome::Delivered,
            "EXPIRED" | "DELETED" | "UNDELIV" | "REJECTD" => Outcome::Failed {
                reason: self.reason(&stat),
            },
            _ => Outcome::OnItsWay,
        }
    }

    fn reason(&self, stat: &str) -> String {
        let err = self
            .err
            .as_deref()
            .filter(|err| err.chars().any(|digit| digit != '0'));
        err.map_or_else(|| stat.to_owned(), |err| format!("{stat} {err}"))
    }
}

/// What a `message_state` says; the words tell more about a failure.
pub(super) fn outcome(state: Option<MessageState>, words: &Words) -> Outcome {
    let failed = |stat| Outcome::Failed {
        reason: words.reason(stat),
    };
    match state {
        Some(MessageState::Delivered) => Outcome::Delivered,
        Some(MessageState::Expired) => failed("EXPIRED"),
        Some(MessageState::Deleted) => failed("DELETED"),
        Some(MessageState::Undeliverable) => failed("UNDELIV"),
        Some(MessageState::Rejected) => failed("REJECTD"),
        _ => words.outcome(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_appendix_are_read() {
        let words = Words::read(
            "id:0000006699 sub:001 dlvrd:001 submit date:2611220730 done date:2611220731 stat:DELIVRD err:000 \
             text:stat:UNDELIV id:1",
        );
        assert_eq!(words.id.as_deref(), Some("0000006699"));
        assert_eq!(words.outcome(), Outcome::Delivered);
        let failed = Words::read("ID:1a2b Stat:undeliv ERR:05b Text:");
        let reason = "UNDELIV 05b".to_owned();
        assert_eq!(
            (failed.id.as_deref(), failed.outcome()),
            (Some("1a2b"), Outcome::Failed { reason })
        );
        for nothing_new in ["", "hello", "stat:ENROUTE", "stat:ACCEPTD", "stat:UNKNOWN"] {
            assert_eq!(
                Words::read(nothing_new).outcome(),
                Outcome::OnItsWay,
                "{nothing_new}"
            );
        }
    }

    #[test]
    fn an_id_is_found_in_either_base() {
        let check =
            |ids: Ids, id: &str, expected: &[&str]| assert_eq!(ids.meant_by(id), expected, "{ids:?} {id}");
        check(Ids::Same, "0000006699", &["6699"]);
        check(Ids::DecimalInReceipts, "0000006699", &["1a2b"]);
        check(Ids::HexadecimalInReceipts, "00001A2B", &["6699"]);
        check(Ids::Either, "0000006699", &["6699", "1a2b", "26265"]);
        check(Ids::Either, "1a2b", &["1a2b", "6699"]);
        check(Ids::Either, "7", &["7"]);
        check(Ids::DecimalInReceipts, "b6-11", &[]);
        check(Ids::Either, "b6-11", &["b6-11"]);
    }
}
