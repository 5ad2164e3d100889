//! Bodies of a sync, packed with the words that both sides know beforehand.
//!
//! What a phone says after a visit is short, and most of it are names that every request has. DEFLATE (RFC 1951) may refer to text
//! that was never sent: any library of it reads these bodies with `words-1.txt` as the preset dictionary.

use std::io::{self, Read as _, Write as _};

use flate2::bufread::ZlibDecoder;
use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, Decompress};

/// What such a body is called (RFC 6838, 3.4). The number is the one of the words.
pub const MEDIA_TYPE: &str = "application/x.kuitti.sync-1";

/// What requests and answers are made of; what is said most often stands last, where it takes the fewest bits to refer to.
/// Never changed: phones of every release know it as it is (SYNC.md rule 12).
const WORDS: &[u8] = include_bytes!("words-1.txt");

/// Bare DEFLATE: the type of the body says what it is.
const ZLIB_HEADER: bool = false;

/// Why a body cannot be unpacked.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// It breaks off or is something else.
    #[error("the body is not packed as its type says: {0}")]
    Unreadable(#[from] io::Error),
    /// It holds more than may be.
    #[error("the body is too large when unpacked")]
    TooLarge,
}

/// Packs a document.
///
/// # Errors
/// None that DEFLATE knows of; they are passed on for its library.
pub fn pack(document: &[u8]) -> io::Result<Vec<u8>> {
    let mut compress = Compress::new(Compression::default(), ZLIB_HEADER);
    compress.set_dictionary(WORDS)?;
    let mut packed = ZlibEncoder::new_with_compress(Vec::new(), compress);
    packed.write_all(document)?;
    packed.finish()
}

/// Unpacks a document of at most `limit` bytes, and no more of a longer one.
///
/// # Errors
/// [`UnpackError`].
pub fn unpack(packed: &[u8], limit: usize) -> Result<Vec<u8>, UnpackError> {
    let mut decompress = Decompress::new(ZLIB_HEADER);
    decompress.set_dictionary(WORDS).map_err(io::Error::from)?;
    let one_too_many = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut document = Vec::new();
    ZlibDecoder::new_with_decompress(packed, decompress)
        .take(one_too_many)
        .read_to_end(&mut document)?;
    if document.len() > limit {
        return Err(UnpackError::TooLarge);
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const REQUEST: &str = r#"{"device":"01a20af8-fe17-7a06-b78d-fa4940fd0ad4","incarnation":"01a20af8-fe17-74d4-8d8e-1a8e94b48a7e",
        "app":"0.1.0","schema":1,"clock":{"wall":1795480419867,"boot":86461220,"epoch":1054109886821921,"runs_in_sleep":true},
        "ops":[],"cursors":{},"town":4,"health":{"pending_ops":0,"pending_photos":0,"digest_mismatches":0}}"#;

    #[test]
    fn rule_12_the_words_of_version_1_never_change() {
        let sum = Compress::new(Compression::default(), true)
            .set_dictionary(WORDS)
            .unwrap();
        assert_eq!((WORDS.len(), sum), (5_876, 2_792_514_764));
    }

    #[test]
    fn a_request_with_nothing_new_takes_a_third_of_its_bytes() {
        let packed = pack(REQUEST.as_bytes()).unwrap();
        assert!(packed.len() * 3 < REQUEST.len(), "{} bytes", packed.len());
    }

    #[test]
    fn what_breaks_off_or_is_something_else_is_told_from_what_is_too_large() {
        let packed = pack(REQUEST.as_bytes()).unwrap();
        let broken = packed.get(..packed.len() / 2).unwrap();
        for body in [broken, b"", b"\xff\xff\xff", REQUEST.as_bytes()] {
            assert!(matches!(unpack(body, 10_000), Err(UnpackError::Unreadable(_))));
        }
        let limit = REQUEST.len();
        assert!(unpack(&packed, limit).is_ok());
        assert!(matches!(unpack(&packed, limit - 1), Err(UnpackError::TooLarge)));
    }

    #[test]
    fn of_a_bomb_no_more_is_unpacked_than_may_be() {
        let bomb = pack(&vec![b' '; 64 * 1024 * 1024]).unwrap();
        assert!(bomb.len() < 100_000);
        assert!(matches!(unpack(&bomb, 1_000), Err(UnpackError::TooLarge)));
    }

    proptest! {
        #[test]
        fn whatever_is_packed_comes_out_again(document: Vec<u8>) {
            prop_assert_eq!(unpack(&pack(&document).unwrap(), document.len()).unwrap(), document);
        }
    }
}
