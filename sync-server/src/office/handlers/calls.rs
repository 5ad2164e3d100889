//! `/api/callers` and `POST /api/requests`: an operator takes a call.

use axum::extract::State;
use axum::http::StatusCode;
use kuitti_shared::api::calls::Caller;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::api::requests::{NewRequest, RequestReceipt};
use kuitti_shared::rules::permission::Task;
use serde::Deserialize;

use crate::app::AppState;
use crate::auth::Staff;
use crate::error::Result;
use crate::http::extract::Query;
use crate::http::json::Json;
use crate::office::calls;

/// A number as somebody says it.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::office) struct CallerQuery {
    /// In any spelling; without a country code it is one of the town's country.
    phone: String,
}

/// Who is calling, and what the caller reported before.
#[utoipa::path(get, path = "/api/callers", tag = "requests", params(CallerQuery), responses(
    (status = 200, body = Caller),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn find_caller(
    State(app): State<AppState>,
    staff: Staff,
    Query(query): Query<CallerQuery>,
) -> Result<Json<Caller>> {
    staff.require(Task::TakeCalls)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(
        calls::find_caller(&mut *tx, &query.phone, &app.config.town).await?,
    ))
}

/// Records a request. The answer holds the tracking code, which is shown this once.
#[utoipa::path(post, path = "/api/requests", tag = "requests", request_body = NewRequest, responses(
    (status = 201, body = RequestReceipt),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn take_request(
    State(app): State<AppState>,
    staff: Staff,
    Json(new): Json<NewRequest>,
) -> Result<(StatusCode, Json<RequestReceipt>)> {
    staff.require(Task::TakeCalls)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let receipt = calls::take(&mut *tx, new, &act).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(receipt)))
}
