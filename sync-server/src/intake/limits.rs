//! How long texts from outside may be. Lengths are counted in characters, as people count.

use std::borrow::Cow;

/// A description.
pub const DESCRIPTION: usize = 4_000;
/// An address.
pub const ADDRESS: usize = 200;
/// How to find a place once there.
pub const DETAIL: usize = 300;
/// A sentence about an end, or why it is none.
pub const FEEDBACK: usize = 1_000;
/// What the office wants a message to say.
pub const NOTICE_WORDS: usize = 1_000;
/// A person's name.
pub const NAME: usize = 100;
/// Somebody's name in the town's own app.
pub const ACCOUNT: usize = 200;
/// An e-mail address (RFC 5321, 4.5.3.1.3).
pub const EMAIL: usize = 254;
/// The number of a request in another system.
pub const EXTERNAL_NUMBER: usize = 64;
/// The name of a category.
pub const CATEGORY_NAME: usize = 80;
/// Photos of one request.
pub const PHOTOS: usize = 3;
/// Bytes of one photo as it arrives.
pub const PHOTO_BYTES: usize = 12 * 1024 * 1024;

/// At most so many characters of `text`.
#[must_use]
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.chars().nth(most).is_none() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().take(most).collect())
    }
}

/// Is `text` longer than `most` characters?
#[must_use]
pub fn exceeds(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}
