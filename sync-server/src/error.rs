//! The crate's one error. A variant exists where a caller or the edge acts on it; [`crate::http::problem`] makes it
//! problem+json.

use kuitti_shared::api::problem::FieldProblem;
use kuitti_shared::unit::Millis;

use crate::storage::StorageError;

/// A result of the server.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What goes wrong on the server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller asked for something that cannot be; the code is stable, the sentence safe to show.
    #[error("{code}: {detail}")]
    Refused {
        /// What kind of refusal.
        refusal: Refusal,
        /// Stable code.
        code: &'static str,
        /// One safe sentence.
        detail: String,
    },
    /// Fields of a form are at fault, each with its reason.
    #[error("{} fields are at fault", .0.len())]
    Fields(Vec<FieldProblem>),
    /// Too much at once: come back later.
    #[error("too many requests")]
    Busy {
        /// After this long.
        retry_after: Millis,
    },
    /// The other side stopped in the middle of a body; nobody is there to hear.
    #[error("the body broke off")]
    Unfinished,
    /// The storage failed.
    #[error(transparent)]
    Storage(StorageError),
    /// There is no room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The file system failed.
    #[error("a file operation failed")]
    File(#[source] std::io::Error),
    /// Something that should not happen did.
    #[error("{0}")]
    Internal(String),
}

/// Kinds of refusal, each with its HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The request cannot be read.
    Unreadable,
    /// Nobody is logged in, or the token is not valid.
    Unauthenticated,
    /// Logged in, but not allowed.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// The state does not allow it.
    Conflict,
    /// It was there and is no more.
    Gone,
    /// It is too large.
    TooLarge,
    /// It can be read and makes no sense.
    Invalid,
    /// The other side speaks a newer protocol.
    UpgradeRequired,
    /// The other side assumes what is not so.
    PreconditionFailed,
    /// The content is of a kind that is not taken.
    UnsupportedMediaType,
    /// Somebody else is at it.
    Locked,
    /// The content is not what was announced (tus: 460).
    ChecksumMismatch,
}

impl Error {
    /// A refusal.
    pub fn refused(refusal: Refusal, code: &'static str, detail: impl Into<String>) -> Self {
        Self::Refused {
            refusal,
            code,
            detail: detail.into(),
        }
    }

    /// There is no such thing.
    pub fn not_found(code: &'static str, detail: impl Into<String>) -> Self {
        Self::refused(Refusal::NotFound, code, detail)
    }

    /// It can be read and makes no sense.
    pub fn invalid(code: &'static str, detail: impl Into<String>) -> Self {
        Self::refused(Refusal::Invalid, code, detail)
    }

    /// The state does not allow it.
    pub fn conflict(code: &'static str, detail: impl Into<String>) -> Self {
        Self::refused(Refusal::Conflict, code, detail)
    }

    /// Is nothing of what was asked at fault, so that the same may be asked again later?
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::DiskFull | Self::Storage(StorageError::NotCommitted | StorageError::InDoubt)
        )
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::Refused { code, .. } => code,
            Self::Fields(_) => "fields_invalid",
            Self::Unfinished => "unreadable_body",
            Self::Busy { .. } => "too_many_requests",
            Self::Storage(StorageError::NotCommitted) => "not_stored",
            Self::Storage(StorageError::InDoubt) => "in_doubt",
            Self::Storage(_) | Self::File(_) | Self::Internal(_) => "internal",
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::File(error),
        }
    }
}

impl From<StorageError> for Error {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::DiskFull => Self::DiskFull,
            error => Self::Storage(error),
        }
    }
}
