//! `/api/orders`: make, list, look at, decide.

use axum::extract::State;
use axum::http::StatusCode;
use kuitti_shared::api::Page;
use kuitti_shared::api::orders::{
    AssignOrders, Decide, Decisions, MadeOrders, MakeOrders, MergeOrder, OrderDetail, OrderFilter, OrderRow,
};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::rules::permission::Task;

use crate::app::AppState;
use crate::auth::Staff;
use crate::dispatch;
use crate::error::Result;
use crate::http::extract::{Path, Query};
use crate::http::json::Json;
use crate::office::order_views;
use crate::office::privacy::Contacts;

/// Orders, newest first.
#[utoipa::path(get, path = "/api/orders", tag = "orders", params(OrderFilter), responses(
    (status = 200, body = Page<OrderRow>),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn list_orders(
    State(app): State<AppState>,
    staff: Staff,
    Query(filter): Query<OrderFilter>,
) -> Result<Json<Page<OrderRow>>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(order_views::list(&mut *tx, &filter, app.clock.now()).await?))
}

/// One order with its requests, operations, history and the devices that hold it.
#[utoipa::path(get, path = "/api/orders/{id}", tag = "orders", params(("id" = OrderId, Path)), responses(
    (status = 200, body = OrderDetail),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
pub(in crate::office) async fn read_order(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<OrderId>,
) -> Result<Json<OrderDetail>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    let contacts = Contacts::for_role(staff.record.role);
    Ok(Json(
        order_views::detail(&app, &mut *tx, id, contacts, app.clock.now()).await?,
    ))
}

/// Makes orders from requests: all of them or none.
#[utoipa::path(post, path = "/api/orders", tag = "orders", request_body = MakeOrders, responses(
    (status = 201, body = MadeOrders),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn make_orders(
    State(app): State<AppState>,
    staff: Staff,
    Json(wanted): Json<MakeOrders>,
) -> Result<(StatusCode, Json<MadeOrders>)> {
    staff.require(Task::Dispatch)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let made = dispatch::make(&mut *tx, &wanted, &act).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Decides about one order; with a version, only if the order is still as it was shown.
#[utoipa::path(post, path = "/api/orders/{id}/decisions", tag = "orders", params(("id" = OrderId, Path)),
    request_body = Decide, responses(
    (status = 200, body = OrderAggregate),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn decide(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<OrderId>,
    Json(wanted): Json<Decide>,
) -> Result<Json<OrderAggregate>> {
    staff.require(dispatch::task_for(&wanted.decision))?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let order = dispatch::decide(&mut *tx, id, &wanted, &act).await?;
    tx.commit().await?;
    Ok(Json(order))
}

/// Merges an order into another about the same problem. The survivor serves the requests of both and has everything that was
/// brought back for either; it is the answer.
#[utoipa::path(post, path = "/api/orders/{id}/merge", tag = "orders", params(("id" = OrderId, Path)),
    request_body = MergeOrder, responses(
    (status = 200, body = OrderAggregate),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn merge(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<OrderId>,
    Json(wanted): Json<MergeOrder>,
) -> Result<Json<OrderAggregate>> {
    staff.require(Task::Dispatch)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let survivor = dispatch::merge(&mut *tx, id, &wanted, &act).await?;
    tx.commit().await?;
    Ok(Json(survivor))
}

/// Gives several orders to somebody; each that is refused is named.
#[utoipa::path(post, path = "/api/orders/assign", tag = "orders", request_body = AssignOrders, responses(
    (status = 200, body = Decisions),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem),
))]
pub(in crate::office) async fn assign_orders(
    State(app): State<AppState>,
    staff: Staff,
    Json(wanted): Json<AssignOrders>,
) -> Result<Json<Decisions>> {
    staff.require(Task::Dispatch)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    let decisions = dispatch::assign(&mut *tx, &wanted, &act).await?;
    tx.commit().await?;
    Ok(Json(decisions))
}
