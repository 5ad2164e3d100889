//! Somebody of the office, known by the session cookie.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::rules::permission::{self, Task};

use super::session::COOKIE;
use crate::act::{Act, Actor};
use crate::app::{App, AppState};
use crate::error::{Error, Refusal, Result};
use crate::hash::sha256;
use crate::storage::StaffRecord;

/// Somebody of the office who is logged in. As an extractor it answers 401 `not_logged_in` for everybody else.
#[derive(Clone)]
pub struct Staff {
    /// Who.
    pub record: StaffRecord,
    pub(super) session: Sha256Hex,
}

impl Staff {
    /// Who acts, for the audit log.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Staff {
            id: self.record.id,
            role: self.record.role,
        }
    }

    /// An act of this person, now.
    #[must_use]
    pub fn act(&self, app: &App) -> Act {
        app.act(self.actor())
    }

    /// May this person do that?
    ///
    /// # Errors
    /// 403 `not_allowed`.
    pub fn require(&self, task: Task) -> Result<()> {
        if permission::may(self.record.role, task) {
            Ok(())
        } else {
            Err(Error::refused(
                Refusal::Forbidden,
                "not_allowed",
                "Your role does not allow this. Ask your administrator.",
            ))
        }
    }
}

/// The value of the session cookie.
fn token(parts: &Parts) -> Option<&str> {
    let cookies = parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|header| header.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, value)| value)
}

async fn find(parts: &Parts, app: &AppState) -> Result<Option<Staff>> {
    let Some(token) = token(parts) else {
        return Ok(None);
    };
    let found = app
        .storage
        .look()
        .await?
        .session(&sha256(token.as_bytes()), app.clock.now())
        .await?;
    Ok(found
        .filter(|(_, record)| record.active)
        .map(|(session, record)| Staff {
            record,
            session: session.token,
        }))
}

impl FromRequestParts<AppState> for Staff {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self> {
        find(parts, app)
            .await?
            .ok_or_else(|| Error::refused(Refusal::Unauthenticated, "not_logged_in", "Log in first."))
    }
}

impl OptionalFromRequestParts<AppState> for Staff {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Option<Self>> {
        find(parts, app).await
    }
}
