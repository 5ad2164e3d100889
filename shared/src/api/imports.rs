//! Bringing in a file of requests from another system.

use serde::{Deserialize, Serialize};

use crate::id::{CategoryCode, ImportId, PublicNumber};
use crate::unit::WallTime;

/// The verdict on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LineVerdict {
    /// A request was made.
    Taken,
    /// A request was made, and somebody should look at it.
    TakenWithWarning,
    /// Nothing was made, and the line says why.
    Refused,
    /// It came in before; nothing was changed.
    Known,
}

impl LineVerdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [Self::Taken, Self::TakenWithWarning, Self::Refused, Self::Known];

    /// The name in the database, in reports and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::TakenWithWarning => "taken_with_warning",
            Self::Refused => "refused",
            Self::Known => "known",
        }
    }

    /// The verdict of a [`LineVerdict::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

/// An import, counted. The four verdicts add up to `rows`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportSummary {
    /// Id.
    pub id: ImportId,
    /// Name of the preset.
    pub preset: String,
    /// Name of the file, as the sender called it.
    pub file: String,
    /// When.
    pub at: WallTime,
    /// Lines below the first.
    pub rows: u64,
    /// Lines that made a request.
    pub taken: u64,
    /// Lines that made a request to look at.
    pub taken_with_warning: u64,
    /// Lines that made nothing.
    pub refused: u64,
    /// Lines that had come in before.
    pub known: u64,
    /// Categories that the town did not have and that were made, for the office only.
    #[serde(default)]
    pub categories_made: Vec<CategoryCode>,
}

/// What the report says about one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportLine {
    /// Line of the file, counted from 1 as an editor does; the first request is usually on line 2.
    pub line: u64,
    /// The number in the other system; empty when the line has none.
    pub external: String,
    /// The verdict.
    pub verdict: LineVerdict,
    /// Stable codes of the reasons.
    pub codes: Vec<String>,
    /// The reasons as sentences in the reader's language.
    pub reasons: Vec<String>,
    /// The request that was made, or that the line is known as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<PublicNumber>,
}
