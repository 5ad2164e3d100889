//! SHA-256 where secrets and contents are compared: tokens, codes and files are looked up by it.

use kuitti_shared::id::Sha256Hex;
use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Sha256Hex {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    digest.into()
}
