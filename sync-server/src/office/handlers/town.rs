//! `/api/town`, `/api/categories`, `/api/callers`, `/api/audit`, `/api/events`.

use axum::extract::State;
use axum::response::IntoResponse;
use kuitti_shared::api::Page;
use kuitti_shared::api::events::Poke;
use kuitti_shared::api::orders::AuditRow;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::api::settings::CategoryChange;
use kuitti_shared::api::town::Town;
use kuitti_shared::domain::Category;
use kuitti_shared::id::CategoryCode;
use kuitti_shared::rules::permission::Task;
use serde::Deserialize;

use crate::app::AppState;
use crate::auth::Staff;
use crate::error::Result;
use crate::http::extract::{Path, Query};
use crate::http::json::Json;
use crate::office::{categories, events, history, town_view};

/// The town: categories, districts, crews, workers, shifts, articles.
#[utoipa::path(get, path = "/api/town", tag = "town", responses(
    (status = 200, body = Town), (status = 401, body = Problem), (status = 403, body = Problem),
))]
pub(in crate::office) async fn read_town(State(app): State<AppState>, staff: Staff) -> Result<Json<Town>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(
        town_view::town(&mut *tx, &app.config, app.clock.now()).await?,
    ))
}

/// Changes what the town has decided about a category.
#[utoipa::path(patch, path = "/api/categories/{code}", tag = "town", params(("code" = CategoryCode, Path)),
    request_body = CategoryChange, responses(
    (status = 200, body = Category),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn change_category(
    State(app): State<AppState>,
    staff: Staff,
    Path(code): Path<CategoryCode>,
    Json(wanted): Json<CategoryChange>,
) -> Result<Json<Category>> {
    staff.require(Task::Configure)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let category = categories::change(&mut *tx, &code, &wanted, &act).await?;
    tx.commit().await?;
    Ok(Json(category))
}

/// Which part of the log to read.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::office) struct AuditQuery {
    /// Only about this thing, by its id.
    subject: Option<uuid::Uuid>,
    /// From `next` of the page before.
    after: Option<String>,
    /// How many rows, at most 500.
    limit: Option<u32>,
}

/// The audit log, latest first.
#[utoipa::path(get, path = "/api/audit", tag = "town", params(AuditQuery), responses(
    (status = 200, body = Page<AuditRow>),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn read_audit(
    State(app): State<AppState>,
    staff: Staff,
    Query(query): Query<AuditQuery>,
) -> Result<Json<Page<AuditRow>>> {
    staff.require(Task::ReadAudit)?;
    let mut tx = app.storage.read().await?;
    let page = history::log(
        &mut *tx,
        query.subject,
        query.after.as_deref(),
        query.limit,
        app.clock.now(),
    );
    Ok(Json(page.await?))
}

/// Server-sent events: each says that something changed, and which lists to read again.
#[utoipa::path(get, path = "/api/events", tag = "town", responses(
    (status = 200, body = Poke, content_type = "text/event-stream"),
    (status = 401, body = Problem), (status = 403, body = Problem),
))]
pub(in crate::office) async fn listen(
    State(app): State<AppState>,
    staff: Staff,
) -> Result<impl IntoResponse> {
    staff.require(Task::ReadWork)?;
    Ok(events::stream(app))
}
