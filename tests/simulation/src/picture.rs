//! Tiny photos made in code, and files that are none.

use jpeg_encoder::{ColorType, Encoder};

const SIDE: u16 = 16;

/// A photo that differs from every other `motif`'s.
pub(crate) fn photo(motif: u64) -> Vec<u8> {
    let shade = |place: u64| u8::try_from((place * (motif + 3) * 7) % 256).unwrap_or_default();
    let rgb: Vec<u8> = (0..u64::from(SIDE) * u64::from(SIDE) * 3).map(shade).collect();
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 90)
        .encode(&rgb, SIDE, SIDE, ColorType::Rgb)
        .unwrap();
    jpeg
}

/// What begins as a photo and cannot be opened; it differs from every other `motif`'s.
pub(crate) fn damaged(motif: u64) -> Vec<u8> {
    let mut jpeg = photo(motif);
    jpeg.truncate(20);
    jpeg.extend(motif.to_le_bytes());
    jpeg
}
