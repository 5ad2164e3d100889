//! New versions of the app: a program is brought up to date by its system.

/// Answers that the app can start without a network.
pub async fn install(_ready: impl Fn() + Clone + 'static) -> bool {
    true
}

/// There is never one that waits.
pub async fn apply() {}
