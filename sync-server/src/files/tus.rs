//! tus 1.0.0 (https://tus.io/protocols/resumable-upload): core, `creation`, `checksum`, `termination`, `expiration`.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::sync::limits::PHOTO_BYTES;
use kuitti_shared::unit::Millis;
use uuid::Uuid;

use super::busy::Held;
use super::upload::{self, Checksum, Created};
use crate::app::{App, AppState};
use crate::auth::Device;
use crate::error::{Error, Refusal, Result};
use crate::http::extract::Path;
use crate::http::json::too_large;
use crate::storage::UploadRecord;

const VERSION: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const BUSY: Millis = Millis::from_seconds(5);

/// What the server can do.
pub(super) async fn options() -> impl IntoResponse {
    let size = PHOTO_BYTES.to_string();
    let headers = [
        ("tus-resumable", VERSION),
        ("tus-version", VERSION),
        ("tus-extension", "creation,checksum,termination,expiration"),
        ("tus-checksum-algorithm", "sha256"),
        ("tus-max-size", &size),
    ];
    let headers = headers.map(|(name, value)| (HeaderName::from_static(name), value.to_owned()));
    (StatusCode::NO_CONTENT, headers)
}

/// Begins an upload: `Upload-Length`, and `Upload-Metadata` with `sha256` of the whole content.
pub(super) async fn create(
    State(app): State<AppState>,
    device: Device,
    headers: HeaderMap,
) -> Result<Response> {
    check_version(&headers)?;
    let size =
        number(&headers, &LENGTH).ok_or_else(|| unreadable("Upload-Length is missing or no number."))?;
    if size > PHOTO_BYTES {
        return Err(too_large());
    }
    let sha256 =
        sha256(&headers).ok_or_else(|| unreadable("Upload-Metadata has no sha256 of the content."))?;
    Ok(match upload::create(&app, &device, sha256, size).await? {
        Created::Empty(upload) => {
            let location = format!("/files/v1/{}", upload.id);
            (
                StatusCode::CREATED,
                [(header::LOCATION, location)],
                progress(&upload, 0),
            )
                .into_response()
        }
        Created::Complete { size } => {
            let location = format!("/files/v1/{}", Uuid::nil());
            let offset = [(RESUMABLE, VERSION.to_owned()), (OFFSET, size.to_string())];
            (StatusCode::CREATED, [(header::LOCATION, location)], offset).into_response()
        }
    })
}

/// How much is there? What is all there and was not finished, because the server died or its disk was full, is finished now:
/// whoever hears that nothing is missing will not come again.
pub(super) async fn offset(
    State(app): State<AppState>,
    device: Device,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response> {
    check_version(&headers)?;
    let upload = upload::find(&app, &device, id).await?;
    let offset = upload::offset(&app, &upload).await?;
    if offset == upload.size {
        let _held = hold(&app, id)?;
        upload::finish(&app, &device, &upload).await?;
    }
    let length = [
        (LENGTH, upload.size.to_string()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::OK, length, progress(&upload, offset)).into_response())
}

/// Appends.
pub(super) async fn append(
    State(app): State<AppState>,
    device: Device,
    Path(id): Path<Uuid>,
    request: Request<Body>,
) -> Result<Response> {
    let headers = request.headers();
    check_version(headers)?;
    check_content_type(headers)?;
    let checksum = checksum(headers)?;
    let claimed =
        number(headers, &OFFSET).ok_or_else(|| unreadable("Upload-Offset is missing or no number."))?;
    let _held = hold(&app, id)?;
    let upload = upload::find(&app, &device, id).await?;
    let offset = upload::offset(&app, &upload).await?;
    if claimed != offset || offset > upload.size {
        return Err(Error::conflict(
            "offset_mismatch",
            "The upload is at another offset. Ask for it with HEAD.",
        ));
    }
    let body = request.into_body().into_data_stream();
    let end = upload::append(&app, &upload, offset, body, checksum).await?;
    if end == upload.size {
        upload::finish(&app, &device, &upload).await?;
    }
    Ok((StatusCode::NO_CONTENT, progress(&upload, end)).into_response())
}

/// The upload, for this request alone.
fn hold(app: &App, upload: Uuid) -> Result<Held> {
    app.files
        .busy
        .take(upload)
        .ok_or(Error::Busy { retry_after: BUSY })
}

/// Gives an upload up.
pub(super) async fn terminate(
    State(app): State<AppState>,
    device: Device,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response> {
    check_version(&headers)?;
    let upload = upload::find(&app, &device, id).await?;
    upload::remove(&app, &upload).await?;
    Ok((StatusCode::NO_CONTENT, [(RESUMABLE, VERSION)]).into_response())
}

fn progress(upload: &UploadRecord, offset: u64) -> HeaderMap {
    let expires = jiff::Timestamp::from_millisecond(upload.expires_at.0).unwrap_or_default();
    let values = [
        (RESUMABLE, VERSION.to_owned()),
        (OFFSET, offset.to_string()),
        (EXPIRES, expires.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()),
    ];
    let read = values
        .into_iter()
        .filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?)));
    read.collect()
}

fn check_version(headers: &HeaderMap) -> Result<()> {
    if headers.get(RESUMABLE).is_some_and(|version| version == VERSION) {
        Ok(())
    } else {
        Err(Error::refused(
            Refusal::PreconditionFailed,
            "tus_version",
            "Only tus 1.0.0 is spoken here.",
        ))
    }
}

fn check_content_type(headers: &HeaderMap) -> Result<()> {
    if headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/offset+octet-stream")
    {
        Ok(())
    } else {
        Err(Error::refused(
            Refusal::UnsupportedMediaType,
            "content_type",
            "A chunk has the type application/offset+octet-stream.",
        ))
    }
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn unreadable(detail: &str) -> Error {
    Error::refused(Refusal::Unreadable, "malformed", detail)
}

/// `Upload-Metadata: sha256 BASE64(64 hexadecimal digits), ...`
fn sha256(headers: &HeaderMap) -> Option<Sha256Hex> {
    let pairs = headers.get(METADATA)?.to_str().ok()?;
    let value = pairs
        .split(',')
        .find_map(|pair| pair.trim().strip_prefix("sha256 "))?;
    let digits = String::from_utf8(BASE64.decode(value.trim()).ok()?).ok()?;
    Sha256Hex::try_from(digits).ok()
}

/// `Upload-Checksum: sha256 BASE64(32 bytes)`
fn checksum(headers: &HeaderMap) -> Result<Checksum> {
    let Some(value) = headers.get(CHECKSUM) else {
        return Ok(None);
    };
    let bytes = value
        .to_str()
        .ok()
        .and_then(|value| value.strip_prefix("sha256 "))
        .and_then(|hash| BASE64.decode(hash).ok());
    let hash = bytes.and_then(|bytes| bytes.try_into().ok());
    hash.map(Some)
        .ok_or_else(|| unreadable("Upload-Checksum is sha256 and 32 bytes in base64."))
}
