//! tus 1.0.0 (https://tus.io/protocols/resumable-upload): core, `creation`, `checksum`, `termination`, `expiration`.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::sync::limits::PHOTO_BYTES;
use kuitti_shared::sync::upload::UploadKind;
use uuid::Uuid;

use super::busy::Held;
use super::headers::{self, ALGORITHMS, Checksum, LENGTH, OFFSET, RESUMABLE, VERSION};
use super::upload::{self, Announced};
use crate::app::{App, AppState};
use crate::auth::Device;
use crate::error::{Error, Refusal, Result};
use crate::http::extract::Path;
use crate::http::json::too_large;
use crate::storage::UploadRecord;

const SPOKEN: HeaderName = HeaderName::from_static("tus-version");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");

/// Every answer names the version, refusals too.
pub(super) async fn with_version(mut response: Response) -> Response {
    let is_refused = response.status() == StatusCode::PRECONDITION_FAILED;
    let headers = response.headers_mut();
    headers.insert(RESUMABLE, HeaderValue::from_static(VERSION));
    if is_refused {
        headers.insert(SPOKEN, HeaderValue::from_static(VERSION));
    }
    response
}

/// What the server can do.
pub(super) async fn options() -> impl IntoResponse {
    let size = PHOTO_BYTES.to_string();
    let headers = [
        ("tus-version", VERSION),
        ("tus-extension", "creation,checksum,termination,expiration"),
        ("tus-checksum-algorithm", ALGORITHMS),
        ("tus-max-size", &size),
    ];
    let headers = headers.map(|(name, value)| (HeaderName::from_static(name), value.to_owned()));
    (StatusCode::NO_CONTENT, headers)
}

/// Begins an upload: `Upload-Length`, and `Upload-Metadata` with `sha256` of the whole content, and `kind` where it is no picture.
/// One whose content is here already is complete from the start.
pub(super) async fn create(
    State(app): State<AppState>,
    device: Device,
    headers: HeaderMap,
) -> Result<Response> {
    headers::check_version(&headers)?;
    let size = headers::length(&headers)?;
    if size > PHOTO_BYTES {
        return Err(too_large());
    }
    let kind = headers::kind(&headers);
    if size == 0 && kind == UploadKind::File {
        return Err(upload::not_a_photo());
    }
    let announced = Announced {
        sha256: headers::content(&headers)?,
        size,
        kind,
    };
    let created = upload::create(&app, &device, announced).await?;
    let location = [(header::LOCATION, format!("/files/v1/{}", created.upload.id))];
    let progress = progress(&created.upload, created.offset);
    Ok((StatusCode::CREATED, location, progress).into_response())
}

/// How much is there? What is all there and was not finished, because the server died or its disk was full, is finished now:
/// whoever hears that nothing is missing will not come again.
pub(super) async fn offset(
    State(app): State<AppState>,
    device: Device,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response> {
    headers::check_version(&headers)?;
    let upload = upload::find(&app, &device, id).await?;
    let offset = upload::offset(&app, &upload).await?;
    if offset == upload.size && !upload::is_finished(&app, &upload).await? {
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
    headers::check_version(headers)?;
    headers::check_content_type(headers)?;
    let checksum = Checksum::of(headers)?;
    let claimed = headers::offset(headers)?;
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
    if end == upload.size && !upload::is_finished(&app, &upload).await? {
        upload::finish(&app, &device, &upload).await?;
    }
    Ok((StatusCode::NO_CONTENT, progress(&upload, end)).into_response())
}

/// The upload, for this request alone. 423 is the refusal after which tus clients ask again.
fn hold(app: &App, upload: Uuid) -> Result<Held> {
    app.files.busy.take(upload).ok_or_else(|| {
        Error::refused(
            Refusal::Locked,
            "upload_busy",
            "Another request is at this upload. Ask again in a moment.",
        )
    })
}

/// Gives an upload up.
pub(super) async fn terminate(
    State(app): State<AppState>,
    device: Device,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response> {
    headers::check_version(&headers)?;
    let _held = hold(&app, id)?;
    let upload = upload::find(&app, &device, id).await?;
    upload::remove(&app, &upload).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What stands between some phones and us lets GET and POST through and nothing else.
pub(super) async fn instead(
    app: State<AppState>,
    device: Device,
    id: Path<Uuid>,
    request: Request<Body>,
) -> Result<Response> {
    match request.headers().get(OVERRIDE).map(HeaderValue::as_bytes) {
        Some(b"PATCH") => append(app, device, id, request).await,
        Some(b"DELETE") => terminate(app, device, id, request.headers().clone()).await,
        _ => Err(Error::refused(
            Refusal::Unreadable,
            "malformed",
            "X-HTTP-Method-Override is PATCH or DELETE.",
        )),
    }
}

fn progress(upload: &UploadRecord, offset: u64) -> HeaderMap {
    let expires = jiff::Timestamp::from_millisecond(upload.expires_at.0).unwrap_or_default();
    let values = [
        (OFFSET, offset.to_string()),
        (EXPIRES, expires.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()),
    ];
    let read = values
        .into_iter()
        .filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?)));
    read.collect()
}
