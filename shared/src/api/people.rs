//! Workers and how their devices are enrolled: `POST /api/workers/{id}/enrolment`.

use serde::{Deserialize, Serialize};

use crate::id::WorkerId;
use crate::unit::WallTime;

/// A one-time code for one worker's device. Shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// For whom.
    pub worker: WorkerId,
    /// The code to type, grouped: `ABCD-EFGH`.
    pub code: String,
    /// The address behind the QR code.
    pub url: String,
    /// The QR code as an SVG document made by the server.
    pub qr_svg: String,
    /// Until when it works.
    pub expires_at: WallTime,
}
