//! Who works with this device. Each worker has a store of their own; one of them is shown, and all of them hand in.

use serde::{Deserialize, Serialize};

use super::{Enrolment, Pending, Standing};

/// One of the stores of a device, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StoreNumber(u32);

impl StoreNumber {
    /// The one that every device has.
    pub const FIRST: Self = Self(1);

    /// The one after this.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// What distinguishes the names of its files: nothing for the first, `-2` for the second.
    #[must_use]
    pub fn tail(self) -> String {
        match self {
            Self::FIRST => String::new(),
            Self(number) => format!("-{number}"),
        }
    }

    /// The store with this [`Self::tail`]; none when it is none.
    #[must_use]
    pub fn of_tail(tail: &str) -> Option<Self> {
        if tail.is_empty() {
            return Some(Self::FIRST);
        }
        let number = Self(tail.strip_prefix('-')?.parse().ok()?);
        (number > Self::FIRST && number.tail() == tail).then_some(number)
    }
}

/// A worker who works with this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerHere {
    /// Where the worker's work is.
    pub store: StoreNumber,
    /// Who, and for which town; none when the store does not open.
    pub enrolment: Option<Enrolment>,
    /// What only this device has of the worker.
    pub pending: Pending,
    /// How the office treats the worker's part of the device.
    pub standing: Standing,
    /// Whether the screens show this worker's orders.
    pub shown: bool,
}

#[cfg(test)]
mod tests {
    use super::StoreNumber;

    #[test]
    fn a_tail_names_one_store_and_each_store_has_one_tail() {
        let second = StoreNumber::FIRST.next();
        for number in [StoreNumber::FIRST, second, second.next()] {
            assert_eq!(StoreNumber::of_tail(&number.tail()), Some(number));
        }
        for none in ["-", "-0", "-1", "-02", "-2x", "2", "--2", "-99999999999"] {
            assert_eq!(StoreNumber::of_tail(none), None, "{none}");
        }
    }
}
