//! Texts of messages that the town writes itself, and what they can name.

use serde::{Deserialize, Serialize};

use super::{Language, NoticeChannel, NoticeStage};
use crate::id::CategoryCode;

/// Which part of a message a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// A whole text message.
    Sms,
    /// The sentence that a mail is about.
    Mail,
    /// A mail's subject.
    Subject,
}

impl TextKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Sms, Self::Mail, Self::Subject];

    /// The name in the database and in Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Mail => "mail",
            Self::Subject => "subject",
        }
    }

    /// The kind of a [`TextKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Which text says what a message says on this channel.
    #[must_use]
    pub const fn of_channel(channel: NoticeChannel) -> Self {
        match channel {
            NoticeChannel::Email => Self::Mail,
            NoticeChannel::Sms | NoticeChannel::Call | NoticeChannel::Webhook => Self::Sms,
        }
    }
}

/// Where a text belongs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextKey {
    /// In which language.
    pub language: Language,
    /// About which stage.
    pub stage: NoticeStage,
    /// Which part of the message.
    pub kind: TextKind,
    /// Only for this kind of problem; for all that have none of their own, without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryCode>,
}

/// What a text can name. Nobody's name is among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TextVariable {
    /// The town.
    Town,
    /// The kind of problem.
    Category,
    /// Where it is, in words.
    Place,
    /// The public number.
    Number,
    /// The tracking code.
    Code,
    /// The address of the case's page.
    Link,
    /// When the work ended.
    When,
    /// Why it was not done.
    Reason,
    /// The address of the photo taken afterwards; empty where there is none for the public.
    Photo,
    /// How the work stands now: `done`, `not_done` or `open`.
    Now,
    /// The code of six digits.
    Confirm,
}

impl TextVariable {
    /// Every variable.
    pub const ALL: [Self; 11] = [
        Self::Town,
        Self::Category,
        Self::Place,
        Self::Number,
        Self::Code,
        Self::Link,
        Self::When,
        Self::Reason,
        Self::Photo,
        Self::Now,
        Self::Confirm,
    ];

    /// The name in a text.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Category => "category",
            Self::Place => "place",
            Self::Number => "number",
            Self::Code => "code",
            Self::Link => "link",
            Self::When => "when",
            Self::Reason => "reason",
            Self::Photo => "photo",
            Self::Now => "now",
            Self::Confirm => "confirm",
        }
    }

    /// Can a text about this stage name it? Nobody knows yet whose number a code goes to: nothing about the case stands there.
    #[must_use]
    pub const fn is_known_at(self, stage: NoticeStage) -> bool {
        match (self, stage) {
            (Self::Town, _) => true,
            (Self::Confirm, stage) => matches!(stage, NoticeStage::Confirm),
            (_, NoticeStage::Confirm) => false,
            (Self::When, stage) => matches!(
                stage,
                NoticeStage::Done | NoticeStage::NotDone | NoticeStage::NeedsVisit
            ),
            (Self::Reason, stage) => matches!(stage, NoticeStage::NotDone),
            (Self::Photo, stage) => matches!(stage, NoticeStage::Done),
            (Self::Now, stage) => matches!(stage, NoticeStage::Corrected),
            _ => true,
        }
    }

    /// What a text about this stage can name.
    pub fn known_at(stage: NoticeStage) -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(move |variable| variable.is_known_at(stage))
    }
}
