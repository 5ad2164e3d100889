//! What citizens report.

use serde::{Deserialize, Serialize};

use super::{NoticeChannel, NoticeStage};
use crate::unit::WallTime;

/// How far a request has come, as its citizen may know it. [`crate::rules::request_stage`] derives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestStage {
    /// Somebody has it.
    Received,
    /// There is an order for it.
    Planned,
    /// A crew is at it.
    InWork,
    /// The problem is gone.
    Done,
    /// It was looked at and not done, with a reason.
    NotDone,
    /// It was made safe; somebody comes again.
    NeedsVisit,
    /// It came back.
    Reopened,
}

impl RequestStage {
    /// Every stage.
    pub const ALL: [Self; 7] = [
        Self::Received,
        Self::Planned,
        Self::InWork,
        Self::Done,
        Self::NotDone,
        Self::NeedsVisit,
        Self::Reopened,
    ];

    /// Is there nothing left to do?
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Done | Self::NotDone)
    }

    /// Open311 GeoReport v2 `status`.
    #[must_use]
    pub const fn open311_status(self) -> &'static str {
        if self.is_terminal() { "closed" } else { "open" }
    }

    /// The name in the database and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Planned => "planned",
            Self::InWork => "in_work",
            Self::Done => "done",
            Self::NotDone => "not_done",
            Self::NeedsVisit => "needs_visit",
            Self::Reopened => "reopened",
        }
    }

    /// The stage of a [`RequestStage::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// How a request came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntakeChannel {
    /// The public form.
    Web,
    /// A call that an operator took.
    Phone,
    /// A file from another system.
    Import,
    /// A worker, on the way.
    Field,
}

/// What a citizen wrote back by text message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CitizenAnswer {
    /// As it came.
    pub text: String,
    /// When.
    pub at: WallTime,
    /// When somebody of the office had read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_at: Option<WallTime>,
}

/// How to reach a citizen, and how the citizen wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// Name, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phone number in E.164 form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Who this is in the town's own app, for messages that go there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The channels on which the citizen wants to be told.
    #[serde(default)]
    pub notify: Vec<NoticeChannel>,
    /// Which of the stages that can be chosen; as the town usually does, when the citizen has not chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stages: Option<Vec<NoticeStage>>,
    /// Channels whose number or address nobody has confirmed: only the code to confirm it goes there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unconfirmed: Vec<NoticeChannel>,
    /// Where a message goes that failed, one after another; as the town usually does, when the citizen has not chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Vec<NoticeChannel>>,
}
