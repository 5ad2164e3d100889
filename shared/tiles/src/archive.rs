//! Where a tile is in an archive. Reading is left to whoever asks: a device reads from a file in its own way.
//!
//! Source: PMTiles specification, version 3.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use crate::TileAddress;

const MAGIC: &[u8] = b"PMTiles";
const VERSION: u8 = 3;
const HEADER: usize = 127;
/// No directory and no tile is longer when unpacked; what claims to be is damaged.
const LONGEST: u64 = 16 << 20;

/// A part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Bytes from the file's beginning.
    pub offset: u64,
    /// Bytes.
    pub length: u64,
}

/// Where to look for a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The map has nothing there.
    Nothing,
    /// The tile itself.
    Tile(Span),
    /// A directory that knows more: [`Archive::find_in`].
    Directory(Span),
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// Something else, or another version.
    #[error("this is no PMTiles archive of version 3")]
    Unknown,
    /// It is packed in a way that is not read here.
    #[error("the archive is packed in a way that cannot be read")]
    Packing,
    /// It does not make sense.
    #[error("the archive is damaged")]
    Damaged,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
}

#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    first: u64,
    /// So many tiles from the first on are this one; 0 for a directory.
    run: u64,
    offset: u64,
    length: u64,
}

/// What the beginning of an archive says.
#[derive(Debug, Clone)]
pub struct Archive {
    root: Vec<Entry>,
    leaves: u64,
    tiles: u64,
    packing: Packing,
    tile_packing: Packing,
    /// The first and the last zoom.
    pub zooms: (u8, u8),
    /// South, west, north, east in degrees.
    pub bounds: [f64; 4],
}

impl Archive {
    /// The header and the first directory are within so many bytes.
    pub const START: u64 = 16_384;

    /// Reads the beginning of a file: its first [`Self::START`] bytes, or all if it has fewer.
    ///
    /// # Errors
    /// When it is no archive that can be read.
    pub fn open(start: &[u8]) -> Result<Self, ArchiveError> {
        let header = start.get(..HEADER).ok_or(ArchiveError::Unknown)?;
        if !header.starts_with(MAGIC) || header.get(MAGIC.len()) != Some(&VERSION) {
            return Err(ArchiveError::Unknown);
        }
        let packing = packing(byte(header, 97)?)?;
        let root = Span {
            offset: number(header, 8)?,
            length: number(header, 16)?,
        };
        let root = part(start, root).ok_or(ArchiveError::Damaged)?;
        let bounds = [106, 102, 114, 110].map(|at| degrees(header, at));
        let [Some(south), Some(west), Some(north), Some(east)] = bounds else {
            return Err(ArchiveError::Damaged);
        };
        Ok(Self {
            root: directory(&unpacked(root, packing)?)?,
            leaves: number(header, 40)?,
            tiles: number(header, 56)?,
            packing,
            tile_packing: self::packing(byte(header, 98)?)?,
            zooms: (byte(header, 100)?, byte(header, 101)?),
            bounds: [south, west, north, east],
        })
    }

    /// Where a tile is, or which directory knows.
    #[must_use]
    pub fn find(&self, tile: TileAddress) -> Found {
        self.look(&self.root, tile)
    }

    /// The same, in the bytes of a [`Found::Directory`].
    ///
    /// # Errors
    /// When they make no sense.
    pub fn find_in(&self, bytes: &[u8], tile: TileAddress) -> Result<Found, ArchiveError> {
        let entries = directory(&unpacked(bytes, self.packing)?)?;
        Ok(self.look(&entries, tile))
    }

    /// The tile in the bytes of a [`Found::Tile`], ready to be drawn.
    ///
    /// # Errors
    /// When they cannot be unpacked.
    pub fn tile(&self, bytes: &[u8]) -> Result<Vec<u8>, ArchiveError> {
        unpacked(bytes, self.tile_packing)
    }

    fn look(&self, entries: &[Entry], tile: TileAddress) -> Found {
        let Some(number) = tile.number() else {
            return Found::Nothing;
        };
        let (before, _) = entries.split_at(entries.partition_point(|entry| entry.first <= number));
        match before.last() {
            Some(entry) if entry.run == 0 => Found::Directory(Span {
                offset: self.leaves.saturating_add(entry.offset),
                length: entry.length,
            }),
            Some(entry) if number - entry.first < entry.run => Found::Tile(Span {
                offset: self.tiles.saturating_add(entry.offset),
                length: entry.length,
            }),
            _ => Found::Nothing,
        }
    }
}

