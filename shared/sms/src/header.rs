//! The user data header: which part of which message, and which national tables. Source: 3GPP TS 23.040, 9.2.3.24.

use crate::alphabet::{Alphabet, Letters};

/// National language single shift.
pub(crate) const SINGLE_SHIFT: u8 = 0x24;
/// National language locking shift.
pub(crate) const LOCKING_SHIFT: u8 = 0x25;
/// The national language identifier of Turkish.
pub(crate) const TURKISH: u8 = 1;
const CHAIN: u8 = 0x00;
const WIDE_CHAIN: u8 = 0x08;

/// Which part of which message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chain {
    /// The same for all parts of a message.
    pub reference: u16,
    /// How many parts there are.
    pub total: u8,
    /// Which one this is, from 1.
    pub number: u8,
}

/// What a header says; elements of other kinds are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Its place in a longer message.
    pub chain: Option<Chain>,
    /// The tables of its septets.
    pub alphabet: Alphabet,
}

impl Default for Header {
    fn default() -> Self {
        let [main, extension] = [Letters::Default; 2];
        Self {
            chain: None,
            alphabet: Alphabet { main, extension },
        }
    }
}

impl Header {
    /// Reads user data that begins with a header. Returns it and what follows; nothing when it is cut off.
    #[must_use]
    pub fn read(user_data: &[u8]) -> Option<(Self, &[u8])> {
        let (length, rest) = user_data.split_first()?;
        let (mut elements, text) = rest.split_at_checked((*length).into())?;
        let mut header = Self::default();
        while let [kind, length, rest @ ..] = elements {
            let (value, rest) = rest.split_at_checked((*length).into())?;
            header.take(*kind, value);
            elements = rest;
        }
        Some((header, text))
    }

    fn take(&mut self, kind: u8, value: &[u8]) {
        match (kind, value) {
            (CHAIN, [reference, total, number]) => self.chain(u16::from(*reference), *total, *number),
            (WIDE_CHAIN, [high, low, total, number]) => {
                self.chain(u16::from_be_bytes([*high, *low]), *total, *number);
            }
            (SINGLE_SHIFT, [TURKISH]) => self.alphabet.extension = Letters::Turkish,
            (LOCKING_SHIFT, [TURKISH]) => self.alphabet.main = Letters::Turkish,
            _ => {}
        }
    }

    /// A part that does not exist, or of nothing, is no part: such an element is to be ignored.
    const fn chain(&mut self, reference: u16, total: u8, number: u8) {
        if number >= 1 && number <= total {
            self.chain = Some(Chain {
                reference,
                total,
                number,
            });
        }
    }
}

/// The octets of a header with its length; empty where there is nothing to say.
pub(crate) fn write(chain: Option<(u8, u8, u8)>, announcement: &[u8]) -> Vec<u8> {
    let mut elements = Vec::new();
    if let Some((reference, total, number)) = chain {
        elements.extend([CHAIN, 3, reference, total, number]);
    }
    elements.extend_from_slice(announcement);
    let Ok(length @ 1..) = u8::try_from(elements.len()) else {
        return Vec::new();
    };
    elements.insert(0, length);
    elements
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_have_the_octets_that_phones_expect() {
        assert_eq!(write(None, &[]), []);
        assert_eq!(write(None, &[0x24, 1, 1]), [0x03, 0x24, 0x01, 0x01]);
        assert_eq!(
            write(None, &[0x24, 1, 1, 0x25, 1, 1]),
            [0x06, 0x24, 1, 1, 0x25, 1, 1]
        );
        assert_eq!(write(Some((0xA5, 3, 2)), &[]), [0x05, 0x00, 0x03, 0xA5, 3, 2]);
        assert_eq!(
            write(Some((0xA5, 3, 2)), &[0x24, 1, 1]),
            [0x08, 0x00, 0x03, 0xA5, 3, 2, 0x24, 1, 1]
        );
    }

    #[test]
    fn what_is_not_known_is_passed_over_and_what_is_cut_off_is_no_header() {
        let (header, text) = Header::read(&[0x0A, 0x70, 2, 9, 9, 0x08, 4, 1, 2, 3, 2, b'x']).unwrap();
        let chain = header.chain.unwrap();
        assert_eq!(
            (chain.reference, chain.total, chain.number, text),
            (0x0102, 3, 2, &b"x"[..])
        );
        assert_eq!(Header::read(&[]), None);
        assert_eq!(Header::read(&[5, 0, 3]), None);
        assert_eq!(Header::read(&[3, 0, 9, 1]), None);
        let (impossible, _) = Header::read(&[5, 0, 3, 1, 2, 3]).unwrap();
        assert_eq!(impossible.chain, None);
    }
}
