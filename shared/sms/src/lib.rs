//! Text messages as phones carry them: which alphabet, how many parts, which headers. Pure, so that the server that sends
//! and the console that shows the price count by one rule.
//!
//! ```text
//! text -> encoding (fewest parts, then the plainest) -> parts of at most 140 octets, each with its user data header
//! ```
//! Sources: 3GPP TS 23.038 (alphabets, packing) and TS 23.040 section 9.2.3.24 (user data header, concatenation).
//!
//! - [`mod@encoding`]: the ways to write a text; [`alphabet`]: their tables
//! - [`mod@parts`]: cutting, and putting together again
//! - [`header`]: the user data header, as sent and as read
//! - [`packing`]: septets in octets
//! - [`plain`]: other letters for those that cost more, only where somebody asks for it

pub mod alphabet;
pub mod encoding;
pub mod header;
pub mod packing;
pub mod parts;
pub mod plain;

pub use encoding::{Encoding, Tables};
pub use header::Header;
pub use parts::{Part, Size, Sms, TooLong, read, size, write};
