//! The two forms of a sync: JSON, as anybody may speak, and JSON packed with the words that both sides know beforehand
//! (`kuitti-packed`), as phones do once their server has answered so.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kuitti_packed::{MEDIA_TYPE, UnpackError, pack, unpack};
use serde::Serialize;

use super::envelope::BODY;
use crate::app::AppState;
use crate::error::{Error, Refusal, Result};
use crate::http::json::{Json, NO_STORE, body_error, too_large, unreadable};

/// How a document travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As it is; compressed on the way if the other side can unpack that.
    Json,
    /// Packed with words that both know.
    Packed,
}

/// What a device said.
#[derive(Debug)]
pub(super) struct Said {
    bytes: Bytes,
    form: Form,
    /// How it would like to be answered.
    pub(super) wants: Form,
}

impl Said {
    /// The document.
    ///
    /// # Errors
    /// 400 `unreadable_body`, 413 `too_large`.
    pub(super) fn document(self) -> Result<Bytes> {
        match self.form {
            Form::Json => Ok(self.bytes),
            Form::Packed => match unpack(&self.bytes, BODY) {
                Ok(document) => Ok(document.into()),
                Err(UnpackError::TooLarge) => Err(too_large()),
                Err(UnpackError::Unreadable(_)) => Err(unreadable()),
            },
        }
    }
}

impl FromRequest<AppState> for Said {
    type Rejection = Error;

    async fn from_request(request: Request, app: &AppState) -> Result<Self> {
        let headers = request.headers();
        let form = form_of_body(headers)?;
        let wants = if accepts_packed(headers) {
            Form::Packed
        } else {
            Form::Json
        };
        let bytes = Bytes::from_request(request, app).await.map_err(body_error)?;
        Ok(Self { bytes, form, wants })
    }
}

/// Is our own kind among those that are named, and not as one that is not wanted (RFC 9110, section 12.5.1)?
fn accepts_packed(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT).iter();
    let ranges = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    ranges
        .map(|range| range.split(';').map(str::trim))
        .any(|mut range| range.next() == Some(MEDIA_TYPE) && !range.any(|parameter| parameter == "q=0"))
}

/// Everything that is not of our own kinds is read as JSON, whatever it is called.
fn form_of_body(headers: &HeaderMap) -> Result<Form> {
    const OURS: &str = "application/x.kuitti.";
    if says(headers, header::CONTENT_TYPE, |kind| kind == MEDIA_TYPE) {
        Ok(Form::Packed)
    } else if says(headers, header::CONTENT_TYPE, |kind| kind.starts_with(OURS)) {
        Err(Error::refused(
            Refusal::UnsupportedMediaType,
            "unknown_packing",
            "The body is packed in a way that this server does not know. Send it as JSON.",
        ))
    } else {
        Ok(Form::Json)
    }
}

fn says(headers: &HeaderMap, name: HeaderName, what: impl Fn(&str) -> bool) -> bool {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .is_some_and(what)
}

/// An answer in the form that was asked for.
#[derive(Debug)]
pub(super) struct Told<T>(pub(super) Form, pub(super) T);

impl<T: Serialize> IntoResponse for Told<T> {
    fn into_response(self) -> Response {
        match self {
            Self(Form::Json, answer) => Json(answer).into_response(),
            Self(Form::Packed, answer) => packed(&answer).into_response(),
        }
    }
}

fn packed(answer: &impl Serialize) -> Result<Response> {
    let document = serde_json::to_vec(answer).map_err(internal)?;
    let packed = pack(&document).map_err(internal)?;
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    Ok(([NO_STORE, kind], packed).into_response())
}

fn internal(error: impl ToString) -> Error {
    Error::Internal(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_names_this_packing_is_answered_in_it() {
        for (accepted, wants) in [
            (vec![MEDIA_TYPE], true),
            (
                vec!["application/json", "text/html, application/x.kuitti.sync-1;q=0.5"],
                true,
            ),
            (vec!["application/x.kuitti.sync-10"], false),
            (vec!["application/x.kuitti.sync-1; q=0"], false),
            (vec!["*/*"], false),
            (vec![], false),
        ] {
            let mut headers = HeaderMap::new();
            for line in &accepted {
                headers.append(header::ACCEPT, HeaderValue::from_str(line).unwrap());
            }
            assert_eq!(accepts_packed(&headers), wants, "{accepted:?}");
        }
    }
}
