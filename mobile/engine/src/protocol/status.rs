//! How the device is: enrolled for whom, what it still holds, how old its knowledge is.

use kuitti_shared::domain::{Language, Worker};
use kuitti_shared::id::DeviceId;
use kuitti_shared::unit::{Millis, WallTime};
use serde::{Deserialize, Serialize};

use super::Problem;

/// How the device is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceStatus {
    /// For whom, once it is enrolled.
    pub enrolment: Option<Enrolment>,
    /// What is only on this phone.
    pub pending: Pending,
    /// How old the knowledge is.
    pub sync: SyncState,
    /// How far the phone's clock is ahead of the town's (negative: behind). None while it is right within two minutes.
    pub clock_error: Option<Millis>,
    /// How the office treats the device.
    pub standing: Standing,
    /// What the worker has to know now. Work goes on all the same.
    pub problem: Option<Problem>,
    /// What the worker chose.
    pub settings: Settings,
}

/// For whom the device works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Who.
    pub worker: Worker,
    /// The device's id.
    pub device: DeviceId,
    /// The town's name.
    pub town: String,
    /// The IANA time zone in which the town lives.
    pub time_zone: String,
    /// Whom to call.
    pub office_phone: Option<String>,
    /// The server's address.
    pub server: String,
}

/// What is only on this phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pending {
    /// Operations that the server has not acknowledged.
    pub operations: u64,
    /// Photos of which not all bytes have arrived.
    pub photos: u64,
    /// Their bytes still to send.
    pub photo_bytes: u64,
    /// When the oldest of them was made.
    pub since: Option<WallTime>,
    /// Photos that are parked with a reason.
    pub parked: u64,
    /// What photos wait for, beside a way to the office.
    pub held: Option<Held>,
}

/// What photos wait for, because the worker wants them to go over Wi-Fi only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// For Wi-Fi.
    ForWifi,
    /// For the worker's word: this device does not say which network it is on.
    ForWord,
}

impl Pending {
    /// Everything that only this phone has, photos that are parked included.
    #[must_use]
    pub const fn unsent(&self) -> u64 {
        self.operations + self.photos + self.parked
    }
}

/// How old the knowledge is, and what is being done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncState {
    /// What the engine does now.
    pub phase: SyncPhase,
    /// When the device last had everything, by its own clock.
    pub last_success: Option<WallTime>,
    /// How long ago that was.
    pub age: Option<Millis>,
}

/// What the engine does about syncing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncPhase {
    /// Nothing to do.
    Idle,
    /// Operations go up, changes come down.
    Syncing,
    /// Photos go up.
    Uploading,
    /// The last try failed.
    Waiting {
        /// When it is tried again, by the device's clock.
        retry_at: WallTime,
    },
}

/// How the office treats the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// As usual.
    Active,
    /// It hands in what it has; nothing more comes down.
    DrainOnly,
    /// Its token is refused.
    Revoked,
}

/// What the worker chose for this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// None until chosen: then the worker's own language, or the system's.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// How what is large travels.
    #[serde(default)]
    pub large_over: LargeOver,
}

/// How photos and the street map travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LargeOver {
    /// Over whatever network there is.
    #[default]
    AnyNetwork,
    /// They wait for one that costs nothing by the byte.
    WifiOnly,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