/// Unpacks what gzip packed, up to a length that no tile has.
fn unpack(bytes: &[u8]) -> Result<Vec<u8>, ArchiveError> {
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes)
        .take(LONGEST)
        .read_to_end(&mut unpacked);
    match read {
        Ok(length) if (length as u64) < LONGEST => Ok(unpacked),
        _ => Err(ArchiveError::Damaged),
    }
}

fn unpacked(bytes: &[u8], packing: Packing) -> Result<Vec<u8>, ArchiveError> {
    match packing {
        Packing::Plain => Ok(bytes.to_vec()),
        Packing::Gzip => unpack(bytes),
    }
}

const fn packing(code: u8) -> Result<Packing, ArchiveError> {
    match code {
        1 => Ok(Packing::Plain),
        2 => Ok(Packing::Gzip),
        _ => Err(ArchiveError::Packing),
    }
}

fn part(bytes: &[u8], span: Span) -> Option<&[u8]> {
    let offset = usize::try_from(span.offset).ok()?;
    let length = usize::try_from(span.length).ok()?;
    bytes.get(offset..offset.checked_add(length)?)
}

fn byte(header: &[u8], at: usize) -> Result<u8, ArchiveError> {
    header.get(at).copied().ok_or(ArchiveError::Damaged)
}

fn number(header: &[u8], at: usize) -> Result<u64, ArchiveError> {
    let bytes = header.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
    bytes.map(u64::from_le_bytes).ok_or(ArchiveError::Damaged)
}

fn degrees(header: &[u8], at: usize) -> Option<f64> {
    let bytes = header.get(at..at + 4)?.try_into().ok()?;
    Some(f64::from(i32::from_le_bytes(bytes)) / 1e7)
}

/// First numbers, runs, lengths and offsets, a column after the other.
fn directory(bytes: &[u8]) -> Result<Vec<Entry>, ArchiveError> {
    let mut bytes = bytes;
    let count = variable(&mut bytes)?;
    // Each entry has four numbers of a byte at least: a damaged count asks for no more memory than there are bytes.
    if count > bytes.len() as u64 / 4 {
        return Err(ArchiveError::Damaged);
    }
    let mut entries = Vec::new();
    let mut first = 0_u64;
    for _ in 0..count {
        first = first
            .checked_add(variable(&mut bytes)?)
            .ok_or(ArchiveError::Damaged)?;
        entries.push(Entry {
            first,
            ..Entry::default()
        });
    }
    for entry in &mut entries {
        entry.run = variable(&mut bytes)?;
    }
    for entry in &mut entries {
        entry.length = variable(&mut bytes)?;
    }
    let mut end_of_last = 0_u64;
    for entry in &mut entries {
        // Nothing means right after the one before.
        entry.offset = match variable(&mut bytes)? {
            0 => end_of_last,
            offset => offset - 1,
        };
        end_of_last = entry.offset.saturating_add(entry.length);
    }
    Ok(entries)
}

/// A number in groups of seven bits, the lowest first.
fn variable(bytes: &mut &[u8]) -> Result<u64, ArchiveError> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first().ok_or(ArchiveError::Damaged)?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(ArchiveError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_archive_is_said_to_be_none() {
        assert_eq!(Archive::open(b"").unwrap_err(), ArchiveError::Unknown);
        assert_eq!(Archive::open(&[b'<'; 200]).unwrap_err(), ArchiveError::Unknown);
        let mut older = b"PMTiles\x02".to_vec();
        older.resize(HEADER, 0);
        assert_eq!(Archive::open(&older).unwrap_err(), ArchiveError::Unknown);
        let mut cut = b"PMTiles\x03".to_vec();
        cut.resize(HEADER, 0xff);
        assert!(Archive::open(&cut).is_err());
    }

    #[test]
    fn a_damaged_directory_asks_for_no_memory() {
        let many = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
        assert_eq!(directory(&many).unwrap_err(), ArchiveError::Damaged);
        assert_eq!(directory(&[]).unwrap_err(), ArchiveError::Damaged);
        assert_eq!(directory(&[0x80; 12]).unwrap_err(), ArchiveError::Damaged);
        assert!(directory(&[0]).unwrap().is_empty());
    }
}
