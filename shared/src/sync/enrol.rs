//! Step zero: a one-time code becomes a device with a token. `POST /sync/v1/enrol`, without a token.
//!
//! The code is eight Crockford characters, works once and for a short time, and is shown as QR and as text.
//! Answers: 200; 404 `enrolment_unknown` for a code that never was; 410 `enrolment_used` or `enrolment_expired`.

use serde::{Deserialize, Serialize};

use super::town::TownCard;
use crate::id::{DeviceId, IncarnationId};
use crate::unit::WallTime;

/// What a device sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnrolRequest {
    /// The one-time code, as typed: case, blanks and hyphens do not matter.
    pub code: String,
    /// What the device calls itself, so that the office can tell two apart.
    pub device_name: String,
    /// The app's version.
    pub app: String,
}

/// What the server answers. The token is shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnrolResponse {
    /// The device's id.
    pub device: DeviceId,
    /// Its first numbering.
    pub incarnation: IncarnationId,
    /// The bearer token; it does not expire, it is revoked.
    pub token: String,
    /// The town.
    pub town: TownCard,
    /// The server's clock.
    pub server_time: WallTime,
}
