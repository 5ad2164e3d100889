//! A text in parts that a phone puts together again. No part ends inside a character, and none inside what a reader sees
//! as one (a letter with its marks, a family of pictures), unless that alone is larger than a part.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::alphabet::ESCAPE;
use crate::encoding::{CharacterUnits, Encoding, Tables};
use crate::header::{self, Header};
use crate::packing;

/// Octets of user data that a network carries in one part, header included.
pub const OCTETS: usize = 140;
/// The concatenation element: its kind, its length, reference, total, number.
const CHAIN_OCTETS: usize = 5;

/// The size of a text message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How it is written.
    pub encoding: Encoding,
    /// Characters as people count them.
    pub characters: usize,
    /// Septets, or halves of UCS-2, without headers.
    pub units: usize,
    /// Messages that the network carries, and the town pays.
    pub parts: usize,
    /// Units for which the last part still has room.
    pub left: usize,
}

/// A text message, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sms {
    /// How it is written.
    pub encoding: Encoding,
    /// What goes out; never empty.
    pub parts: Vec<Part>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    encoding: Encoding,
    header: Vec<u8>,
    units: Vec<u16>,
}

/// A text that needs more parts than a message can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a text message: {parts} parts")]
pub struct TooLong {
    /// How many it would need.
    pub parts: usize,
}

/// The size of `text` in its cheapest encoding.
#[must_use]
pub fn size(text: &str, tables: Tables) -> Size {
    let (encoding, cuts) = cheapest(text, tables);
    let header = header_length(encoding, cuts.len());
    let last = cuts.last().map_or(0, |last| count(last));
    Size {
        encoding,
        characters: text.graphemes(true).count(),
        units: cuts.iter().map(|cut| count(cut)).sum(),
        parts: cuts.len(),
        left: encoding.room(header).saturating_sub(last),
    }
}

/// Writes `text` in its cheapest encoding. `reference` tells the parts of this message from those of another.
///
/// # Errors
/// When it needs more than 255 parts.
pub fn write(text: &str, tables: Tables, reference: u8) -> Result<Sms, TooLong> {
    let (encoding, cuts) = cheapest(text, tables);
    let parts = cuts.len();
    let total = u8::try_from(parts).map_err(|_| TooLong { parts })?;
    let part = |(number, cut): (u8, &Vec<CharacterUnits>)| Part {
        encoding,
        header: header::write(
            (total > 1).then_some((reference, total, number)),
            encoding.announcement(),
        ),
        units: cut.iter().flat_map(|character| character.all()).collect(),
    };
    let parts = (1..=total).zip(&cuts).map(part).collect();
    Ok(Sms { encoding, parts })
}

/// What parts say, in their sequence.
#[must_use]
pub fn read(parts: &[Part]) -> String {
    let Some(first) = parts.first() else {
        return String::new();
    };
    let units = parts.iter().flat_map(|part| &part.units).copied();
    match first.encoding.alphabet() {
        Some(alphabet) => alphabet.text(&units.map(septet).collect::<Vec<_>>()),
        None => char::decode_utf16(units)
            .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    }
}

impl Part {
    /// The user data header; empty where there is none.
    #[must_use]
    pub fn header(&self) -> &[u8] {
        &self.header
    }

    /// Septets, or halves of UCS-2.
    #[must_use]
    pub fn units(&self) -> usize {
        self.units.len()
    }

    /// Header and text as SMPP carries them: each septet in an octet of its own, UCS-2 with the high octet first.
    #[must_use]
    pub fn unpacked(&self) -> Vec<u8> {
        let mut octets = self.header.clone();
        match self.encoding {
            Encoding::Ucs2 => octets.extend(self.units.iter().flat_map(|half| half.to_be_bytes())),
            _ => octets.extend(self.septets()),
        }
        octets
    }

    /// Header and text as they travel over the air.
    #[must_use]
    pub fn packed(&self) -> Vec<u8> {
        if self.encoding == Encoding::Ucs2 {
            return self.unpacked();
        }
        let mut octets = self.header.clone();
        octets.extend(packing::pack(&self.septets(), self.header.len()));
        octets
    }

