//! The texts of messages: `GET /api/texts` lists what the town wrote itself, `POST /api/texts/read` shows one with its past,
//! `POST /api/texts/preview` says what it would say and cost, and `PUT /api/texts` makes it so.

use serde::{Deserialize, Serialize};

use crate::domain::{TextKey, TextVariable};
use crate::id::{PublicNumber, TextId};
use crate::unit::WallTime;

/// What the town wrote itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnTexts {
    /// Those that are in force.
    pub texts: Vec<OwnText>,
}

/// A text in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnText {
    /// Where it belongs.
    pub key: TextKey,
    /// Since when.
    pub since: WallTime,
    /// It cannot be used as it is: messages go out in the words that are built in.
    pub broken: bool,
}

/// One text with its past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextInForce {
    /// What is in force here; where the town wrote none, what is used instead.
    pub source: String,
    /// What is used without a text of the town here.
    pub otherwise: String,
    /// How often it was changed: to be sent with the next change.
    pub version: u32,
    /// Every change, latest first.
    pub versions: Vec<TextVersion>,
    /// What it can name.
    pub variables: Vec<TextVariable>,
}

/// One change of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextVersion {
    /// Its id, as messages remember it.
    pub id: TextId,
    /// When.
    pub at: WallTime,
    /// Who.
    pub by: String,
    /// To what; empty: back to what is built in.
    pub source: String,
}

/// A text as it is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextDraft {
    /// Where it belongs.
    pub key: TextKey,
    /// The text.
    pub source: String,
    /// About this request, by its number; about an invented one, without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<PublicNumber>,
}

/// A text to be put in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutText {
    /// Where it belongs.
    pub key: TextKey,
    /// The text; empty: what is built in.
    pub source: String,
    /// The version that was read.
    pub version: u32,
}

/// What a text would say and cost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextPreview {
    /// What is wrong with it, if something is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mistake: Option<TextMistake>,
    /// What it says; empty where it cannot be used.
    pub says: String,
    /// How large that is as a text message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<MessageSize>,
}

/// The size of a text message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageSize {
    /// How it is written: `gsm7`, `turkish_single`, `turkish_locking`, `turkish_both` or `ucs2`.
    pub encoding: String,
    /// Characters as people count them.
    pub characters: u32,
    /// Messages that the network carries, and the town pays.
    pub parts: u32,
    /// Units for which the last part still has room.
    pub left: u32,
    /// What it costs, where the town says what a part costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
}

/// What something costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Price {
    /// How much.
    pub amount: f64,
    /// Of what, as ISO 4217 code.
    pub currency: String,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "mistake")]
pub enum TextMistake {
    /// It names something that there is not, at all or at this stage.
    UnknownVariable {
        /// What it names.
        name: String,
        /// What it can name.
        known: Vec<TextVariable>,
    },
    /// It lacks what it is for.
    MissingVariable {
        /// What it has to name.
        name: TextVariable,
    },
    /// It uses a command other than `if`.
    UnknownCommand {
        /// Which.
        name: String,
    },
    /// It cannot be read.
    Unreadable {
        /// In which line.
        line: u32,
        /// Why, in English, as the reader of templates says it.
        why: String,
    },
    /// It says nothing.
    Empty,
    /// It is too long.
    TooLong {
        /// How many characters it may have.
        most: u32,
    },
}

impl TextMistake {
    /// Stable code: `text_...`; front ends translate `text-mistake-...`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownVariable { .. } => "text_unknown_variable",
            Self::MissingVariable { .. } => "text_missing_variable",
            Self::UnknownCommand { .. } => "text_unknown_command",
            Self::Unreadable { .. } => "text_unreadable",
            Self::Empty => "text_empty",
            Self::TooLong { .. } => "text_too_long",
        }
    }
}
