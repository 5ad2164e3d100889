//! What a worker draws on a photo before it is kept: lines that point at something, boxes that hide faces and plates.

use serde::{Deserialize, Serialize};

/// The sides of the box in which marks are placed, whatever the picture's size: ten thousandths of its width and height.
pub const WHOLE: u16 = 10_000;

/// A place on an upright picture, from its top left corner, in shares of [`WHOLE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Across.
    pub x: u16,
    /// Down.
    pub y: u16,
}

/// Something drawn on a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "mark")]
pub enum Mark {
    /// Drawn with a finger.
    Line {
        /// From place to place.
        spots: Vec<Spot>,
    },
    /// Nothing of what was here may be seen.
    Black {
        /// A corner.
        from: Spot,
        /// The corner across.
        to: Spot,
    },
}
