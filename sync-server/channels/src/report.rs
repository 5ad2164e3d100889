//! What a provider says: what became of an attempt, receipts that come later, and what people answer.

use async_trait::async_trait;

/// What became of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submission {
    /// The provider has it.
    Taken {
        /// Its reference for each part, in a form that receipts are compared in; empty where it gives none.
        references: Vec<String>,
    },
    /// The provider will never take it.
    Refused {
        /// Its reason, for the office.
        reason: String,
    },
    /// It certainly did not leave as a whole; another attempt may work.
    Later {
        /// The reason, for the office.
        reason: String,
    },
    /// Nobody knows whether it left.
    Unknown {
        /// What is known, for the office.
        reason: String,
    },
}

/// What became of a part, as the network says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The phone has it.
    Delivered,
    /// The phone will never have it.
    Failed {
        /// The network's reason, for the office.
        reason: String,
    },
    /// Neither yet.
    OnItsWay,
}

/// A delivery receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The references that it may mean, the likeliest first: some providers write the same number in another base.
    pub references: Vec<String>,
    /// The phone, in digits, where the receipt names it.
    pub phone: Option<String>,
    /// What it says.
    pub outcome: Outcome,
}

/// A text that came from a phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// The phone, as the provider writes it; with a plus where it is known to be international.
    pub from: String,
    /// What it says.
    pub text: String,
}

/// Something that the provider brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// What became of a message.
    Receipt(Receipt),
    /// What somebody wrote.
    Text(TextMessage),
}

/// It could not be stored: the provider shall bring it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what the provider brought could not be stored")]
pub struct NotTaken;

/// Whoever keeps what a provider brings. It is acknowledged only after this returned.
#[async_trait]
pub trait Receiver: Send + Sync {
    /// Keeps it, however often it comes.
    async fn take(&self, incoming: Incoming) -> Result<(), NotTaken>;
}

/// The form in which references are compared: providers pad them and change their case.
#[must_use]
pub fn reference(written: &str) -> String {
    let lower = written.trim().to_ascii_lowercase();
    let short = lower.trim_start_matches('0');
    if short.is_empty() { lower } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_and_case_do_not_tell_references_apart() {
        for (written, expected) in [("00001A2b", "1a2b"), (" 7 ", "7"), ("000", "000"), ("A-0", "a-0")] {
            assert_eq!(reference(written), expected);
        }
    }
}
