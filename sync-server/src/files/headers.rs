//! What a tus client says in headers, read. Whatever stands there, reading ends in a value or in a refusal with a code.

use axum::http::{HeaderMap, HeaderName, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::sync::upload::UploadKind;
use sha1::Sha1;
use sha2::Sha256;
use sha2::digest::{Digest, DynDigest};

use crate::error::{Error, Refusal, Result};

/// The protocol version, the only one that there is.
pub const VERSION: &str = "1.0.0";
/// What a chunk can be checked by. Every server of tus knows SHA-1; it guards against links, not against people: the whole
/// content is judged by its SHA-256.
pub const ALGORITHMS: &str = "sha1,sha256";
pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub(super) const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");

/// `Tus-Resumable: 1.0.0`.
///
/// # Errors
/// 412 `tus_version` for every other version and for none.
pub fn check_version(headers: &HeaderMap) -> Result<()> {
    if headers.get(RESUMABLE).is_some_and(|version| version == VERSION) {
        Ok(())
    } else {
        Err(Error::refused(
            Refusal::PreconditionFailed,
            "tus_version",
            "Only tus 1.0.0 is spoken here.",
        ))
    }
}

/// The type of every chunk.
///
/// # Errors
/// 415 `content_type` for every other type.
pub fn check_content_type(headers: &HeaderMap) -> Result<()> {
    if headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/offset+octet-stream")
    {
        Ok(())
    } else {
        Err(Error::refused(
            Refusal::UnsupportedMediaType,
            "content_type",
            "A chunk has the type application/offset+octet-stream.",
        ))
    }
}

/// `Upload-Length`: bytes of the whole.
///
/// # Errors
/// 400 `malformed`.
pub fn length(headers: &HeaderMap) -> Result<u64> {
    number(headers, &LENGTH).ok_or_else(|| malformed("Upload-Length is missing or no number."))
}

/// `Upload-Offset`: where a chunk begins.
///
/// # Errors
/// 400 `malformed`.
pub fn offset(headers: &HeaderMap) -> Result<u64> {
    number(headers, &OFFSET).ok_or_else(|| malformed("Upload-Offset is missing or no number."))
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// `Upload-Metadata: sha256 BASE64(64 hexadecimal digits), ...`: what the whole must be.
///
/// # Errors
/// 400 `malformed`.
pub fn content(headers: &HeaderMap) -> Result<Sha256Hex> {
    content_hash(headers).ok_or_else(|| malformed("Upload-Metadata has no sha256 of the content."))
}

fn content_hash(headers: &HeaderMap) -> Option<Sha256Hex> {
    Sha256Hex::try_from(metadata(headers, "sha256 ")?).ok()
}

/// `Upload-Metadata: ..., kind BASE64(file)`: it could not be opened as a picture. Everything else is one.
#[must_use]
pub fn kind(headers: &HeaderMap) -> UploadKind {
    metadata(headers, "kind ").map_or(UploadKind::Picture, |code| UploadKind::of(&code))
}

fn metadata(headers: &HeaderMap, key: &str) -> Option<String> {
    let pairs = headers.get(METADATA)?.to_str().ok()?;
    let value = pairs.split(',').find_map(|pair| pair.trim().strip_prefix(key))?;
    String::from_utf8(BASE64.decode(value.trim()).ok()?).ok()
}

/// What a chunk must be, when the sender says.
pub struct Checksum {
    hasher: Box<dyn DynDigest + Send>,
    expected: Vec<u8>,
}

impl Checksum {
    /// `Upload-Checksum: ALGORITHM BASE64(hash)`, if it is there.
    ///
    /// # Errors
    /// 400 `malformed`, also for an algorithm that is not known.
    pub fn of(headers: &HeaderMap) -> Result<Option<Self>> {
        let Some(value) = headers.get(CHECKSUM) else {
            return Ok(None);
        };
        let read = value.to_str().ok().and_then(Self::read);
        read.map(Some)
            .ok_or_else(|| malformed("Upload-Checksum is sha1 or sha256 and the hash in base64."))
    }

    fn read(value: &str) -> Option<Self> {
        let (algorithm, hash) = value.split_once(' ')?;
        let hasher: Box<dyn DynDigest + Send> = match algorithm {
            "sha1" => Box::new(Sha1::new()),
            "sha256" => Box::new(Sha256::new()),
            _ => return None,
        };
        let expected = BASE64.decode(hash).ok()?;
        (expected.len() == hasher.output_size()).then_some(Self { hasher, expected })
    }

    /// Takes in what arrived.
    pub fn update(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
    }

    /// Is it what was sent?
    #[must_use]
    pub fn holds(self) -> bool {
        *self.hasher.finalize() == *self.expected
    }
}

fn malformed(detail: &str) -> Error {
    Error::refused(Refusal::Unreadable, "malformed", detail)
}
