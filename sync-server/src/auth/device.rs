//! A device, known by its bearer token. A token does not expire; it is revoked.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use kuitti_shared::domain::Worker;
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::unit::WallTime;

use crate::act::{Act, Actor};
use crate::app::{App, AppState};
use crate::error::{Error, Refusal, Result};
use crate::hash::sha256;
use crate::storage::{DeviceRecord, ReadTx, WorkerRecord};

/// An enrolled device that may work. As an extractor it answers 401 for everybody else.
#[derive(Debug, Clone)]
pub struct Device {
    /// The device.
    pub record: DeviceRecord,
    /// Its worker, as the office has it now.
    pub worker: Worker,
}

/// A device whose token was revoked: what it still sends is kept for the office, and it gets nothing.
#[derive(Debug, Clone)]
pub struct RevokedDevice(pub Device);

/// Whoever holds a token that was once given out.
#[derive(Debug, Clone)]
pub enum TokenHolder {
    /// May work.
    Working(Device),
    /// May no longer.
    Revoked(RevokedDevice),
}

impl Device {
    /// Who acts, for the audit log.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Worker {
            worker: self.worker.id,
            device: self.record.id,
        }
    }

    /// An act of this worker, now.
    #[must_use]
    pub fn act(&self, app: &App) -> Act {
        app.act(self.actor())
    }

    /// The worker with the crew, as the rules see them.
    #[must_use]
    pub const fn hand(&self) -> Hand {
        Hand {
            worker: self.worker.id,
            crew: self.worker.crew,
        }
    }
}

impl TokenHolder {
    /// Whoever holds this device's token now.
    ///
    /// # Errors
    /// 401 `token_unknown` when its worker is gone.
    pub async fn of(tx: &mut dyn ReadTx, record: DeviceRecord, now: WallTime) -> Result<Self> {
        let worker = tx.worker(record.worker).await?.ok_or_else(unknown)?;
        Ok(Self::with(record, worker, now))
    }

    fn with(record: DeviceRecord, worker: WorkerRecord, now: WallTime) -> Self {
        let drained = record.drain_until.is_some_and(|until| until <= now);
        let revoked = record.revoked_at.is_some() || drained;
        let device = Device {
            record,
            worker: worker.worker,
        };
        if revoked {
            Self::Revoked(RevokedDevice(device))
        } else {
            Self::Working(device)
        }
    }
}

/// The answer to a revoked device.
#[must_use]
pub fn revoked() -> Error {
    Error::refused(
        Refusal::Unauthenticated,
        "device_revoked",
        "This device was revoked by the office. What it sent is kept there.",
    )
}

fn unknown() -> Error {
    Error::refused(
        Refusal::Unauthenticated,
        "token_unknown",
        "This device is not enrolled here. Enrol it with a new code.",
    )
}

fn bearer(parts: &Parts) -> Option<&str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

impl FromRequestParts<AppState> for TokenHolder {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self> {
        let token = bearer(parts).ok_or_else(unknown)?;
        let mut tx = app.storage.look().await?;
        let found = tx.device_by_token(&sha256(token.as_bytes())).await?;
        let (record, worker) = found.ok_or_else(unknown)?;
        Ok(Self::with(record, worker, app.clock.now()))
    }
}

impl FromRequestParts<AppState> for Device {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self> {
        match TokenHolder::from_request_parts(parts, app).await? {
            TokenHolder::Working(device) => Ok(device),
            TokenHolder::Revoked(_) => Err(revoked()),
        }
    }
}
