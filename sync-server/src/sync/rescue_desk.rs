//! `/api/devices/{id}/rescue-code` and `/api/rescues`: the office looks a code up, and takes a file in.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::HeaderMap;
use kuitti_rescue::MOST_BYTES;
use kuitti_shared::api::devices::{RESCUE_CODE_HEADER, RescueCodeShown, RescueReport};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::id::DeviceId;
use kuitti_shared::rules::permission::Task;
use kuitti_shared::sync::rescue::RescueCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::rescue;
use crate::app::AppState;
use crate::auth::Staff;
use crate::error::{Error, Result};
use crate::http::extract::Path;
use crate::http::json::{self, Json};

/// What sealing adds to the largest file.
const SEAL: usize = MOST_BYTES / 1_024 + 4_096;

/// The addresses.
pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show_code))
        .routes(routes!(take_in))
        .layer(DefaultBodyLimit::max(MOST_BYTES + SEAL))
}

/// The code that opens a device's rescue files. With it, any age tool does.
#[utoipa::path(get, path = "/api/devices/{id}/rescue-code", tag = "devices", params(("id" = DeviceId, Path)), responses(
    (status = 200, body = RescueCodeShown),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
async fn show_code(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<DeviceId>,
) -> Result<Json<RescueCodeShown>> {
    staff.require(Task::ManageDevices)?;
    let known = app.storage.look().await?.device(id).await?;
    if known.is_none() {
        return Err(Error::not_found(
            "device_unknown",
            "There is no such device. Load the list again.",
        ));
    }
    Ok(Json(RescueCodeShown {
        code: app.config.code_secret.rescue(id),
    }))
}

/// Takes a rescue file in, as if its phone had sent it. Once more changes nothing. The body is the file; the header
/// `x-rescue-code` a code that was typed, where the device's own does not open it.
#[utoipa::path(post, path = "/api/rescues", tag = "devices",
    request_body(content_type = "application/octet-stream", content = Vec<u8>),
    responses((status = 200, body = RescueReport), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 413, body = Problem), (status = 422, body = Problem)))]
async fn take_in(
    State(app): State<AppState>,
    staff: Staff,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<RescueReport>> {
    staff.require(Task::ManageDevices)?;
    let file = body.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => rescue::too_large(),
        other => json::body_error(other),
    })?;
    let typed = typed_code(&headers)?;
    let act = staff.act(&app);
    // In a task of its own: a browser that goes away does not stop it half-way.
    let taken = tokio::spawn(async move { rescue::take_in(&app, file, typed, &act).await }).await;
    taken
        .map_err(|_| Error::Internal("a rescue file was not taken in to its end".to_owned()))
        .flatten()
        .map(Json)
}

fn typed_code(headers: &HeaderMap) -> Result<Option<RescueCode>> {
    let Some(typed) = headers.get(RESCUE_CODE_HEADER) else {
        return Ok(None);
    };
    let code = typed.to_str().ok().and_then(|typed| typed.parse().ok());
    code.map(Some)
        .ok_or_else(|| Error::invalid("rescue_code_typed", "A rescue code has 20 letters and digits."))
}
