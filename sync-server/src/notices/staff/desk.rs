//! What people of the town choose: where they are reached, and what they watch.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kuitti_shared::api::colleagues::{Reach, Watch, WatchRow, Watched, WorkerReach};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::id::{StaffId, WorkerId};
use kuitti_shared::rules::permission::Task;
use kuitti_shared::rules::staff_news::Person;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::act::Act;
use crate::app::AppState;
use crate::auth::Staff;
use crate::error::{Error, Result};
use crate::http::json::Json;
use crate::intake::reach;
use crate::storage::{AuditEntry, ReadTx, WriteTx};

/// What one person may watch; more would be a flood.
const WATCHES: usize = 100;

/// `/api/reach`, `/api/workers/reach`, `/api/watches`.
pub(in crate::notices) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(own_reach, put_own_reach))
        .routes(routes!(worker_reaches))
        .routes(routes!(put_worker_reach))
        .routes(routes!(own_watches, watch))
}

/// Where one is reached oneself.
#[utoipa::path(get, path = "/api/reach", tag = "colleagues",
    responses((status = 200, body = Reach), (status = 401, body = Problem)))]
async fn own_reach(State(app): State<AppState>, staff: Staff) -> Result<Json<Reach>> {
    let mut tx = app.storage.read().await?;
    let reach = tx.reach_of(Person::Staff(staff.record.id)).await?;
    Ok(Json(reach.unwrap_or_default()))
}

/// Says where one is reached.
#[utoipa::path(put, path = "/api/reach", tag = "colleagues", request_body = Reach,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn put_own_reach(
    State(app): State<AppState>,
    staff: Staff,
    Json(wanted): Json<Reach>,
) -> Result<StatusCode> {
    let act = staff.act(&app);
    let reach = readable(wanted, &act)?;
    let mut tx = app.storage.write().await?;
    put(&mut *tx, Person::Staff(staff.record.id), &reach, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where workers are reached, those of whom it is known.
#[utoipa::path(get, path = "/api/workers/reach", tag = "colleagues",
    responses((status = 200, body = Vec<WorkerReach>), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn worker_reaches(State(app): State<AppState>, staff: Staff) -> Result<Json<Vec<WorkerReach>>> {
    staff.require(Task::ManageDevices)?;
    let known = app.storage.look().await?.reach_of_workers().await?.into_iter();
    Ok(Json(
        known
            .map(|(worker, reach)| WorkerReach { worker, reach })
            .collect(),
    ))
}

/// Says where a worker is reached.
#[utoipa::path(put, path = "/api/workers/{id}/reach", tag = "colleagues", request_body = Reach,
    params(("id" = WorkerId, Path, description = "Which worker")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn put_worker_reach(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<WorkerId>,
    Json(wanted): Json<Reach>,
) -> Result<StatusCode> {
    staff.require(Task::ManageDevices)?;
    let act = staff.act(&app);
    let reach = readable(wanted, &act)?;
    let mut tx = app.storage.write().await?;
    if tx.worker(id).await?.is_none() {
        return Err(Error::not_found("worker_unknown", "There is no such worker."));
    }
    put(&mut *tx, Person::Worker(id), &reach, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What one watches.
#[utoipa::path(get, path = "/api/watches", tag = "colleagues",
    responses((status = 200, body = Vec<WatchRow>), (status = 401, body = Problem)))]
async fn own_watches(State(app): State<AppState>, staff: Staff) -> Result<Json<Vec<WatchRow>>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    Ok(Json(rows(&mut *tx, staff.record.id).await?))
}

/// Begins to watch an order, a category or a district, or ends it.
#[utoipa::path(put, path = "/api/watches", tag = "colleagues", request_body = Watch,
    responses((status = 200, body = Vec<WatchRow>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn watch(
    State(app): State<AppState>,
    staff: Staff,
    Json(wanted): Json<Watch>,
) -> Result<Json<Vec<WatchRow>>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.write().await?;
    let id = staff.record.id;
    if wanted.on {
        check(&mut *tx, id, &wanted.watched).await?;
        tx.watch(id, &wanted.watched).await?;
    } else {
        tx.unwatch(id, &wanted.watched).await?;
    }
    let rows = rows(&mut *tx, id).await?;
    tx.commit().await?;
    Ok(Json(rows))
}

async fn rows(tx: &mut dyn ReadTx, staff: StaffId) -> Result<Vec<WatchRow>> {
    let mut rows = Vec::new();
    for (_, watched) in tx.watches().await?.into_iter().filter(|(who, _)| *who == staff) {
        let title = match &watched {
            Watched::Order(id) => {
                let order = tx.order_documents(&[*id]).await?.pop();
                order.and_then(|(_, document)| title(document.get()))
            }
            Watched::Category(_) | Watched::Zone(_) => None,
        };
        rows.push(WatchRow { watched, title });
    }
    Ok(rows)
}

fn title(document: &str) -> Option<String> {
    let order: kuitti_shared::domain::OrderAggregate = serde_json::from_str(document).ok()?;
    Some(format!("{} {}", order.order.number, order.order.title))
}

/// Only what is there can be watched.
async fn check(tx: &mut dyn ReadTx, staff: StaffId, watched: &Watched) -> Result<()> {
    let is_there = match watched {
        Watched::Order(id) => !tx.order_documents(&[*id]).await?.is_empty(),
        Watched::Category(code) => tx.category(code).await?.is_some(),
        Watched::Zone(code) => tx.zones().await?.iter().any(|zone| zone.code == *code),
    };
    if !is_there {
        return Err(Error::invalid(
            "nothing_to_watch",
            "What you want to watch is not there.",
        ));
    }
    let own = tx.watches().await?;
    if own.iter().filter(|(who, _)| *who == staff).count() >= WATCHES {
        return Err(Error::invalid(
            "watches_too_much",
            "You watch very much already: end something first.",
        ));
    }
    Ok(())
}

/// A number and an address as they are kept; what cannot be read is refused, an empty field is none.
fn readable(wanted: Reach, act: &Act) -> Result<Reach> {
    let typed = |field: Option<String>| field.filter(|text| !text.trim().is_empty());
    let region = act.config.town.region();
    let phone = typed(wanted.phone).map(|phone| {
        reach::phone(&phone, region).ok_or_else(|| {
            Error::invalid(
                "phone_unreadable",
                "This is no phone number: write it with its country or town.",
            )
        })
    });
    let email = typed(wanted.email).map(|email| {
        reach::email(&email).ok_or_else(|| Error::invalid("email_unreadable", "This is no e-mail address."))
    });
    Ok(Reach {
        phone: phone.transpose()?,
        email: email.transpose()?,
        channel: wanted.channel,
    })
}

/// The log says that it was changed, never to what.
async fn put(tx: &mut dyn WriteTx, person: Person, reach: &Reach, act: &Act) -> Result<()> {
    tx.put_reach(person, reach).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "person.reach_changed".to_owned(),
        subject: "person".to_owned(),
        subject_id: Some(Uuid::from_bytes(*person.bytes())),
        detail: json!({}),
    })
    .await?;
    Ok(())
}
