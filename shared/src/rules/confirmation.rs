//! Is a number or an address the citizen's own? Whoever typed it on the web proves it with a code before anything else goes
//! there: six digits, ten minutes, five attempts.

use crate::unit::{Millis, WallTime};

/// How long a code can be typed.
pub const VALID: Millis = Millis::from_seconds(600);
/// How often a wrong one can be typed.
pub const ATTEMPTS: u32 = 5;
/// Codes that go to one number or address within [`COUNTED`], whoever asks for them.
pub const PER_RECIPIENT: u64 = 3;
/// Codes are counted for so long.
pub const COUNTED: Millis = Millis::from_seconds(3_600);
/// How many codes there are.
const CODES: u64 = 1_000_000;

/// May this code still be typed?
#[must_use]
pub fn is_open(sent_at: WallTime, attempts: u32, now: WallTime) -> bool {
    attempts < ATTEMPTS && now < sent_at + VALID
}

/// Six digits from random bits. No modulo bias that anybody could use: 2^64 is far more than a million.
#[must_use]
pub fn code(random: u64) -> String {
    format!("{:06}", random % CODES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_open_for_ten_minutes_and_five_attempts() {
        let sent = WallTime(1_000);
        assert!(is_open(sent, 4, sent + Millis::from_seconds(599)));
        assert!(!is_open(sent, 5, sent));
        assert!(!is_open(sent, 0, sent + VALID));
    }

    #[test]
    fn a_code_has_six_digits() {
        assert_eq!(code(7), "000007");
        assert_eq!(code(12_345_678), "345678");
    }
}
