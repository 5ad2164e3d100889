//! How many checks passed and failed, also as other runners print it.

use std::fmt;
use std::ops::AddAssign;

/// The outcome of some checks.
#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    pub(super) fn one_passed() -> Self {
        Self { passed: 1, failed: 0 }
    }

    pub(super) fn one_failed() -> Self {
        Self { passed: 0, failed: 1 }
    }

    pub(super) fn has_failures(self) -> bool {
        self.failed > 0
    }

    /// Reads a summary line of nextest, of `cargo test`, or of our own scripts; any other line counts nothing.
    pub(super) fn from_line(line: &str) -> Self {
        let line = line.trim();
        if let Some(("story", steps)) = line.split_once(": ") {
            let failed = number_before(steps, "failed");
            return Self {
                passed: number_before(steps, "steps").saturating_sub(failed),
                failed,
            };
        }
        let is_summary = ["Summary [", "test result:", "checks:"]
            .iter()
            .any(|start| line.starts_with(start));
        if !is_summary {
            return Self::default();
        }
        let failed = number_before(line, "failed") + number_before(line, "timed out");
        Self {
            passed: number_before(line, "passed"),
            failed,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number right before a word: 3 in `3 tests run: 3 passed (1 slow), 0 skipped`.
fn number_before(line: &str, word: &str) -> usize {
    let Some((before, _)) = line.split_once(&format!(" {word}")) else {
        return 0;
    };
    before
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: usize, failed: usize) {
        assert_eq!(Tally::from_line(line), Tally { passed, failed }, "{line}");
    }

    #[test]
    fn summaries_of_each_runner_are_read() {
        check("     Summary [   0.005s] 3 tests run: 3 passed, 0 skipped", 3, 0);
        check(
            "Summary [   1.5s] 10 tests run: 7 passed (1 slow), 2 failed, 1 timed out, 4 skipped",
            7,
            3,
        );
        check(
            "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured",
            12,
            1,
        );
        check("story: 31 steps, 2 failed", 29, 2);
        check("checks: 4 passed, 0 failed", 4, 0);
    }

    #[test]
    fn other_lines_count_nothing() {
        check("test a_door_that_passed ... ok", 0, 0);
        check("5 passed the door", 0, 0);
    }
}
