//! Tracking codes: 60 bits that nobody can guess, of which only a hash is stored.
//!
//! Later messages carry the code again ("done: https://.../t/CODE"), so it must be possible to write it once more without
//! keeping it. A code is therefore computed from a random seed, which is stored with the request, and a secret, which is
//! not in the database (HMAC-SHA-256, RFC 2104). A stolen database has no codes; a lost secret costs the links of later
//! messages and nothing else, since pages are found by the hash.

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;

use hmac::{Hmac, Mac as _};
use kuitti_shared::id::{DeviceId, RequestId, Sha256Hex};
use kuitti_shared::rules::confirmation;
use kuitti_shared::sync::rescue::RescueCode;
use kuitti_shared::tracking_code::TrackingCode;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::hash::sha256;

/// The secret's file in a data directory.
pub const SECRET_FILE: &str = "tracking.key";

/// The random part of a request's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CodeSeed(pub [u8; 16]);

/// The town's secret, from which all codes are computed.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct CodeSecret([u8; 32]);

impl CodeSecret {
    /// A secret from 32 random bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The secret of a data directory; made from `random` at the first start. Only its owner can read the file.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is no secret.
    pub fn of_directory(directory: &Path, random: [u8; 32]) -> io::Result<Self> {
        let path = directory.join(SECRET_FILE);
        match std::fs::read(&path) {
            Ok(bytes) => bytes
                .try_into()
                .map(Self)
                .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "tracking.key must have 32 bytes")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut file = private_file(&path)?;
                file.write_all(&random)?;
                file.sync_all()?;
                Ok(Self(random))
            }
            Err(error) => Err(error),
        }
    }

    /// The code of a request.
    #[must_use]
    pub fn code(&self, request: RequestId, seed: CodeSeed) -> TrackingCode {
        TrackingCode::from_random(self.number(&[request.bytes(), &seed.0]))
    }

    /// A code to confirm a number or an address with. What is computed for it has another length than a tracking code's.
    #[must_use]
    pub fn confirmation(&self, request: RequestId, seed: CodeSeed) -> String {
        confirmation::code(self.number(&[b"confirm", request.bytes(), &seed.0]))
    }

    /// The code of a device's rescue files. Computed like a tracking code: a stolen database opens no file.
    #[must_use]
    pub fn rescue(&self, device: DeviceId) -> RescueCode {
        let mut bits = [0; 16];
        for (bit, byte) in bits.iter_mut().zip(self.mac(&[b"rescue", device.bytes()])) {
            *bit = byte;
        }
        RescueCode::from_random(u128::from_be_bytes(bits))
    }

    /// Proves that a text went out from here.
    #[must_use]
    pub fn seal(&self, text: &str) -> Sha256Hex {
        let mac = self.mac(&[b"seal", text.as_bytes()]);
        sha256(&mac)
    }

    fn number(&self, parts: &[&[u8]]) -> u64 {
        let mut bits = [0; 8];
        for (bit, byte) in bits.iter_mut().zip(self.mac(parts)) {
            *bit = byte;
        }
        u64::from_be_bytes(bits)
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // A key of any length is accepted; the error cannot happen.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            return [0; 32];
        };
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for CodeSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("CodeSecret(secret)")
    }
}

/// What is stored of a code.
#[must_use]
pub fn hash(code: &TrackingCode) -> Sha256Hex {
    sha256(code.compact().as_bytes())
}

fn private_file(path: &Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_code_can_be_written_again_and_depends_on_everything() {
        let (request, seed) = (RequestId(Uuid::from_u128(1)), CodeSeed([2; 16]));
        let secret = CodeSecret::new([3; 32]);
        let code = secret.code(request, seed);
        assert_eq!(secret.code(request, seed), code);
        assert_ne!(CodeSecret::new([4; 32]).code(request, seed), code);
        assert_ne!(secret.code(RequestId(Uuid::from_u128(9)), seed), code);
        assert_ne!(secret.code(request, CodeSeed([9; 16])), code);
    }

    #[test]
    fn a_directory_keeps_its_secret() {
        let directory = tempfile::tempdir().unwrap();
        let first = CodeSecret::of_directory(directory.path(), [1; 32]).unwrap();
        assert_eq!(
            CodeSecret::of_directory(directory.path(), [2; 32]).unwrap(),
            first
        );
        std::fs::write(directory.path().join(SECRET_FILE), "short").unwrap();
        assert!(CodeSecret::of_directory(directory.path(), [2; 32]).is_err());
    }
}
