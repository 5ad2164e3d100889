//! A citizen's photos: developed before anybody sees them (upright, smaller, no place, no time), kept by content, and
//! shown on the page of the case to which they belong and nowhere else.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_photo::{Developed, PhotoError};
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::tracking_code::TrackingCode;
use tokio::task::spawn_blocking;

use super::case::published_photos;
use super::form::Sent;
use super::page::Visitor;
use super::track::find_case;
use crate::act::Act;
use crate::app::AppState;
use crate::auth::Caller;
use crate::error::Result;
use crate::files;
use crate::storage::{BlobRecord, WriteTx};

/// Develops the photos of a form; what is no photo becomes a mistake beside the field.
pub(super) async fn develop(sent: &mut Sent) -> Vec<Developed> {
    let originals = std::mem::take(&mut sent.photos);
    let work = move || {
        originals
            .iter()
            .map(|original| kuitti_photo::develop(original))
            .collect::<Vec<_>>()
    };
    let developed = spawn_blocking(work).await.unwrap_or_default();
    let mut good = Vec::new();
    for photo in developed {
        match photo {
            Ok(photo) => good.push(photo),
            Err(PhotoError::Kind) => sent.mistake("photos", "photo_kind"),
            Err(PhotoError::TooLarge { .. }) => sent.mistake("photos", "photo_too_large"),
            Err(PhotoError::NotAPhoto | PhotoError::LabGone) => sent.mistake("photos", "photo_unreadable"),
        }
    }
    good
}

/// Stores developed photos: first the files, then their rows.
pub(super) async fn store(
    app: &AppState,
    tx: &mut dyn WriteTx,
    act: &Act,
    photos: Vec<Developed>,
) -> Result<Vec<Sha256Hex>> {
    let mut hashes = Vec::new();
    for photo in photos {
        let stored = app.files.put(photo.photo).await?;
        tx.put_blob(&BlobRecord {
            sha256: stored.sha256.clone(),
            size: stored.size,
            media_type: "image/jpeg".to_owned(),
            touched_at: act.now,
        })
        .await?;
        hashes.push(stored.sha256);
    }
    Ok(hashes)
}

pub(super) async fn show(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path((code, sha256)): Path<(String, String)>,
) -> Response {
    let wanted = Sha256Hex::try_from(sha256).ok().map(Wanted::This);
    answer(&app, &visitor, read(&app, &peer.to_string(), &code, wanted).await)
}

/// The latest photo taken afterwards, by an address short enough for a text message.
pub(super) async fn show_after(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(code): Path<String>,
) -> Response {
    let photo = read(&app, &peer.to_string(), &code, Some(Wanted::LatestAfter)).await;
    answer(&app, &visitor, photo)
}

fn answer(app: &AppState, visitor: &Visitor, photo: Result<Option<Vec<u8>>>) -> Response {
    match photo {
        Ok(Some(bytes)) => {
            let headers = [
                (header::CONTENT_TYPE, "image/jpeg"),
                (header::CACHE_CONTROL, "private, max-age=3600"),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => visitor.message(
            &app.config.town,
            StatusCode::NOT_FOUND,
            "citizen-gone-title",
            "citizen-gone",
        ),
        Err(error) => visitor.trouble(&app.config.town, &error),
    }
}

/// Which photo of a case.
enum Wanted {
    /// The one with this content.
    This(Sha256Hex),
    /// The last one that was taken afterwards.
    LatestAfter,
}

/// The bytes, when the code opens a case that shows them.
async fn read(app: &AppState, peer: &str, code: &str, wanted: Option<Wanted>) -> Result<Option<Vec<u8>>> {
    let (Ok(code), Some(wanted)) = (code.parse::<TrackingCode>(), wanted) else {
        return Ok(None);
    };
    let Some(request) = find_case(app, peer, code).await? else {
        return Ok(None);
    };
    let mut tx = app.storage.read().await?;
    let category = tx.category(&request.category).await?;
    let orders = tx.orders_of_request(request.id).await?;
    let published = published_photos(category.as_ref(), &orders);
    let shown = match wanted {
        Wanted::This(sha256) => {
            (request.photos.contains(&sha256) || published.contains(&sha256)).then_some(sha256)
        }
        Wanted::LatestAfter => published.last().cloned(),
    };
    match shown {
        // What is no picture is the office's alone, whoever names it.
        Some(sha256) if files::is_picture(&mut *tx, &sha256).await? => {
            app.files.read(&sha256).await.map(Some)
        }
        _ => Ok(None),
    }
}
