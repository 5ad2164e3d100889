//! What a gateway that speaks HTTP brings: `/gateways/sms/SECRET/receipts` and `/gateways/sms/SECRET/texts`, by POST or GET, and
//! what a mail server does: `/gateways/mail/SECRET/bounces`.
//! Whoever does not know the secret finds nothing there. It is answered only after it was kept, so that the gateway brings
//! again what was not.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::routing::post;
use kuitti_channels::http::{Settings, webhook};
use kuitti_channels::{Incoming, NotTaken, Receiver as _};

use super::bounces;
use super::incoming::Keeper;
use crate::app::AppState;
use crate::hash::sha256;

/// `/gateways/...`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/gateways/sms/{secret}/receipts", post(receipts).get(receipts))
        .route("/gateways/sms/{secret}/texts", post(texts).get(texts))
        .route("/gateways/mail/{secret}/bounces", post(bounces::bounced))
}

async fn receipts(
    State(app): State<AppState>,
    Path(secret): Path<String>,
    RawQuery(query): RawQuery,
    body: String,
) -> StatusCode {
    let Some(places) = known(&app, &secret).and_then(|settings| settings.receipts.as_ref()) else {
        return StatusCode::NOT_FOUND;
    };
    let brought = webhook::document(&query.unwrap_or_default(), &body);
    let receipts = webhook::receipts(&brought, places)
        .into_iter()
        .map(Incoming::Receipt);
    keep(&app, receipts.collect()).await
}

async fn texts(
    State(app): State<AppState>,
    Path(secret): Path<String>,
    RawQuery(query): RawQuery,
    body: String,
) -> StatusCode {
    let Some(places) = known(&app, &secret).and_then(|settings| settings.texts.as_ref()) else {
        return StatusCode::NOT_FOUND;
    };
    let brought = webhook::document(&query.unwrap_or_default(), &body);
    let text = webhook::text(&brought, places).map(Incoming::Text);
    keep(&app, text.into_iter().collect()).await
}

/// Is this the secret? Hashes are compared: how long that takes tells nothing.
pub(super) fn is_secret(secret: &str, said: &str) -> bool {
    !secret.is_empty() && sha256(secret.as_bytes()) == sha256(said.as_bytes())
}

/// The description of the gateway, for whoever knows the secret.
fn known<'a>(app: &'a AppState, secret: &str) -> Option<&'a Settings> {
    let settings = app.senders.gateway.as_ref()?.settings();
    is_secret(&settings.webhook_secret, secret).then_some(settings)
}

async fn keep(app: &AppState, brought: Vec<Incoming>) -> StatusCode {
    let keeper = Keeper(AppState::clone(app));
    for one in brought {
        if let Err(NotTaken) = keeper.take(one).await {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
    }
    StatusCode::OK
}
