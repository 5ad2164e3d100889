//! Errors as RFC 9457 problem+json: status, stable code, one safe sentence. The cause is logged here, once.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::problem::Problem;

use crate::error::{Error, Refusal};
use crate::storage::StorageError;

fn status_of(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::Unreadable => StatusCode::BAD_REQUEST,
        Refusal::Unauthenticated => StatusCode::UNAUTHORIZED,
        Refusal::Forbidden => StatusCode::FORBIDDEN,
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Conflict => StatusCode::CONFLICT,
        Refusal::Gone => StatusCode::GONE,
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::UpgradeRequired => StatusCode::UPGRADE_REQUIRED,
        Refusal::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
        Refusal::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Refusal::Locked => StatusCode::LOCKED,
        Refusal::ChecksumMismatch => checksum_mismatch(),
    }
}

/// tus has a status of its own for a content that is not what was announced.
const CHECKSUM_MISMATCH: u16 = 460;

fn checksum_mismatch() -> StatusCode {
    StatusCode::from_u16(CHECKSUM_MISMATCH).unwrap_or(StatusCode::BAD_REQUEST)
}

/// The HTTP status of an error.
#[must_use]
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::Refused { refusal, .. } => status_of(*refusal),
        Error::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Unfinished => StatusCode::BAD_REQUEST,
        Error::Busy { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Storage(StorageError::NotCommitted | StorageError::InDoubt) => StatusCode::SERVICE_UNAVAILABLE,
        Error::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
        Error::Storage(_) | Error::File(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn detail(error: &Error) -> String {
    match error {
        Error::Refused { detail, .. } => detail.clone(),
        Error::Fields(_) => "Some fields are not right yet; each says why.".to_owned(),
        Error::Busy { .. } => "Too many requests. Wait a moment and try again.".to_owned(),
        Error::Storage(StorageError::NotCommitted) => {
            "It could not be stored and nothing was changed. Try again.".to_owned()
        }
        Error::DiskFull => {
            "The server's disk is full. Nothing is lost on your side; tell the office.".to_owned()
        }
        Error::Storage(StorageError::InDoubt) => {
            "The database stopped in the middle of it. Look whether it was stored before you try again."
                .to_owned()
        }
        _ => "Something went wrong on the server. Try again, or tell the office.".to_owned(),
    }
}

fn retry_after(error: &Error) -> Option<i64> {
    match error {
        Error::Busy { retry_after } => Some((retry_after.0 / 1_000).max(1)),
        Error::Storage(StorageError::NotCommitted | StorageError::InDoubt) => Some(2),
        _ => None,
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = status(&self);
        if status.is_server_error() {
            tracing::error!(error = %Causes(&self), code = self.code(), "a request failed");
        }
        let problem = Problem {
            kind: "about:blank".to_owned(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code: self.code().to_owned(),
            detail: detail(&self),
            fields: match self {
                Error::Fields(ref fields) => fields.clone(),
                _ => Vec::new(),
            },
        };
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = retry_after(&self) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// An error with everything that led to it, for the log.
struct Causes<'a>(&'a Error);

impl std::fmt::Display for Causes<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.0)?;
        let mut cause = std::error::Error::source(self.0);
        while let Some(error) = cause {
            write!(out, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

/// The answer to an address that nobody serves.
pub async fn no_such_address() -> Error {
    Error::not_found("no_such_address", "There is nothing at this address.")
}
