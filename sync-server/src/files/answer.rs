//! A file as an answer. Content never changes, so a browser that has it need not ask again. What is no picture is never shown
//! by a browser, only kept as a file: nobody knows what is in it.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::id::Sha256Hex;

use super::FileStore;
use super::kind::{FILE, extension};
use crate::error::{Error, Result};
use crate::storage::ReadTx;

/// Answers with the file of this content.
///
/// # Errors
/// 404 `photo_not_here` when it has not arrived.
pub async fn answer(tx: &mut dyn ReadTx, files: &FileStore, sha256: &Sha256Hex) -> Result<Response> {
    let blob = tx
        .blob(sha256)
        .await?
        .ok_or_else(|| Error::not_found("photo_not_here", "This photo has not arrived yet."))?;
    let bytes = files.read(sha256).await?;
    let fetched = (!blob.is_picture()).then(|| as_attachment(sha256, &bytes));
    let media_type = HeaderValue::from_str(&blob.media_type).unwrap_or(HeaderValue::from_static(FILE));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, max-age=31536000, immutable"),
        ),
    ];
    Ok((headers, fetched, bytes).into_response())
}

/// A name of our own, so that a program that knows such files may open it.
fn as_attachment(sha256: &Sha256Hex, bytes: &[u8]) -> [(header::HeaderName, String); 1] {
    let short = sha256.as_str().get(..12).unwrap_or_default();
    let name = format!("attachment; filename=\"photo-{short}.{}\"", extension(bytes));
    [(header::CONTENT_DISPOSITION, name)]
}

/// Is it here, and a picture?
///
/// # Errors
/// When the storage fails.
pub async fn is_picture(tx: &mut dyn ReadTx, sha256: &Sha256Hex) -> Result<bool> {
    Ok(tx.blob(sha256).await?.is_some_and(|blob| blob.is_picture()))
}