    /// Reads a part as it travelled: its octets, and how many units the text has.
    #[must_use]
    pub fn from_packed(encoding: Encoding, octets: &[u8], units: usize) -> Option<Self> {
        let has_header = !encoding.announcement().is_empty();
        Self::from_packed_with(encoding, octets, units, has_header)
    }

    /// The same, of a message in several parts.
    #[must_use]
    pub fn from_packed_chained(encoding: Encoding, octets: &[u8], units: usize) -> Option<Self> {
        Self::from_packed_with(encoding, octets, units, true)
    }

    fn from_packed_with(encoding: Encoding, octets: &[u8], count: usize, headed: bool) -> Option<Self> {
        let text = if headed { Header::read(octets)?.1 } else { octets };
        let (header, _) = octets.split_at_checked(octets.len() - text.len())?;
        let units = match encoding {
            Encoding::Ucs2 => text
                .as_chunks()
                .0
                .iter()
                .map(|pair| u16::from_be_bytes(*pair))
                .collect(),
            _ => packing::unpack(text, header.len(), count)
                .into_iter()
                .map(u16::from)
                .collect(),
        };
        Some(Self {
            encoding,
            header: header.to_vec(),
            units,
        })
    }

    fn septets(&self) -> Vec<u8> {
        self.units.iter().copied().map(septet).collect()
    }
}

/// Units of septet encodings are below 128.
fn septet(unit: u16) -> u8 {
    u8::try_from(unit).unwrap_or(ESCAPE)
}

fn count(cut: &[CharacterUnits]) -> usize {
    cut.iter().map(|character| character.count()).sum()
}

/// The header's octets with the one that says how long it is.
const fn header_length(encoding: Encoding, parts: usize) -> usize {
    let chained = if parts > 1 { CHAIN_OCTETS } else { 0 };
    match encoding.announcement().len() + chained {
        0 => 0,
        elements => elements + 1,
    }
}

fn cheapest(text: &str, tables: Tables) -> (Encoding, Vec<Vec<CharacterUnits>>) {
    let ways = tables.encodings().iter();
    let ways = ways.filter_map(|encoding| Some((*encoding, cut(text, *encoding)?)));
    // Of equal ones the first stays, and the plainest comes first. UCS-2 has every character.
    ways.min_by_key(|(_, cuts)| cuts.len())
        .unwrap_or((Encoding::Ucs2, vec![Vec::new()]))
}

/// The text cut into parts; nothing when a character is missing in the encoding.
fn cut(text: &str, encoding: Encoding) -> Option<Vec<Vec<CharacterUnits>>> {
    let units = encoding.units(text)?;
    if count(&units) <= encoding.room(header_length(encoding, 1)) {
        return Some(vec![units]);
    }
    let room = encoding.room(header_length(encoding, 2));
    let mut cuts = Cuts::new(room);
    let mut rest = units.as_slice();
    for seen_as_one in text.graphemes(true) {
        let (these, behind) = rest.split_at_checked(seen_as_one.chars().count())?;
        cuts.add(these);
        rest = behind;
    }
    Some(cuts.done)
}

struct Cuts {
    room: usize,
    left: usize,
    done: Vec<Vec<CharacterUnits>>,
}

impl Cuts {
    const fn new(room: usize) -> Self {
        Self {
            room,
            left: 0,
            done: Vec::new(),
        }
    }

    /// Adds characters together where a part has room for them.
    fn add(&mut self, together: &[CharacterUnits]) {
        if count(together) > self.room {
            for one in together {
                self.add_fitting(std::slice::from_ref(one));
            }
        } else {
            self.add_fitting(together);
        }
    }

    fn add_fitting(&mut self, together: &[CharacterUnits]) {
        let needed = count(together);
        if needed > self.left || self.done.is_empty() {
            self.done.push(Vec::new());
            self.left = self.room;
        }
        if let Some(last) = self.done.last_mut() {
            last.extend_from_slice(together);
        }
        self.left = self.left.saturating_sub(needed);
    }
}
