//! Whether there is room for two columns. A window is not asked: its style sheet shows what has room, and it has time to spare.

/// A window may be as wide as it wants.
#[must_use]
pub const fn is_wide() -> bool {
    true
}

/// It stays so.
pub fn watch(_tell: impl FnMut(bool) + 'static) {}
