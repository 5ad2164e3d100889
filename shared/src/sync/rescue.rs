//! The code that opens a rescue file: twenty Crockford base32 characters in groups of five.
//!
//! 100 random bits, one code a device. Nobody tries them all, so that a phone need not work for long to protect the file.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::written::latin_digit;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 20;
const GROUP: usize = 5;

/// A code. `Display` groups it for reading aloud; that text is also the passphrase of the file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub struct RescueCode(String);

/// A text that is no rescue code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a rescue code has 20 letters and digits")]
pub struct NotARescueCode;

impl RescueCode {
    /// Makes a code from random bits; the lower 100 count.
    #[must_use]
    pub fn from_random(bits: u128) -> Self {
        let letter = |place: usize| {
            let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
            ALPHABET.get(index).copied().map_or('0', char::from)
        };
        Self(grouped((0..LETTERS).rev().map(letter)))
    }

    /// The passphrase.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn grouped(letters: impl Iterator<Item = char>) -> String {
    let mut text = String::with_capacity(LETTERS + LETTERS / GROUP);
    for (place, letter) in letters.enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            text.push('-');
        }
        text.push(letter);
    }
    text
}

/// Reads one letter as people write it: small letters count, `O` is 0, `I` and `L` are 1.
fn letter(typed: char) -> Option<char> {
    let upper = match latin_digit(typed).to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' | 'ı' | 'İ' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .any(|byte| char::from(*byte) == upper)
        .then_some(upper)
}

impl FromStr for RescueCode {
    type Err = NotARescueCode;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let letters = typed.chars().filter(|one| !one.is_whitespace() && *one != '-');
        let letters: Vec<char> = letters
            .take(LETTERS + 1)
            .map(letter)
            .collect::<Option<_>>()
            .ok_or(NotARescueCode)?;
        if letters.len() == LETTERS {
            Ok(Self(grouped(letters.into_iter())))
        } else {
            Err(NotARescueCode)
        }
    }
}

impl TryFrom<String> for RescueCode {
    type Error = NotARescueCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<RescueCode> for String {
    fn from(code: RescueCode) -> Self {
        code.0
    }
}

impl fmt::Display for RescueCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// It opens files: never in a log.
impl fmt::Debug for RescueCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RescueCode(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_write_them() {
        let code = RescueCode::from_random(u128::MAX);
        assert_eq!(code.to_string(), "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ");
        let zero = RescueCode::from_random(0);
        assert_eq!(" oOo00 00000-0000o 00000".parse(), Ok(zero));
        assert_eq!("".parse::<RescueCode>(), Err(NotARescueCode));
        assert_eq!(
            "00000-00000-00000-0000".parse::<RescueCode>(),
            Err(NotARescueCode)
        );
        assert_eq!(
            "00000-00000-00000-000000".parse::<RescueCode>(),
            Err(NotARescueCode)
        );
        assert_eq!(
            "u0000-00000-00000-00000".parse::<RescueCode>(),
            Err(NotARescueCode)
        );
    }

    #[test]
    fn a_code_stays_out_of_logs() {
        assert_eq!(format!("{:?}", RescueCode::from_random(7)), "RescueCode(secret)");
    }
}
