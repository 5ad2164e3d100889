//! `/api/attention`: what waits for a person.

use axum::extract::State;
use axum::http::StatusCode;
use kuitti_shared::api::attention::Attention;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::rules::permission::Task;

use crate::app::AppState;
use crate::auth::Staff;
use crate::error::Result;
use crate::http::extract::Path;
use crate::http::json::Json;
use crate::office::attention;

/// Everything that waits for a person, oldest first. Operations are shown as they were sent.
#[utoipa::path(get, path = "/api/attention", tag = "orders", responses(
    (status = 200, body = Attention), (status = 401, body = Problem), (status = 403, body = Problem),
))]
pub(in crate::office) async fn list_attention(
    State(app): State<AppState>,
    staff: Staff,
) -> Result<Json<Attention>> {
    staff.require(Task::Decide)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(attention::list(&mut *tx, app.clock.now()).await?))
}

/// Somebody is done with a task.
#[utoipa::path(delete, path = "/api/attention/{task}", tag = "orders", params(("task" = i64, Path)), responses(
    (status = 204),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn settle_task(
    State(app): State<AppState>,
    staff: Staff,
    Path(task): Path<i64>,
) -> Result<StatusCode> {
    staff.require(Task::Decide)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    attention::settle(&mut *tx, task, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
