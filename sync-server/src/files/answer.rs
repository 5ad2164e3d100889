//! A file as an answer. Content never changes, so a browser that has it need not ask again.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::id::Sha256Hex;

use super::FileStore;
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
    let media_type = HeaderValue::from_str(&blob.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, max-age=31536000, immutable"),
        ),
    ];
    Ok((headers, files.read(sha256).await?).into_response())
}
