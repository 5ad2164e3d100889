//! The addresses of sync.

use axum::extract::State;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::clock::clock_error;
use kuitti_shared::sync::code;
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::sync::request::SyncRequest;
use kuitti_shared::sync::response::SyncResponse;

use super::body::{Said, Told};
use super::envelope::{self, Envelope};
use super::ledger::Verdict;
use super::presence::Seen;
use super::push::{Admit, push};
use super::{pull, wait};
use crate::app::AppState;
use crate::auth::{Attempt, Caller, Device, RevokedDevice, TokenHolder, revoked};
use crate::error::{Error, Refusal, Result};
use crate::http::json::Json;
use crate::notices;
use crate::pokes::Poke;

/// Pushes operations and pulls changes. Request and answer may be packed, as `application/x.kuitti.sync-1` (docs/SYNC.md).
#[utoipa::path(post, path = "/sync/v1", tag = "sync", request_body = SyncRequest,
    responses((status = 200, body = SyncResponse), (status = 400, body = Problem), (status = 401, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 426, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(super) async fn sync(
    State(app): State<AppState>,
    holder: TokenHolder,
    said: Said,
) -> Result<Told<pull::Answer>> {
    let _place = app.admission.enter()?;
    let wants = said.wants;
    let mut envelope = envelope::read(&said.document()?)?;
    let device = match holder {
        TokenHolder::Working(device) => device,
        TokenHolder::Revoked(RevokedDevice(device)) => return keep(&app, &device, envelope).await,
    };
    check_device(&device, &envelope)?;
    see(&app, &device, &envelope);
    let pushed = push(
        &*app.storage,
        &device,
        &mut envelope,
        Admit::Apply,
        &device.act(&app),
    )
    .await?;
    pull::pull(&app, &device, &envelope, pushed)
        .await
        .map(|answer| Told(wants, answer))
}

/// Waits for changes. Operations are not taken in here. Request and answer may be packed here too.
#[utoipa::path(post, path = "/sync/v1/wait", tag = "sync", request_body = SyncRequest,
    responses((status = 200, body = SyncResponse), (status = 400, body = Problem), (status = 401, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem)))]
pub(super) async fn wait(
    State(app): State<AppState>,
    device: Device,
    said: Said,
) -> Result<Told<pull::Answer>> {
    let wants = said.wants;
    let mut envelope = envelope::read(&said.document()?)?;
    check_device(&device, &envelope)?;
    see(&app, &device, &envelope);
    envelope.operations.clear();
    let pushed = push(
        &*app.storage,
        &device,
        &mut envelope,
        Admit::Apply,
        &device.act(&app),
    )
    .await?;
    if pushed.new_incarnation.is_some() {
        return pull::pull(&app, &device, &envelope, pushed)
            .await
            .map(|answer| Told(wants, answer));
    }
    if pushed.glance.as_ref().is_some_and(|glance| glance.messages) {
        take_back_fetched(&app, &device, &envelope).await?;
    }
    wait::wait(&app, &device, &envelope, pushed)
        .await
        .map(|answer| Told(wants, answer))
}

/// A one-time code becomes a device.
#[utoipa::path(post, path = "/sync/v1/enrol", tag = "sync", request_body = EnrolRequest,
    responses((status = 200, body = EnrolResponse), (status = 404, body = Problem), (status = 410, body = Problem),
        (status = 429, body = Problem)))]
pub(super) async fn enrol(
    State(app): State<AppState>,
    Caller(peer): Caller,
    Json(request): Json<EnrolRequest>,
) -> Result<Json<EnrolResponse>> {
    let (peer, now) = (peer.to_string(), app.clock.now());
    app.limits.check(Attempt::Enrol, &peer, now)?;
    let enrolled = super::enrol::enrol(&app, &request).await;
    if matches!(enrolled, Err(Error::Refused { .. })) {
        app.limits.count(Attempt::Enrol, &peer, now)?;
    }
    enrolled.map(Json)
}

/// What a revoked device still sends is kept for the office; the device hears only that it is revoked.
async fn keep(app: &AppState, device: &Device, mut envelope: Envelope) -> Result<Told<pull::Answer>> {
    check_device(device, &envelope)?;
    let verdict = Admit::Keep(Verdict::quarantined(code::REVOKED));
    push(&*app.storage, device, &mut envelope, verdict, &device.act(app)).await?;
    Err(revoked())
}

/// The token says who speaks; a body that says otherwise was mixed up or forged.
fn check_device(device: &Device, envelope: &Envelope) -> Result<()> {
    if envelope.device == device.record.id {
        Ok(())
    } else {
        Err(Error::refused(
            Refusal::Forbidden,
            "wrong_device",
            "This token belongs to another device.",
        ))
    }
}

fn see(app: &AppState, device: &Device, envelope: &Envelope) {
    let now = app.clock.now();
    let seen = Seen {
        at: now,
        app: envelope.app.clone(),
        clock_error: clock_error(envelope.clock.stamp.wall, now),
        health: envelope.health.clone(),
        cursors: envelope.cursors.clone(),
    };
    // The office reads "everything sent" as soon as it is true, also where no operation says so.
    if app.presence.saw(device.record.id, seen) {
        let device = device.record.id;
        app.pokes.send(vec![Poke::Device { device }]);
    }
}

/// A pull does so too, but whoever waits pulls only in the end.
async fn take_back_fetched(app: &AppState, device: &Device, envelope: &Envelope) -> Result<()> {
    let mut tx = app.storage.read().await?;
    let there = notices::fetched(&mut *tx, device.worker.id, &envelope.cursors).await?;
    drop(tx);
    notices::take_back_fetched(app, &there).await
}
