//! Citizens who are told by a call: `GET /api/calls`, `POST /api/calls/{id}/take`, `POST /api/calls/{id}/result`.

use serde::{Deserialize, Serialize};

use crate::domain::{Language, NoticeStage};
use crate::id::{NoticeId, PublicNumber, RequestId};
use crate::unit::WallTime;

/// A call that somebody has to make, or is making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallRow {
    /// The message that is told.
    pub id: NoticeId,
    /// About which request.
    pub request: RequestId,
    /// Its public number.
    pub number: PublicNumber,
    /// Where the problem is.
    pub address: String,
    /// About which stage.
    pub stage: NoticeStage,
    /// In which language.
    pub language: Language,
    /// Whom to ask for, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which number.
    pub phone: String,
    /// How often it was tried.
    pub attempts: u32,
    /// Since when it has to be made.
    pub since: WallTime,
    /// Who makes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Taken>,
}

/// A call in somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Taken {
    /// By whom.
    pub by: String,
    /// Until then the result has to be said.
    pub until: WallTime,
    /// What to say, for the one who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// What came of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallResult {
    /// The citizen knows.
    Told,
    /// Nobody answered: later again, or another way after some attempts.
    NoAnswer,
    /// The number is not the citizen's: another way, where there is one.
    WrongNumber,
    /// The citizen wants no more calls.
    NoMoreCalls,
    /// Nobody called after all: somebody else can take it.
    NotCalled,
}

impl CallResult {
    /// Every result, as a form offers them.
    pub const ALL: [Self; 5] = [
        Self::Told,
        Self::NoAnswer,
        Self::WrongNumber,
        Self::NoMoreCalls,
        Self::NotCalled,
    ];

    /// The name on the wire and in text keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::NoAnswer => "no_answer",
            Self::WrongNumber => "wrong_number",
            Self::NoMoreCalls => "no_more_calls",
            Self::NotCalled => "not_called",
        }
    }
}

/// A result as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndCall {
    /// Which.
    pub result: CallResult,
}
