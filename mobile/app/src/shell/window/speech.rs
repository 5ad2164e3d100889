//! Speech as text: not offered by the systems' web views. A phone's keyboard has a key for it.

/// What is made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Some words.
    Words(String),
    /// Nobody listens any more.
    Ended,
}

/// Listens until it is dropped.
pub struct Listening;

/// It is not offered.
#[must_use]
pub const fn is_offered() -> bool {
    false
}

/// Nobody listens.
pub fn listen(_language: &str, _tell: impl Fn(Heard) + Clone + 'static) -> Option<Listening> {
    None
}
