//! The payload of each kind of operation. The names of kinds stand here and nowhere else.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::domain::{Extent, Fix, ItemValue, Missing, Outcome, PhotoRole, Place, SuggestField, TimeKind};
use crate::id::{ArticleCode, CategoryCode, ItemCode, OpId, PhotoId, RequestId, Sha256Hex, VisitId};
use crate::unit::{Cents, Minutes, WallTime};

/// What was done, with its payload. On the wire: `{"kind": "name@version", "data": {...}}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum Action {
    /// The worker will go.
    #[serde(rename = "accept@1")]
    Accept {},
    /// The worker refuses.
    #[serde(rename = "decline@1")]
    Decline {
        /// In the worker's words.
        reason: String,
    },
    /// The worker gives it back.
    #[serde(rename = "hand_back@1")]
    HandBack {
        /// In the worker's words.
        reason: String,
    },
    /// The worker sets off.
    #[serde(rename = "en_route@1")]
    EnRoute {},
    /// The worker begins.
    #[serde(rename = "start@1")]
    Start {},
    /// The worker interrupts.
    #[serde(rename = "pause@1")]
    Pause {
        /// In the worker's words.
        reason: String,
    },
    /// The worker goes on.
    #[serde(rename = "resume@1")]
    Resume {},
    /// A line of the checklist is answered.
    #[serde(rename = "check@1")]
    Check {
        /// Which line.
        item: ItemCode,
        /// The answer.
        value: ItemValue,
    },
    /// A line of the checklist is measured.
    #[serde(rename = "measure@1")]
    Measure {
        /// Which line.
        item: ItemCode,
        /// The number.
        value: f64,
        /// Its unit, as the device showed it.
        unit: String,
    },
    /// A note.
    #[serde(rename = "note@1")]
    Note {
        /// Plain text.
        text: String,
    },
    /// A photo was taken; its bytes follow apart.
    #[serde(rename = "photo@1")]
    Photo(PhotoTaken),
    /// Something that the category asks for could not be brought.
    #[serde(rename = "could_not@1")]
    CouldNot {
        /// What.
        what: Missing,
        /// Why, in the worker's words.
        reason: String,
    },
    /// Material was used.
    #[serde(rename = "material@1")]
    Material {
        /// Which article.
        article: ArticleCode,
        /// Thousandths of the article's unit.
        thousandths: u32,
        /// The cost, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cost: Option<Cents>,
    },
    /// Time was spent.
    #[serde(rename = "time@1")]
    Time {
        /// What kind.
        kind: TimeKind,
        /// How long.
        minutes: Minutes,
    },
    /// A field of the office should be different.
    #[serde(rename = "suggest@1")]
    Suggest {
        /// Which field.
        field: SuggestField,
        /// The proposed value.
        value: String,
    },
    /// The visit is over.
    #[serde(rename = "finish@1")]
    Finish {
        /// What came of it.
        #[serde(flatten)]
        outcome: Outcome,
        /// All of the order or a part.
        extent: Extent,
        /// What is left to do, for an outcome that needs a follow-up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        follow_up: Option<String>,
    },
    /// Another worker's completion is right.
    #[serde(rename = "confirm@1")]
    Confirm {
        /// Whose.
        visit: VisitId,
    },
    /// The worker's own latest move is taken back.
    #[serde(rename = "undo@1")]
    Undo {
        /// Which.
        op: OpId,
    },
    /// A new problem, found on the way.
    #[serde(rename = "report@1")]
    Report(Report),
    /// A new problem with photos of it, whose bytes follow apart.
    #[serde(rename = "report@2")]
    ReportWithPhotos(ReportWithPhotos),
    /// The worker's own photo or note is hidden.
    #[serde(rename = "hide@1")]
    Hide(HideTarget),
}

/// A photo as announced before its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhotoTaken {
    /// Id, made on the device.
    pub photo: PhotoId,
    /// Hash of the bytes that will be sent.
    pub sha256: Sha256Hex,
    /// Bytes.
    pub size: u64,
    /// Width in pixels, upright. Nothing for a file that the device could not open, and sends as it is.
    pub width: u32,
    /// Height in pixels, upright; nothing likewise.
    pub height: u32,
    /// What it shows.
    pub role: PhotoRole,
    /// When the camera says it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<WallTime>,
    /// Where it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_where: Option<Fix>,
}

/// A new problem, found on the way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Id, made on the device.
    pub request: RequestId,
    /// Kind of problem.
    pub category: CategoryCode,
    /// Plain text.
    pub description: String,
    /// Where.
    pub place: Place,
}

/// A new problem with photos of it. A version of its own: a server that knew only the first would take the report in and
/// forget whose photos arrive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportWithPhotos {
    /// The problem.
    #[serde(flatten)]
    pub report: Report,
    /// The photos, by the hash of the bytes that will be sent.
    pub photos: Vec<Sha256Hex>,
}

/// What is hidden: the operation that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HideTarget {
    /// A photo.
    Photo(OpId),
    /// A note.
    Note(OpId),
}

impl Action {
    /// Which line of the catalogue this is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Accept {} => Kind::Accept,
            Self::Decline { .. } => Kind::Decline,
            Self::HandBack { .. } => Kind::HandBack,
            Self::EnRoute {} => Kind::EnRoute,
            Self::Start {} => Kind::Start,
            Self::Pause { .. } => Kind::Pause,
            Self::Resume {} => Kind::Resume,
            Self::Check { .. } => Kind::Check,
            Self::Measure { .. } => Kind::Measure,
            Self::Note { .. } => Kind::Note,
            Self::Photo(_) => Kind::Photo,
            Self::CouldNot { .. } => Kind::CouldNot,
            Self::Material { .. } => Kind::Material,
            Self::Time { .. } => Kind::Time,
            Self::Suggest { .. } => Kind::Suggest,
            Self::Finish { .. } => Kind::Finish,
            Self::Confirm { .. } => Kind::Confirm,
            Self::Undo { .. } => Kind::Undo,
            Self::Report(_) | Self::ReportWithPhotos(_) => Kind::Report,
            Self::Hide(_) => Kind::Hide,
        }
    }
}
