//! The rescue file: unsent work leaves a phone without a network, and only the office can read it.
//!
//! ```text
//! kuitti-rescue/1 DEVICE\n        in clear: whose code opens the rest
//! age file (scrypt)               https://age-encryption.org/v1; without the first line any age tool opens it
//!   LENGTH\n                      of the head, in decimal digits
//!   head                          JSON: `Head`
//!   photos                        one behind the other, as long as the head says
//! ```
//! The head carries the requests that the phone would have sent. Whoever reads the file sends them in its name: there is no
//! second way for work to come in.

mod seal;

use kuitti_shared::id::{DeviceId, Sha256Hex};
use kuitti_shared::unit::{Millis, WallTime};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub use seal::{device_of, open, seal};

/// How a file's name ends.
pub const ENDING: &str = "kuitti";
/// The largest file that is written, and read: it has to fit into a phone's memory, and into a server's, in one piece.
pub const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Everything in a file but the photos themselves.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Head {
    /// From which device.
    pub device: DeviceId,
    /// When, by its own clock.
    pub written_at: WallTime,
    /// How far that clock was ahead of the town's, as far as the device knew.
    pub clock_error: Millis,
    /// Bodies of `POST /sync/v1`, in sequence.
    pub requests: Vec<Box<RawValue>>,
    /// The photos that follow.
    pub photos: Vec<PhotoInFile>,
    /// Photos that had no room.
    pub photos_left: u64,
}

/// A photo in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoInFile {
    /// Hash of its bytes.
    pub sha256: Sha256Hex,
    /// How many bytes.
    pub size: u64,
}

/// A file that was opened.
#[derive(Debug, Clone)]
pub struct Rescue {
    /// What it says.
    pub head: Head,
    /// The photos, in the head's order. Nobody has looked yet whether they are what their hashes say.
    pub photos: Vec<Vec<u8>>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RescueError {
    /// Some other file.
    #[error("this is no rescue file")]
    Other,
    /// A rescue file, for another code.
    #[error("the code does not open this file")]
    Code,
    /// It opens, and something of it is missing or changed.
    #[error("the file is damaged")]
    Damaged,
    /// More than [`MOST_BYTES`].
    #[error("the file is too large")]
    TooLarge,
    /// A newer app wrote it.
    #[error("the file is of a newer kind")]
    Newer,
}
