//! From what a camera made to what is kept and sent: upright, at most 2048 pixels long, without metadata, hashed.
//!
//! ```text
//! bytes -> sniff (kind, pixels) -> EXIF (way up, when, where) -> decode -> reduce -> turn -> marks -> encode -> hash
//! ```
//! The device develops what a worker takes, the server what a citizen sends: nobody ever sees a file as it came.
//! Pixels are reduced before they are turned: turning four megapixels is cheaper than turning fifty.

mod exif;
mod heic;
mod marks;
mod pixels;

use kuitti_shared::domain::{Mark, Position};
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use exif::WayUp;

use self::pixels::Pixels;

/// The long edge of what is sent.
pub const LONG_EDGE: u32 = 2_048;
/// The long edge of what lists show.
pub const THUMBNAIL_EDGE: u32 = 256;
/// More would not fit into a phone's memory beside everything else.
pub const MOST_PIXELS: u64 = 50_000_000;

const QUALITY: u8 = 82;
const THUMBNAIL_QUALITY: u8 = 75;

/// A developed photo.
#[derive(Debug, Clone, PartialEq)]
pub struct Developed {
    /// What is known about it.
    pub facts: PhotoFacts,
    /// The JPEG that is sent.
    pub photo: Vec<u8>,
    /// A small JPEG for lists.
    pub thumbnail: Vec<u8>,
}

/// What is known about a developed photo. Travels between workers as JSON; the two pictures travel beside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhotoFacts {
    /// Hash of the JPEG that is sent.
    pub sha256: Sha256Hex,
    /// Width in pixels, upright.
    pub width: u32,
    /// Height in pixels, upright.
    pub height: u32,
    /// When the camera says it was taken. Cameras write local time: only with its offset is it a moment.
    pub taken_at: Option<WallTime>,
    /// Where the camera says it was taken.
    pub taken_where: Option<Position>,
}

/// Why a file cannot be developed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "error")]
pub enum PhotoError {
    /// No picture, or a damaged one.
    #[error("this is no photo, or a damaged one")]
    NotAPhoto,
    /// A picture in a format that is not read here.
    #[error("photos of this kind cannot be read here")]
    Kind,
    /// Too many pixels for a phone's memory.
    #[error("the photo has {megapixels} million pixels, which is too many")]
    TooLarge {
        /// Millions of pixels.
        megapixels: u32,
    },
    /// The place where photos are developed is gone.
    #[error("photos cannot be developed now")]
    LabGone,
}

/// Turns what a camera made into what is kept and sent.
///
/// # Errors
/// [`PhotoError`]; never a panic, whatever the bytes are.
pub fn develop(original: &[u8]) -> Result<Developed, PhotoError> {
    develop_marked(original, &[])
}

/// The same, with what was drawn on the upright picture burnt into its pixels, those of the thumbnail included.
///
/// # Errors
/// As [`develop`].
pub fn develop_marked(original: &[u8], marks: &[Mark]) -> Result<Developed, PhotoError> {
    check_kind(original)?;
    let notes = exif::read(original);
    let upright = match heic::is_heic(original) {
        true => heic::decode(original)?.reduced(LONG_EDGE)?,
        false => Pixels::decode(original)?.reduced(LONG_EDGE)?.turned(notes.way_up),
    };
    let upright = marks::draw(upright, marks);
    let photo = upright.encode(QUALITY)?;
    let thumbnail = upright.reduced(THUMBNAIL_EDGE)?.encode(THUMBNAIL_QUALITY)?;
    let hash: [u8; 32] = Sha256::digest(&photo).into();
    Ok(Developed {
        facts: PhotoFacts {
            sha256: hash.into(),
            width: upright.width(),
            height: upright.height(),
            taken_at: notes.taken_at,
            taken_where: notes.taken_where,
        },
        photo,
        thumbnail,
    })
}

/// Pictures of other kinds get a sentence of their own: the camera can be set to JPEG.
fn check_kind(bytes: &[u8]) -> Result<(), PhotoError> {
    const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF];
    let is_other_picture = match bytes {
        [0x89, b'P', b'N', b'G', ..] | [b'G', b'I', b'F', b'8', ..] | [b'B', b'M', ..] => true,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => true,
        // AVIF, and films: an ISO media file says `ftyp` after its length.
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => true,
        [0x49, 0x49, 0x2A, 0x00, ..] | [0x4D, 0x4D, 0x00, 0x2A, ..] => true,
        _ => false,
    };
    if bytes.starts_with(JPEG) || heic::is_heic(bytes) {
        Ok(())
    } else if is_other_picture {
        Err(PhotoError::Kind)
    } else {
        Err(PhotoError::NotAPhoto)
    }
}
