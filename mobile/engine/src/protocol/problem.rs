//! What is wrong, as a code with its parameters; the sentence is the Fluent message `phone-problem-CODE` (with `-` for `_`).

use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

/// Something that a worker has to know about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The device belongs to no town yet.
    NotEnrolled,
    /// The address is no address of a server.
    ServerAddress,
    /// The code never was.
    EnrolmentUnknown,
    /// The code has been used.
    EnrolmentUsed,
    /// The code is too old.
    EnrolmentExpired,
    /// Another worker's unsent work is on this phone; it goes first.
    OtherWorkersWork {
        /// Whose.
        worker: String,
    },
    /// No answer from the server.
    Unreachable {
        /// When it is tried again, by the device's clock.
        retry_at: Option<WallTime>,
    },
    /// The server has too much to do.
    ServerBusy {
        /// When it is tried again, by the device's clock.
        retry_at: Option<WallTime>,
    },
    /// The server made a mistake.
    ServerFailed {
        /// When it is tried again, by the device's clock.
        retry_at: Option<WallTime>,
    },
    /// The office no longer accepts this device: it has to be enrolled again. Work goes on.
    Revoked,
    /// The app is too old to read new orders. Work goes on and is handed in.
    UpgradeNeeded,
    /// The file has nothing in it, or could not be read.
    PhotoEmpty,
    /// The file has more bytes than can be kept and sent.
    PhotoFileTooLarge,
    /// The picture could not be opened, so that what was drawn on it could not become part of it.
    PhotoNotDrawn,
    /// The file is no recorded track, or a damaged one.
    NoTrack,
    /// The track does not say when the recorder was where.
    TrackWithoutTime,
    /// The order is not on this phone.
    OrderUnknown,
    /// The photo is not on this phone.
    PhotoNotHere,
    /// A text is longer than the town accepts.
    TextTooLong,
    /// The request makes no sense, such as a photo without bytes.
    NotPossible,
    /// Everything has been sent: there is nothing to rescue.
    NothingToRescue,
    /// The phone has not heard from the office with which code it may close a file.
    NoRescueCode,
    /// No room left on the phone.
    StorageFull,
    /// The phone's storage failed.
    StorageFailed,
}

impl Problem {
    /// The code, also the key of the sentence.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotEnrolled => "not_enrolled",
            Self::ServerAddress => "server_address",
            Self::EnrolmentUnknown => "enrolment_unknown",
            Self::EnrolmentUsed => "enrolment_used",
            Self::EnrolmentExpired => "enrolment_expired",
            Self::OtherWorkersWork { .. } => "other_workers_work",
            Self::Unreachable { .. } => "unreachable",
            Self::ServerBusy { .. } => "server_busy",
            Self::ServerFailed { .. } => "server_failed",
            Self::Revoked => "revoked",
            Self::UpgradeNeeded => "upgrade_needed",
            Self::PhotoEmpty => "photo_empty",
            Self::PhotoFileTooLarge => "photo_file_too_large",
            Self::PhotoNotDrawn => "photo_not_drawn",
            Self::NoTrack => "no_track",
            Self::TrackWithoutTime => "track_without_time",
            Self::OrderUnknown => "order_unknown",
            Self::PhotoNotHere => "photo_not_here",
            Self::TextTooLong => "text_too_long",
            Self::NotPossible => "not_possible",
            Self::NothingToRescue => "nothing_to_rescue",
            Self::NoRescueCode => "no_rescue_code",
            Self::StorageFull => "storage_full",
            Self::StorageFailed => "storage_failed",
        }
    }
}
