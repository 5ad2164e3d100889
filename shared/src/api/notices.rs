//! Messages to citizens, as the office sees them.

use serde::{Deserialize, Serialize};

use crate::domain::{Language, NoticeChannel, NoticeStage, NoticeState};
use crate::id::{NoticeId, PublicNumber, RequestId};
use crate::unit::WallTime;

/// Which messages to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeGroup {
    /// Those that wait for something.
    #[default]
    Waiting,
    /// Those that left.
    Sent,
    /// Those that a person has to decide: refused by the provider, or perhaps sent.
    NeedsPerson,
    /// Those that will not be sent.
    Cancelled,
}

/// A list of messages, newest first, with how many each group has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeList {
    /// The messages of the group.
    pub notices: Vec<NoticeRow>,
    /// Messages that wait.
    pub waiting: u64,
    /// Messages that left.
    pub sent: u64,
    /// Messages that a person has to decide.
    pub needs_person: u64,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeRow {
    /// Id.
    pub id: NoticeId,
    /// About which request.
    pub request: RequestId,
    /// Its public number.
    pub number: PublicNumber,
    /// Where the problem is.
    pub address: String,
    /// About which stage.
    pub stage: NoticeStage,
    /// How it travels.
    pub channel: NoticeChannel,
    /// In which language.
    pub language: Language,
    /// To whom; veiled for those who may not see contacts.
    pub recipient: String,
    /// Its life, with the reason why it waits.
    pub state: NoticeState,
    /// When it was made.
    pub created_at: WallTime,
    /// When its state last changed.
    pub changed_at: WallTime,
    /// How often it was tried.
    pub attempts: u32,
    /// When it goes, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<WallTime>,
    /// What it says instead of its usual words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// What a person decides about a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeDecision {
    /// Keep it back, whatever its gate says.
    Hold,
    /// Let its gate decide again.
    Release,
    /// Try again one that failed, or one of which nobody knows whether it left.
    SendAgain,
    /// It is known to have left, or need not leave any more.
    LeaveIt,
}

/// Other words for a message that waits: `PUT /api/notices/{id}/words`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EditNotice {
    /// What it says; its usual words when empty.
    pub words: String,
}

/// What a message would say now: `GET /api/notices/{id}/words`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeWords {
    /// What it says.
    pub words: String,
}

/// A decision as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecideNotice {
    /// Which.
    pub decision: NoticeDecision,
}
