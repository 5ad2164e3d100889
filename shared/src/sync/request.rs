//! Step one: the device pushes what it has and says what it knows. `POST /sync/v1`, JSON, at most
//! [`super::limits::OPERATIONS_UP`] operations and [`super::limits::BYTES_UP`] bytes.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::clock::PushClock;
use crate::id::{CrewId, DeviceId, IncarnationId, WorkerId};
use crate::operation::WireOperation;

/// The version of the protocol that this release speaks.
pub const SCHEMA: u32 = 1;

/// What a device sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SyncRequest {
    /// Which device; the token must belong to it.
    pub device: DeviceId,
    /// Which numbering.
    pub incarnation: IncarnationId,
    /// The app's version, for support.
    pub app: String,
    /// The protocol's version.
    pub schema: u32,
    /// The device's clocks at the moment of sending.
    pub clock: PushClock,
    /// New operations, in sequence, without gaps.
    #[serde(default)]
    pub ops: Vec<WireOperation>,
    /// How far the device has got in each scope; a missing scope starts with a snapshot.
    #[serde(default)]
    pub cursors: BTreeMap<Scope, Cursor>,
    /// Which edition of the town card the device has.
    #[serde(default)]
    pub town: Option<u64>,
    /// What support wants to know.
    #[serde(default)]
    pub health: Health,
    /// How many orders the device wants at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

/// How the device is, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// Operations not yet acknowledged, those of this request included.
    #[serde(default)]
    pub pending_ops: u64,
    /// Photos whose bytes have not all arrived.
    #[serde(default)]
    pub pending_photos: u64,
    /// Digest mismatches since the last snapshot.
    #[serde(default)]
    pub digest_mismatches: u32,
}

/// A stream of changes: the orders of one worker or of one crew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Scope {
    /// Orders of one worker.
    Worker(WorkerId),
    /// Orders of one crew.
    Crew(CrewId),
}

/// A place in a scope's stream: `epoch.seq`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Cursor {
    /// Renewed when the server comes back from a backup: an old cursor then means a snapshot.
    pub epoch: u64,
    /// The last change seen.
    pub seq: u64,
}

/// A text that is no scope or no cursor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is neither a scope such as worker:ID nor a cursor such as 1.42")]
pub struct NotAScopeOrCursor(String);

impl fmt::Display for Scope {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Worker(id) => write!(out, "worker:{id}"),
            Self::Crew(id) => write!(out, "crew:{id}"),
        }
    }
}

impl FromStr for Scope {
    type Err = NotAScopeOrCursor;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAScopeOrCursor(text.to_owned());
        match text.split_once(':').ok_or_else(wrong)? {
            ("worker", id) => id.parse().map(Self::Worker).map_err(|_| wrong()),
            ("crew", id) => id.parse().map(Self::Crew).map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.epoch, self.seq)
    }
}

impl FromStr for Cursor {
    type Err = NotAScopeOrCursor;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let numbers = text
            .split_once('.')
            .and_then(|(epoch, seq)| Some((epoch.parse().ok()?, seq.parse().ok()?)));
        let (epoch, seq) = numbers.ok_or_else(|| NotAScopeOrCursor(text.to_owned()))?;
        Ok(Self { epoch, seq })
    }
}

macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
        impl TryFrom<String> for $name {
            type Error = NotAScopeOrCursor;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                String::schema()
            }
        }
        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {}
    )+};
}
as_text!(Scope, Cursor);
