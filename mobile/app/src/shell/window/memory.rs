//! What is known before the store is open: nothing. The engine is in the same process, and opens it before anybody could wait.

/// Whether the phone was somebody's.
#[must_use]
pub const fn was_enrolled() -> bool {
    false
}

/// The code of the theme that was shown.
#[must_use]
pub const fn theme() -> String {
    String::new()
}

/// Nothing needs to be kept.
pub const fn remember(_is_enrolled: bool, _theme: &str) {}
