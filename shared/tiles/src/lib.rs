//! A street map in one file, after the PMTiles specification, version 3: a device finds a tile with two short reads and needs no
//! network, and a download goes on where it stopped, because a file only grows.
//!
//! ```text
//! base map  --draw---\
//!                     >--> town.pmtiles --download--> device --Archive--> one tile --> the map on the screen
//! MBTiles   --import-/
//! ```
//! - [`TileAddress`]: which tile, and its number within an archive
//! - [`Archive`]: where a tile is; whoever asks does the reading
//! - `draw`, `import` (feature `draw`): making an archive; `features`: what stands in a tile, for pictures that a server draws

mod address;
mod archive;
#[cfg(feature = "draw")]
mod draw;
#[cfg(feature = "draw")]
mod import;
#[cfg(feature = "draw")]
mod vector;

pub use address::TileAddress;
pub use archive::{Archive, ArchiveError, Found, Span};
#[cfg(feature = "draw")]
pub use draw::draw;
#[cfg(feature = "draw")]
pub use import::import;
#[cfg(feature = "draw")]
pub use vector::{Feature, features};

/// Why no archive was made.
#[cfg(feature = "draw")]
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// There is nothing to draw.
    #[error("the map has nothing to draw")]
    Empty,
    /// A tile could not be coded.
    #[error("a tile cannot be coded: {0}")]
    Tile(#[from] mvt::Error),
    /// The archive cannot be written.
    #[error("the archive cannot be written: {0}")]
    Archive(#[from] pmtiles::PmtError),
    /// The MBTiles file cannot be read.
    #[error("the MBTiles file cannot be read: {0}")]
    Source(#[from] rusqlite::Error),
    /// A file cannot be read or written.
    #[error("a file cannot be used: {0}")]
    File(#[from] std::io::Error),
    /// The tiles are pictures, or of another kind that cannot be drawn.
    #[error("the tiles are {0:?}; only vector tiles (pbf) can be shown")]
    Kind(String),
}
