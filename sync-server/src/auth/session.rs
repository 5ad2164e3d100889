//! Logging in, asking who one is, logging out: `/api/session`.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::api::session::{LogIn, Me};
use kuitti_shared::rules::permission;
use kuitti_shared::unit::Millis;
use serde_json::json;

use super::limit::Attempt;
use super::staff::Staff;
use super::token::Secret;
use super::{Caller, password};
use crate::act::Actor;
use crate::app::AppState;
use crate::error::{Error, Refusal, Result};
use crate::http::json::Json;
use crate::storage::{AuditEntry, SessionRecord, StaffRecord};

/// The cookie's name.
pub const COOKIE: &str = "kuitti_session";
/// A working day with its breaks; after that the office logs in again.
const LIFETIME: Millis = Millis::from_seconds(12 * 3_600);

/// Logs in.
#[utoipa::path(post, path = "/api/session", tag = "session", request_body = LogIn,
    responses((status = 200, body = Me), (status = 401, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn log_in(
    State(app): State<AppState>,
    Caller(peer): Caller,
    headers: HeaderMap,
    Json(body): Json<LogIn>,
) -> Result<impl IntoResponse> {
    let now = app.clock.now();
    let (by_name, by_peer) = (body.name.trim().to_lowercase(), peer.to_string());
    app.limits.check(Attempt::LogInAs, &by_name, now)?;
    app.limits.check(Attempt::LogInFrom, &by_peer, now)?;
    let staff = app.storage.look().await?.staff_by_name(body.name.trim()).await?;
    let hash = staff
        .as_ref()
        .filter(|staff| staff.active)
        .map(|staff| staff.password.clone());
    let right = password::is_right(body.password, hash).await;
    let Some(staff) = staff.filter(|_| right) else {
        app.limits.count(Attempt::LogInAs, &by_name, now)?;
        app.limits.count(Attempt::LogInFrom, &by_peer, now)?;
        return Err(Error::refused(
            Refusal::Unauthenticated,
            "wrong_login",
            "Name or password is not right. Try again, or ask your administrator for a new password.",
        ));
    };
    let secret = open(&app, &staff).await?;
    let secure = headers
        .get("x-forwarded-proto")
        .is_some_and(|proto| proto == "https")
        || app.config.public_url.starts_with("https:");
    Ok((cookie(&secret.text, LIFETIME, secure), Json(me(&staff))))
}

async fn open(app: &AppState, staff: &StaffRecord) -> Result<Secret> {
    let act = app.act(Actor::Staff {
        id: staff.id,
        role: staff.role,
    });
    let secret = Secret::token(&act);
    let mut tx = app.storage.write().await?;
    tx.put_session(&SessionRecord {
        token: secret.hash.clone(),
        staff: staff.id,
        created_at: act.now,
        expires_at: act.now + LIFETIME,
    })
    .await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "session.opened".to_owned(),
        subject: "staff".to_owned(),
        subject_id: Some(staff.id.0),
        detail: json!({}),
    })
    .await?;
    tx.commit().await?;
    Ok(secret)
}

/// Who is logged in.
#[utoipa::path(get, path = "/api/session", tag = "session",
    responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub(super) async fn who_am_i(staff: Staff) -> Json<Me> {
    Json(me(&staff.record))
}

/// Logs out.
#[utoipa::path(delete, path = "/api/session", tag = "session", responses((status = 204)))]
pub(super) async fn log_out(State(app): State<AppState>, staff: Option<Staff>) -> Result<impl IntoResponse> {
    if let Some(staff) = staff {
        let mut tx = app.storage.write().await?;
        tx.delete_session(&staff.session).await?;
        tx.commit().await?;
    }
    Ok((StatusCode::NO_CONTENT, cookie("", Millis(0), false)))
}

fn me(staff: &StaffRecord) -> Me {
    Me {
        id: staff.id,
        name: staff.name.clone(),
        role: staff.role,
        tasks: permission::tasks(staff.role).to_vec(),
        language: staff.language,
    }
}

fn cookie(value: &str, lifetime: Millis, secure: bool) -> HeaderMap {
    let seconds = lifetime.0 / 1_000;
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    let value = HeaderValue::from_str(&text).ok();
    value
        .map(|value| (header::SET_COOKIE, value))
        .into_iter()
        .collect()
}
