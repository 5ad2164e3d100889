//! `/api/workers/{id}/enrolment` and `/api/devices`.

use axum::extract::State;
use axum::http::StatusCode;
use kuitti_shared::api::devices::DeviceRow;
use kuitti_shared::api::people::Enrolment;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::id::{DeviceId, WorkerId};
use kuitti_shared::rules::permission::Task;

use crate::app::AppState;
use crate::auth::Staff;
use crate::error::Result;
use crate::http::extract::Path;
use crate::http::json::Json;
use crate::office::{device_views, devices, enrolment};

/// Makes a one-time code for a worker's next device. It is shown this once.
#[utoipa::path(post, path = "/api/workers/{id}/enrolment", tag = "devices", params(("id" = WorkerId, Path)), responses(
    (status = 201, body = Enrolment),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn issue_enrolment(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<WorkerId>,
) -> Result<(StatusCode, Json<Enrolment>)> {
    staff.require(Task::ManageDevices)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let enrolment = enrolment::issue(&mut *tx, id, &act).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(enrolment)))
}

/// All devices, newest first.
#[utoipa::path(get, path = "/api/devices", tag = "devices", responses(
    (status = 200, body = Vec<DeviceRow>), (status = 401, body = Problem), (status = 403, body = Problem),
))]
pub(in crate::office) async fn list_devices(
    State(app): State<AppState>,
    staff: Staff,
) -> Result<Json<Vec<DeviceRow>>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(device_views::list(&app, &mut *tx).await?))
}

/// Revokes a device: it gets nothing more, and what it still sends goes to quarantine.
#[utoipa::path(delete, path = "/api/devices/{id}", tag = "devices", params(("id" = DeviceId, Path)), responses(
    (status = 204),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn revoke_device(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<DeviceId>,
) -> Result<StatusCode> {
    staff.require(Task::ManageDevices)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    devices::revoke(&mut *tx, id, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets the device of somebody who leaves hand in what it has: it gets nothing more, and is locked after three days.
#[utoipa::path(post, path = "/api/devices/{id}/drain", tag = "devices", params(("id" = DeviceId, Path)), responses(
    (status = 204),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn drain_device(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<DeviceId>,
) -> Result<StatusCode> {
    staff.require(Task::ManageDevices)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    devices::drain(&mut *tx, id, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
