//! What the engine says unasked, whichever way it reaches the screens.

use kuitti_engine::protocol::Event;

/// See the module.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// Another tab or window has the store; this one goes on by itself when that is closed.
    Elsewhere,
    /// The store is open; questions are answered.
    Ready,
    /// The engine cannot begin: there is no room for its store.
    Full,
    /// The engine cannot go on. What was saved is on disk.
    Stopped {
        /// The technical reason.
        why: String,
    },
    /// The engine's own news.
    Engine(Event),
}
