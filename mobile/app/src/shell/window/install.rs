//! Browsers offer to put the app on the home screen. A program is there already.

/// Never calls `tell`.
pub fn watch(tell: impl FnMut() + 'static) {
    drop(tell);
}

/// There is nothing to ask.
pub const fn ask() {}
