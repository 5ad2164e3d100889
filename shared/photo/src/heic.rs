//! HEIC, as iPhones and some Android phones take photos: HEVC stills in an ISO media file (ISO/IEC 23008-12).

use heic_rs::{DecodeOptions, PixelLayout, probe};

use super::PhotoError;
use super::pixels::{Pixels, check_size};

/// Brands of files whose pictures are HEVC. AVIF says `avif`, films say others.
const BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"];

/// Does it say that it is one? The brand follows length and `ftyp`.
pub(super) fn is_heic(file: &[u8]) -> bool {
    let is_media = file.get(4..8) == Some(b"ftyp");
    is_media && file.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// Decodes one whose header states a bearable size, upright: the container says how, and not the camera's notes.
///
/// What cannot be decoded may be whole and of a kind that nobody reads here yet. The way out is the same: another setting.
pub(super) fn decode(file: &[u8]) -> Result<Pixels, PhotoError> {
    let stated = probe(file).map_err(|_| PhotoError::Kind)?;
    check_size(stated.coded_width, stated.coded_height)?;
    let options = DecodeOptions::default()
        .with_layout(PixelLayout::Rgb8)
        .with_alpha(false)
        .with_max_pixels(Some(super::MOST_PIXELS));
    let picture = heic_rs::decode(file, &options).map_err(|_| PhotoError::Kind)?;
    Pixels::new(picture.width, picture.height, picture.data)
}
