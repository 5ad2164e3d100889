//! `/api/requests`: list, one, and a new one from the contact centre or another program.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::Page;
use kuitti_shared::api::attention::AnswersRead;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::api::requests::{
    DecideReopening, ReopeningDecision, RequestDetail, RequestFilter, RequestRow,
};
use kuitti_shared::api::satisfaction::Satisfaction;
use kuitti_shared::id::{RequestId, Sha256Hex};
use kuitti_shared::rules::permission::Task;
use kuitti_text::Calendar;

use crate::app::AppState;
use crate::auth::Staff;
use crate::error::Result;
use crate::files;
use crate::http::extract::{Path, Query};
use crate::http::json::Json;
use crate::intake::{feedback, own_data};
use crate::notices;
use crate::office::privacy::Contacts;
use crate::office::{request_views, satisfaction};

/// Requests, newest first.
#[utoipa::path(get, path = "/api/requests", tag = "requests", params(RequestFilter), responses(
    (status = 200, body = Page<RequestRow>),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn list_requests(
    State(app): State<AppState>,
    staff: Staff,
    Query(filter): Query<RequestFilter>,
) -> Result<Json<Page<RequestRow>>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(
        request_views::list(&mut *tx, &filter, app.clock.now()).await?,
    ))
}

/// One request with everything. The contact is left out for roles that may not see it.
#[utoipa::path(get, path = "/api/requests/{id}", tag = "requests", params(("id" = RequestId, Path)), responses(
    (status = 200, body = RequestDetail),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn read_request(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<RequestId>,
) -> Result<Json<RequestDetail>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(
        request_views::detail(&mut *tx, id, Contacts::for_role(staff.record.role)).await?,
    ))
}

/// Decides about a citizen's word that it is not so.
#[utoipa::path(post, path = "/api/requests/{id}/reopening", tag = "requests", params(("id" = RequestId, Path)),
    request_body = DecideReopening, responses(
    (status = 204),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 409, body = Problem),
))]
pub(in crate::office) async fn decide_reopening(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<RequestId>,
    Json(wanted): Json<DecideReopening>,
) -> Result<StatusCode> {
    staff.require(Task::Dispatch)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    match wanted.decision {
        ReopeningDecision::TakeUp => feedback::take_up(&mut *tx, id, &act).await?,
        ReopeningDecision::Uphold => feedback::uphold(&mut *tx, id, &act).await?,
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody has read what the citizen wrote back.
#[utoipa::path(post, path = "/api/requests/{id}/answers/read", tag = "requests", params(("id" = RequestId, Path)),
    request_body = AnswersRead, responses(
    (status = 204),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn read_answers(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<RequestId>,
    Json(read): Json<AnswersRead>,
) -> Result<StatusCode> {
    staff.require(Task::TakeCalls)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    notices::answers_were_read(&mut *tx, id, read.until, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What citizens thought of the ends of their cases.
#[utoipa::path(get, path = "/api/satisfaction", tag = "requests", responses(
    (status = 200, body = Satisfaction), (status = 401, body = Problem), (status = 403, body = Problem),
))]
pub(in crate::office) async fn read_satisfaction(
    State(app): State<AppState>,
    staff: Staff,
) -> Result<Json<Satisfaction>> {
    staff.require(Task::ReadWork)?;
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    let mut tx = app.storage.read().await?;
    Ok(Json(
        satisfaction::count(&mut *tx, &calendar, app.clock.now()).await?,
    ))
}

/// Everything about the person who reported it, in all their cases, as a file: on that person's request.
#[utoipa::path(get, path = "/api/requests/{id}/person", tag = "requests", params(("id" = RequestId, Path)), responses(
    (status = 200, content_type = "application/json"),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn hand_out_data(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<RequestId>,
) -> Result<impl IntoResponse> {
    staff.require(Task::ReadContacts)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let data = own_data::of_person(&mut *tx, id, &act).await?;
    tx.commit().await?;
    let headers = [
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"person.json\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, axum::Json(data)))
}

/// A citizen's photo.
#[utoipa::path(get, path = "/api/requests/{id}/photos/{sha256}", tag = "requests",
    params(("id" = RequestId, Path), ("sha256" = Sha256Hex, Path)), responses(
    (status = 200, content_type = "image/jpeg"),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn read_photo(
    State(app): State<AppState>,
    staff: Staff,
    Path((id, sha256)): Path<(RequestId, Sha256Hex)>,
) -> Result<Response> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    request_views::check_photo(&mut *tx, id, &sha256).await?;
    files::answer(&mut *tx, &app.files, &sha256).await
}
