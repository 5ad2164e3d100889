//! The ways to write a text, and which one is chosen: the one with the fewest parts, and among those the plainest.

use crate::alphabet::{Alphabet, Letters, Septets};
use crate::header::{LOCKING_SHIFT, SINGLE_SHIFT, TURKISH};

/// How a text is written, the plainest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// The alphabet of every phone.
    Gsm7,
    /// Turkish letters behind the escape.
    TurkishSingle,
    /// Turkish letters in the main table.
    TurkishLocking,
    /// In both: the main table, and capitals of the other behind the escape.
    TurkishBoth,
    /// Every character there is, at more than twice the room.
    Ucs2,
}

/// Which tables the way to the phone knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tables {
    /// Every alphabet of the specification.
    #[default]
    National,
    /// The default one, and UCS-2: for gateways that drop national headers.
    DefaultOnly,
}

/// What an encoding does with a text: the units (septets, or halves of UCS-2) of each character.
pub(crate) type Units = Vec<CharacterUnits>;

/// The units of one character: one or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CharacterUnits {
    pub(crate) first: u16,
    pub(crate) second: Option<u16>,
}

impl CharacterUnits {
    pub(crate) fn count(self) -> usize {
        1 + usize::from(self.second.is_some())
    }

    pub(crate) fn all(self) -> impl Iterator<Item = u16> {
        std::iter::once(self.first).chain(self.second)
    }
}

impl Tables {
    /// The encodings that may be chosen, the plainest first.
    #[must_use]
    pub const fn encodings(self) -> &'static [Encoding] {
        match self {
            Self::National => &[
                Encoding::Gsm7,
                Encoding::TurkishSingle,
                Encoding::TurkishLocking,
                Encoding::TurkishBoth,
                Encoding::Ucs2,
            ],
            Self::DefaultOnly => &[Encoding::Gsm7, Encoding::Ucs2],
        }
    }
}

impl Encoding {
    /// The tables of septets; none for UCS-2.
    #[must_use]
    pub const fn alphabet(self) -> Option<Alphabet> {
        let (main, extension) = match self {
            Self::Gsm7 => (Letters::Default, Letters::Default),
            Self::TurkishSingle => (Letters::Default, Letters::Turkish),
            Self::TurkishLocking => (Letters::Turkish, Letters::Default),
            Self::TurkishBoth => (Letters::Turkish, Letters::Turkish),
            Self::Ucs2 => return None,
        };
        Some(Alphabet { main, extension })
    }

    /// The header elements that announce the tables.
    #[must_use]
    pub const fn announcement(self) -> &'static [u8] {
        match self {
            Self::Gsm7 | Self::Ucs2 => &[],
            Self::TurkishSingle => &[SINGLE_SHIFT, 1, TURKISH],
            Self::TurkishLocking => &[LOCKING_SHIFT, 1, TURKISH],
            Self::TurkishBoth => &[SINGLE_SHIFT, 1, TURKISH, LOCKING_SHIFT, 1, TURKISH],
        }
    }

    /// The SMPP `data_coding`.
    #[must_use]
    pub const fn data_coding(self) -> u8 {
        match self {
            Self::Ucs2 => 8,
            _ => 0,
        }
    }

    /// A short name, for lists and interfaces.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gsm7 => "gsm7",
            Self::TurkishSingle => "turkish_single",
            Self::TurkishLocking => "turkish_locking",
            Self::TurkishBoth => "turkish_both",
            Self::Ucs2 => "ucs2",
        }
    }

    /// Units that a part has room for behind a header of so many octets.
    #[must_use]
    pub const fn room(self, header: usize) -> usize {
        let octets = crate::parts::OCTETS.saturating_sub(header);
        match self {
            Self::Ucs2 => octets / 2,
            // The user data after the header begins at a septet's edge.
            _ => octets * 8 / 7,
        }
    }

    /// The text in units; nothing when a character is missing in the tables.
    pub(crate) fn units(self, text: &str) -> Option<Units> {
        text.chars().map(|character| self.character(character)).collect()
    }

    fn character(self, character: char) -> Option<CharacterUnits> {
        let Some(alphabet) = self.alphabet() else {
            return Some(halves(character));
        };
        Some(match alphabet.septets(character)? {
            Septets::One(septet) => CharacterUnits {
                first: septet.into(),
                second: None,
            },
            Septets::Escaped(code) => CharacterUnits {
                first: crate::alphabet::ESCAPE.into(),
                second: Some(code.into()),
            },
        })
    }
}

fn halves(character: char) -> CharacterUnits {
    let mut buffer = [0; 2];
    let mut halves = character.encode_utf16(&mut buffer).iter().copied();
    CharacterUnits {
        first: halves.next().unwrap_or_default(),
        second: halves.next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_are_those_that_networks_count() {
        for (encoding, alone, chained) in [
            (Encoding::Gsm7, 160, 153),
            (Encoding::TurkishSingle, 155, 149),
            (Encoding::TurkishLocking, 155, 149),
            (Encoding::TurkishBoth, 152, 146),
            (Encoding::Ucs2, 70, 67),
        ] {
            let announced = encoding.announcement().len();
            let header = |elements: usize| if elements == 0 { 0 } else { elements + 1 };
            assert_eq!(encoding.room(header(announced)), alone, "{encoding:?}");
            assert_eq!(encoding.room(header(announced + 5)), chained, "{encoding:?}");
        }
    }
}
