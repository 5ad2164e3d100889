//! Reading a barcode in a picture: not offered by the systems' web views. It is typed.

use super::picture::PhotoFile;

/// Does this window read them?
#[must_use]
pub const fn can_read() -> bool {
    false
}

/// What the first code in a picture says.
pub async fn read(_picture: &PhotoFile) -> Option<String> {
    None
}
