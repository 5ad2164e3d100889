//! Is it only the room that is missing? Then the worker can do something about it.

use super::Inner;
use crate::error::EngineError;
use crate::ports::is_full;
use crate::protocol::Problem;

/// What the worker has to know. A browser's SQLite calls a full disk an error like any other: a file of our own tells.
pub(super) async fn problem_of(engine: &Inner, error: &EngineError) -> Problem {
    match error.problem() {
        Problem::StorageFailed if is_full(&*engine.ports.blobs).await => Problem::StorageFull,
        problem => problem,
    }
}
