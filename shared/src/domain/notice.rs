//! Messages to citizens and the life of each.

use serde::{Deserialize, Serialize};

use crate::unit::WallTime;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeStage {
    /// We have your report; here is your code.
    Received,
    /// A crew has it on its list.
    Scheduled,
    /// A crew is on its way.
    OnTheWay,
    /// It is done.
    Done,
    /// It was not done, and why.
    NotDone,
    /// It was made safe; somebody comes again.
    NeedsVisit,
    /// You say that it came back; we look at it again.
    Reopened,
    /// What we told you was not so.
    Corrected,
    /// Is this your number, or your address? A code to say so.
    Confirm,
}

impl NoticeStage {
    /// Every stage.
    pub const ALL: [Self; 9] = [
        Self::Received,
        Self::Scheduled,
        Self::OnTheWay,
        Self::Done,
        Self::NotDone,
        Self::NeedsVisit,
        Self::Reopened,
        Self::Corrected,
        Self::Confirm,
    ];

    /// The name in the database and in template names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Scheduled => "scheduled",
            Self::OnTheWay => "on_the_way",
            Self::Done => "done",
            Self::NotDone => "not_done",
            Self::NeedsVisit => "needs_visit",
            Self::Reopened => "reopened",
            Self::Corrected => "corrected",
            Self::Confirm => "confirm",
        }
    }

    /// Does it say how the work stands? Then the worker's undo, doubts and later changes hold it back or take it away.
    #[must_use]
    pub const fn reports_work(self) -> bool {
        matches!(
            self,
            Self::Scheduled | Self::OnTheWay | Self::Done | Self::NotDone | Self::NeedsVisit
        )
    }

    /// The stage of a [`NoticeStage::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// How a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeChannel {
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
    /// Somebody of the contact centre calls.
    Call,
    /// The town's own app or system is told, and passes it on.
    Webhook,
}

impl NoticeChannel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Sms, Self::Email, Self::Call, Self::Webhook];
    /// Those that anybody can be reached by who has a number or an address.
    pub const DIRECT: [Self; 2] = [Self::Sms, Self::Email];

    /// The name in the database and in template names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Call => "call",
            Self::Webhook => "webhook",
        }
    }

    /// The channel of a [`NoticeChannel::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// Why a message waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "waits_for")]
pub enum WaitReason {
    /// The worker can still take the finish back.
    UndoWindow {
        /// Until then.
        until: WallTime,
    },
    /// Photos that prove it have not arrived.
    Proof {
        /// How many are missing.
        missing: u32,
    },
    /// Somebody has to decide a conflict first.
    Conflict,
    /// The other worker or the office has to confirm.
    Confirmation,
    /// It is night.
    QuietHours {
        /// Until then.
        until: WallTime,
    },
    /// The office holds it.
    Office,
    /// Somebody has to call: it stands in the list of calls.
    Caller,
    /// The last attempt failed; the next one comes.
    Retry {
        /// Not before then.
        until: WallTime,
    },
}

/// The life of a message.
///
/// ```text
/// waiting(reason) -> leased -> sent -> delivered | failed | uncertain
///        \-> cancelled(code)
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum NoticeState {
    /// Its gate is shut, or it is its turn next (`None`).
    Waiting {
        /// Why.
        reason: Option<WaitReason>,
    },
    /// A sender has it.
    Leased,
    /// The provider has it.
    Sent,
    /// The provider says that it arrived.
    Delivered,
    /// The provider refused it for good.
    Failed {
        /// The provider's reason, for the office.
        reason: String,
    },
    /// It may have been sent: a person decides.
    Uncertain,
    /// It will not be sent.
    Cancelled {
        /// Stable code of the reason.
        reason: String,
    },
}
