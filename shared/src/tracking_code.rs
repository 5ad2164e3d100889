//! The citizen's receipt: twelve Crockford base32 characters and a check character.
//!
//! 60 random bits, secret, stored only as a hash. The check character (Crockford's modulo 37) catches a slip of
//! the finger before the server is asked. Source: Douglas Crockford, "Base 32". Codes whose check character would
//! be one of his five symbols are not given out: nobody should have to read `~` or `$` aloud.

use std::fmt;
use std::str::FromStr;

use crate::written::latin_digit;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK_MODULUS: u64 = 37;
const DIGITS: usize = 12;
const RANDOM_BITS: u32 = 60;

/// A secret tracking code. `Display` groups it for reading aloud: `7K3M-Q0AB-2XYZ-5`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TrackingCode(u64);

/// Why a typed text is no tracking code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotATrackingCode {
    /// Too few or too many characters.
    #[error("a tracking code has 13 letters and digits")]
    Length,
    /// A character that the alphabet does not have.
    #[error("a tracking code has only letters and digits")]
    Character,
    /// One of the characters is not the right one.
    #[error("one of the characters is mistyped")]
    Check,
}

impl TrackingCode {
    /// Makes a code from random bits; only the lower 60 count, less those with an unreadable check character.
    #[must_use]
    pub const fn from_random(bits: u64) -> Self {
        let mut number = bits & ((1 << RANDOM_BITS) - 1);
        while number % CHECK_MODULUS >= 32 {
            number -= 1;
        }
        Self(number)
    }

    /// The thirteen characters without grouping: what is hashed and what stands in links.
    #[must_use]
    pub fn compact(&self) -> String {
        let digits = (0..DIGITS).rev().map(|place| digit((self.0 >> (place * 5)) & 31));
        let check = digit(self.0 % CHECK_MODULUS);
        digits.chain([check]).collect()
    }
}

fn digit(value: u64) -> char {
    let index = usize::try_from(value).unwrap_or(0);
    ALPHABET.get(index).copied().map_or('0', char::from)
}

/// Reads one character as people write it: small letters count, `O` is 0, `I` and `L` are 1.
fn value(character: char) -> Option<u64> {
    let upper = match latin_digit(character).to_ascii_uppercase() {
        'O' => '0',
        // On a Turkish keyboard the key beside `U` writes a letter without a dot, and its capital has one.
        'I' | 'L' | 'ı' | 'İ' => '1',
        other => other,
    };
    let index = ALPHABET.iter().position(|&byte| char::from(byte) == upper)?;
    u64::try_from(index).ok()
}

impl FromStr for TrackingCode {
    type Err = NotATrackingCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let typed: Vec<char> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .take(14)
            .collect();
        let [digits @ .., check] = typed.as_slice() else {
            return Err(NotATrackingCode::Length);
        };
        if digits.len() != DIGITS {
            return Err(NotATrackingCode::Length);
        }
        let number = digits
            .iter()
            .try_fold(0_u64, |number, &c| Some(number << 5 | value(c)?))
            .ok_or(NotATrackingCode::Character)?;
        if value(*check) == Some(number % CHECK_MODULUS) {
            Ok(Self(number))
        } else {
            Err(NotATrackingCode::Check)
        }
    }
}

impl fmt::Display for TrackingCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, character) in self.compact().chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                out.write_str("-")?;
            }
            write!(out, "{character}")?;
        }
        Ok(())
    }
}

/// A secret stays out of logs.
impl fmt::Debug for TrackingCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("TrackingCode(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_reads_back_however_it_is_typed(bits: u64) {
            let code = TrackingCode::from_random(bits);
            prop_assert_eq!(code.to_string().parse(), Ok(code));
            prop_assert_eq!(code.compact().to_lowercase().parse(), Ok(code));
            prop_assert_eq!(format!(" {} ", code.compact().replace('0', "o")).parse(), Ok(code));
        }

        #[test]
        fn one_wrong_character_is_noticed(bits: u64, place in 0_usize..12, shift in 1_u8..32) {
            let mut typed: Vec<u8> = TrackingCode::from_random(bits).compact().into_bytes();
            let old = value(char::from(typed[place])).unwrap();
            typed[place] = ALPHABET[usize::try_from((old + u64::from(shift)) % 32).unwrap()];
            let typed = String::from_utf8(typed).unwrap();
            prop_assert_eq!(typed.parse::<TrackingCode>(), Err(NotATrackingCode::Check));
        }
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        assert_eq!("".parse::<TrackingCode>(), Err(NotATrackingCode::Length));
        assert_eq!("ABC".parse::<TrackingCode>(), Err(NotATrackingCode::Length));
        assert_eq!(
            "0000-0000-000!-0".parse::<TrackingCode>(),
            Err(NotATrackingCode::Character)
        );
    }
}
