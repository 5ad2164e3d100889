//! Secrets that are handed out once and stored as hashes.

use kuitti_shared::id::Sha256Hex;
use kuitti_shared::written::latin_digit;

use crate::act::Act;
use crate::hash::sha256;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A secret and what is stored of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    /// Given to whom it belongs, this once.
    pub text: String,
    /// Stored.
    pub hash: Sha256Hex,
}

impl Secret {
    fn of(text: String) -> Self {
        let hash = sha256(text.as_bytes());
        Self { text, hash }
    }

    /// 256 random bits as hexadecimal digits: a session or a device's bearer token.
    #[must_use]
    pub fn token(act: &Act) -> Self {
        Self::of(Sha256Hex::from(act.random::<32>()).to_string())
    }

    /// Eight Crockford characters, 40 random bits: a one-time code, typed by hand, short-lived and rate limited.
    #[must_use]
    pub fn one_time_code(act: &Act) -> Self {
        let letters = act
            .random::<8>()
            .map(|byte| ALPHABET.get(usize::from(byte & 31)).copied().unwrap_or(b'0'));
        Self::of(letters.map(char::from).iter().collect())
    }
}

/// A one-time code as people type it, brought to the form that was hashed: case, blanks and hyphens do not matter,
/// `O` is 0, `I` and `L` are 1.
#[must_use]
pub fn read_one_time_code(typed: &str) -> Sha256Hex {
    let letters = typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .take(64);
    let read: String = letters
        .map(|letter| match latin_digit(letter).to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' | 'ı' | 'İ' => '1',
            other => other,
        })
        .collect();
    sha256(read.as_bytes())
}
