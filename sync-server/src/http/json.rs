//! JSON in: like axum's, but a body that cannot be read answers problem+json with a stable code.

use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::AppState;
use crate::error::{Error, Refusal};

/// Answers to those who are logged in are nobody else's, and true only now.
pub const NO_STORE: (HeaderName, HeaderValue) = (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));

/// A body read from JSON, or an answer written as JSON. Answers are never cached.
#[derive(Debug, Clone, Copy)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<AppState> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Error> {
        let body = axum::body::Bytes::from_request(request, state)
            .await
            .map_err(body_error)?;
        read(&body).map(Self)
    }
}

/// Reads JSON.
///
/// # Errors
/// `malformed` with the place where reading stopped; never with the content.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(body).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        match error.classify() {
            serde_json::error::Category::Data => Error::invalid(
                "malformed",
                format!("A field has a value that cannot be ({place})."),
            ),
            _ => Error::refused(
                Refusal::Unreadable,
                "malformed",
                format!("The body is no JSON ({place})."),
            ),
        }
    })
}

/// A body that is too large or broke off.
#[must_use]
pub fn body_error(rejection: BytesRejection) -> Error {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => too_large(),
        _ => unreadable(),
    }
}

/// The body broke off, or is not packed as it says.
#[must_use]
pub fn unreadable() -> Error {
    Error::refused(
        Refusal::Unreadable,
        "unreadable_body",
        "The body broke off or cannot be unpacked.",
    )
}

/// The body is larger than it may be.
#[must_use]
pub fn too_large() -> Error {
    Error::refused(
        Refusal::TooLarge,
        "too_large",
        "The request is larger than allowed.",
    )
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        ([NO_STORE], axum::Json(self.0)).into_response()
    }
}
