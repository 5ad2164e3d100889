//! The tables of the GSM 7-bit alphabet. Source: 3GPP TS 23.038, section 6.2.1, annexes A.2.1 and A.3.1.

/// Leads into the extension table.
pub const ESCAPE: u8 = 0x1B;

const DEFAULT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1B}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const TURKISH: &str = "@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1B}ŞşßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    İABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§çabcdefghijklmnopqrstuvwxyzäöñüà";

const DEFAULT_EXTENSION: &[(u8, char)] = &[
    (0x0A, '\u{0C}'),
    (0x14, '^'),
    (0x28, '{'),
    (0x29, '}'),
    (0x2F, '\\'),
    (0x3C, '['),
    (0x3D, '~'),
    (0x3E, ']'),
    (0x40, '|'),
    (0x65, '€'),
];
/// What the Turkish one has beside the default's.
const TURKISH_EXTENSION: &[(u8, char)] = &[
    (0x47, 'Ğ'),
    (0x49, 'İ'),
    (0x53, 'Ş'),
    (0x63, 'ç'),
    (0x67, 'ğ'),
    (0x69, 'ı'),
    (0x73, 'ş'),
];

/// Whose letters a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Those that every phone knows.
    Default,
    /// National language identifier 1.
    Turkish,
}

/// A main table, and the one that the escape leads into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alphabet {
    /// The main table; another than the default is a locking shift.
    pub main: Letters,
    /// The extension; another than the default is a single shift.
    pub extension: Letters,
}

/// One character in septets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Septets {
    /// Of the main table.
    One(u8),
    /// Of the extension: the escape goes before it.
    Escaped(u8),
}

impl Alphabet {
    /// How a character is written; nothing where the tables do not have it.
    #[must_use]
    pub fn septets(self, character: char) -> Option<Septets> {
        let place = self.main_table().chars().position(|known| known == character);
        let one = place.and_then(|place| u8::try_from(place).ok());
        match one {
            // The escape is a place of the table and no character.
            Some(ESCAPE) => None,
            Some(one) => Some(Septets::One(one)),
            None => self
                .extensions()
                .find_map(|(code, known)| (known == character).then_some(Septets::Escaped(code))),
        }
    }

    /// What septets say. A place that the extension does not have is read in the main table, as phones do.
    #[must_use]
    pub fn text(self, septets: &[u8]) -> String {
        let mut text = String::new();
        let mut septets = septets.iter().copied();
        while let Some(septet) = septets.next() {
            let septet = if septet == ESCAPE {
                let Some(code) = septets.next() else { break };
                if let Some((_, character)) = self.extensions().find(|(known, _)| *known == code) {
                    text.push(character);
                    continue;
                }
                code
            } else {
                septet
            };
            let character = self.main_table().chars().nth(usize::from(septet));
            text.push(
                character
                    .filter(|character| *character != char::from(ESCAPE))
                    .unwrap_or(' '),
            );
        }
        text
    }

    const fn main_table(self) -> &'static str {
        match self.main {
            Letters::Default => DEFAULT,
            Letters::Turkish => TURKISH,
        }
    }

    fn extensions(self) -> impl Iterator<Item = (u8, char)> {
        let more = match self.extension {
            Letters::Default => &[],
            Letters::Turkish => TURKISH_EXTENSION,
        };
        DEFAULT_EXTENSION.iter().chain(more).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Alphabet = Alphabet {
        main: Letters::Default,
        extension: Letters::Default,
    };
    const BOTH: Alphabet = Alphabet {
        main: Letters::Turkish,
        extension: Letters::Turkish,
    };

    #[test]
    fn tables_have_128_places_and_the_escape_at_its_own() {
        for table in [DEFAULT, TURKISH] {
            assert_eq!(table.chars().count(), 128);
            assert_eq!(
                table.chars().position(|character| character == '\u{1B}'),
                Some(0x1B)
            );
        }
    }

    #[test]
    fn letters_stand_where_the_specification_has_them() {
        for (character, expected) in [
            ('@', Septets::One(0)),
            ('A', Septets::One(0x41)),
            ('Ä', Septets::One(0x5B)),
            ('à', Septets::One(0x7F)),
            ('€', Septets::Escaped(0x65)),
            ('|', Septets::Escaped(0x40)),
        ] {
            assert_eq!(PLAIN.septets(character), Some(expected), "{character}");
        }
        for (character, expected) in [
            ('€', Septets::One(0x04)),
            ('ı', Septets::One(0x07)),
            ('Ğ', Septets::One(0x0B)),
            ('ğ', Septets::One(0x0C)),
            ('Ş', Septets::One(0x1C)),
            ('ş', Septets::One(0x1D)),
            ('İ', Septets::One(0x40)),
            ('ç', Septets::One(0x60)),
            ('[', Septets::Escaped(0x3C)),
        ] {
            assert_eq!(BOTH.septets(character), Some(expected), "{character}");
        }
        assert_eq!(PLAIN.septets('ğ'), None);
        assert_eq!(PLAIN.septets('\u{1B}'), None);
    }

    #[test]
    fn an_unknown_place_of_the_extension_is_read_in_the_main_table() {
        assert_eq!(PLAIN.text(&[0x1B, 0x67, 0x1B, 0x65, 0x1B]), "g€");
    }
}
