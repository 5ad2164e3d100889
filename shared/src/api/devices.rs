//! Devices: `GET /api/devices`, `DELETE /api/devices/{id}` revokes, `POST /api/devices/{id}/drain` lets it hand in first.
//! Rescue files: `GET /api/devices/{id}/rescue-code`, `POST /api/rescues` takes one in.

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, WorkerId};
use crate::sync::rescue::RescueCode;
use crate::unit::{Millis, WallTime};

/// A device in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceRow {
    /// Id.
    pub id: DeviceId,
    /// Whose.
    pub worker: WorkerId,
    /// What it calls itself.
    pub name: String,
    /// The app's version.
    pub app: String,
    /// Since when.
    pub enrolled_at: WallTime,
    /// Its last sync.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sync_at: Option<WallTime>,
    /// How far its clock was ahead at the last sync.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_error: Option<Millis>,
    /// Operations it said it had not sent at the last sync.
    pub pending_ops: u64,
    /// Photos it said it had not sent at the last sync.
    pub pending_photos: u64,
    /// When it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<WallTime>,
    /// Until when it hands in what it has; it gets nothing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drain_until: Option<WallTime>,
}

/// The code of a device's rescue files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueCodeShown {
    /// To be typed where the file is opened by something else than this server.
    pub code: RescueCode,
}

/// The header in which a code travels beside a file, where the server's own does not fit.
pub const RESCUE_CODE_HEADER: &str = "x-rescue-code";

/// What became of a rescue file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueReport {
    /// Whose device it came from.
    pub worker: WorkerId,
    /// The device's name.
    pub device_name: String,
    /// When it was written, on the town's clock as far as the device knew it.
    pub written_at: WallTime,
    /// Operations that were new here.
    pub operations: u64,
    /// Operations that had arrived before.
    pub operations_known: u64,
    /// New operations that somebody should look at.
    pub to_review: u64,
    /// Photos that were new here.
    pub photos: u64,
    /// Photos that had arrived before.
    pub photos_known: u64,
    /// Photos that had no room in the file and are still on the device alone.
    pub photos_left: u64,
}
