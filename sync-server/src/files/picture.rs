//! Pictures for staff, whole or small. A file never changes, so that browsers may keep it; it is private all the same.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::id::{PhotoId, Sha256Hex};
use kuitti_shared::rules::permission::Task;
use serde::Deserialize;

use super::answer::answer;
use super::store::in_background;
use crate::app::{App, AppState};
use crate::auth::Staff;
use crate::error::{Error, Result};
use crate::http::extract::{Path, Query};

/// How large a picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Size {
    /// As it came.
    #[default]
    Full,
    /// For lists.
    Thumb,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    /// How large.
    #[serde(default)]
    size: Size,
}

/// A photo that a worker took. A file that could not be opened as a picture comes as an attachment.
#[utoipa::path(get, path = "/api/photos/{photo}", tag = "orders", params(("photo" = PhotoId, Path), ("size" = Option<Size>, Query)),
    responses((status = 200, content_type = "image/jpeg"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn photo(
    State(app): State<AppState>,
    staff: Staff,
    Path(photo): Path<PhotoId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    staff.require(Task::ReadWork)?;
    let row = app.storage.look().await?.photo(photo).await?;
    let row = row.filter(|row| row.arrived).ok_or_else(not_here)?;
    picture(&app, &row.sha256, wanted.size).await
}

async fn picture(app: &App, sha256: &Sha256Hex, size: Size) -> Result<Response> {
    let mut tx = app.storage.read().await?;
    if size == Size::Full {
        return answer(&mut *tx, &app.files, sha256).await;
    }
    let blob = tx.blob(sha256).await?.ok_or_else(not_here)?;
    if !blob.is_picture() {
        return Err(unopened());
    }
    drop(tx);
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
    ];
    Ok((headers, thumbnail(app, sha256).await?).into_response())
}

fn not_here() -> Error {
    Error::not_found("photo_not_here", "This photo has not arrived yet.")
}

fn unopened() -> Error {
    Error::not_found(
        "photo_unopened",
        "This file could not be opened as a picture. It can be fetched as it is.",
    )
}

/// The small picture, made when it is first asked for.
async fn thumbnail(app: &App, sha256: &Sha256Hex) -> Result<Vec<u8>> {
    let path = app.files.thumbnail_path(sha256);
    if let Ok(kept) = tokio::fs::read(&path).await {
        return Ok(kept);
    }
    let bytes = app.files.read(sha256).await?;
    in_background(move || {
        let developed = kuitti_photo::develop(&bytes).map_err(std::io::Error::other)?;
        // Another request may make the same one at the same time, and a full disk keeps none: it is shown all the same.
        if let Err(error) = keep(&path, &developed.thumbnail) {
            tracing::warn!(%error, "a small picture could not be kept");
        }
        Ok(developed.thumbnail)
    })
    .await
}

/// Put in place in one step: a torn one would be shown for ever.
fn keep(path: &std::path::Path, thumbnail: &[u8]) -> std::io::Result<()> {
    let beside = path.with_extension("part");
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&beside, thumbnail)?;
    std::fs::rename(&beside, path)
}
