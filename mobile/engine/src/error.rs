//! What goes wrong inside the engine. Screens get it as a [`Problem`].

use crate::ports::{BlobError, TransportError};
use crate::protocol::Problem;

/// Something went wrong.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// SQLite.
    #[error("the store failed: {0}")]
    Store(#[from] rusqlite::Error),
    /// The place for files.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The way to the server.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// A value that JSON cannot carry.
    #[error("a document cannot be written: {0}")]
    Document(#[from] serde_json::Error),
    /// What is large waits for another network, because the worker wants that.
    #[error("it waits for another network")]
    Held,
    /// What was asked cannot be done.
    #[error("refused: {}", .0.code())]
    Refused(Problem),
}

impl EngineError {
    /// A code for the log.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Transport(error) => error.code(),
            other => other.problem().code().to_owned(),
        }
    }

    /// What the worker has to know.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Store(error) if is_full(error) => Problem::StorageFull,
            Self::Blob(BlobError::Full) => Problem::StorageFull,
            Self::Store(_) | Self::Blob(BlobError::Failed(_)) | Self::Document(_) => Problem::StorageFailed,
            Self::Transport(error) => error.problem(None),
            // Nobody asks for what waits.
            Self::Held => Problem::NotPossible,
            Self::Refused(problem) => problem.clone(),
        }
    }
}

impl From<Problem> for EngineError {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

fn is_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
}
