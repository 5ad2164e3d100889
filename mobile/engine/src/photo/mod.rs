//! From what a camera made to what is kept and sent: upright, at most 2048 pixels long, without metadata, hashed.

use kuitti_shared::domain::Position;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

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
