//! What workers bring back: notes, checklist answers, photos, material, time, and the clashes between them.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use super::form::WireItemKind;
use super::{Fix, ItemKind, Localised};
use crate::clock::Occurred;
use crate::id::{ArticleCode, ConflictId, DeviceId, ItemCode, OpId, PhotoId, Sha256Hex, WorkerId};
use crate::unit::{Cents, Minutes, Version, WallTime};

/// A note. Add-only; its author can hide it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Note {
    /// The operation that wrote it.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// When.
    pub at: Occurred,
    /// What, as plain text.
    pub text: String,
    /// Hidden by its author.
    #[serde(default)]
    pub hidden: bool,
}

/// An answer on a checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "type", content = "value")]
pub enum ItemValue {
    /// Ticked or cleared.
    Tick(bool),
    /// A measured number in the unit of the item.
    Number(f64),
    /// Free text.
    Text(String),
}

/// One line of an order's checklist: the question and the answer that stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChecklistEntry {
    /// Which line.
    pub item: ItemCode,
    /// The question.
    pub label: Localised,
    /// How it is answered.
    #[cfg_attr(feature = "openapi", schema(value_type = WireItemKind))]
    pub kind: ItemKind,
    /// Must it be answered before the work counts as done?
    pub required: bool,
    /// The answer that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<PastValue>,
    /// Answers that were replaced, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<PastValue>,
}

impl ChecklistEntry {
    /// Has somebody answered it?
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer
            .as_ref()
            .is_some_and(|answer| self.kind.is_answered_by(&answer.value))
    }
}

/// A value with its origin: a register keeps what it replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PastValue {
    /// The value.
    pub value: ItemValue,
    /// The operation that set it.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// On which device; a device never clashes with itself.
    pub device: DeviceId,
    /// When.
    pub at: Occurred,
    /// The order's version that this change made: the field's version.
    pub version: Version,
}

/// What a photo shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PhotoRole {
    /// The place before the work.
    Before,
    /// The place after the work.
    After,
    /// Anything else worth showing.
    Other,
}

/// A photo's row. The bytes travel apart, by content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhotoRecord {
    /// Id.
    pub photo: PhotoId,
    /// The operation that brought it.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// When the operation was made.
    pub at: Occurred,
    /// What it shows.
    pub role: PhotoRole,
    /// Hash of the bytes that are sent.
    pub sha256: Sha256Hex,
    /// Bytes.
    pub size: u64,
    /// Width in pixels, upright. Nothing for a file that no device could open: see [`PhotoRecord::is_picture`].
    pub width: u32,
    /// Height in pixels, upright.
    pub height: u32,
    /// When the camera says it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<WallTime>,
    /// Where the camera or the device says it was taken. For the office only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_where: Option<Fix>,
    /// Have the bytes arrived at the server?
    #[serde(default)]
    pub arrived: bool,
    /// Hidden by its author.
    #[serde(default)]
    pub hidden: bool,
}

impl PhotoRecord {
    /// Is it a picture that can be shown? What could not be opened on the device came as it was, with everything that the
    /// camera wrote into it: it is a file for the office to fetch, and never shown to anybody else.
    #[must_use]
    pub const fn is_picture(&self) -> bool {
        self.width > 0 && self.height > 0
    }
}

/// Something that the category asks for and somebody has not brought yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "missing", content = "what")]
pub enum Missing {
    /// A photo in this role.
    Photo(PhotoRole),
    /// An answer to this checklist line.
    Item(ItemCode),
}

/// Why something that the category asks for could not be brought. Add-only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Exemption {
    /// The operation that says so.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// When.
    pub at: Occurred,
    /// What could not be brought.
    pub what: Missing,
    /// Why, in the worker's words.
    pub reason: String,
}

/// Material used at an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MaterialUse {
    /// The operation that recorded it.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// Which article.
    pub article: ArticleCode,
    /// How many thousandths of the article's unit (1500 = 1.5).
    pub thousandths: u32,
    /// The cost, when the worker knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cents>,
}

/// What kind of time was spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimeKind {
    /// Work at the place.
    Work,
    /// On the way.
    Travel,
    /// Waiting.
    Waiting,
}

/// Time spent on an order, as the worker states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimeEntry {
    /// The operation that recorded it.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// What kind.
    pub kind: TimeKind,
    /// How long.
    pub minutes: Minutes,
}

/// A field that belongs to the office; a worker can propose a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuggestField {
    /// The title.
    Title,
    /// The category.
    Category,
    /// The priority.
    Priority,
    /// The address or how to find the place.
    Place,
}

/// A worker's proposal for a field of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// The operation that made it.
    pub op: OpId,
    /// Who.
    pub worker: WorkerId,
    /// Which field.
    pub field: SuggestField,
    /// The proposed value.
    pub value: String,
}

/// What a conflict is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "about", content = "item")]
pub enum ConflictField {
    /// Two values for one checklist line.
    Checklist(ItemCode),
    /// A completion that the rules cannot decide alone.
    Completion,
    /// An undo that came too late.
    Undo,
}

/// A clash that somebody should look at. Both sides stay visible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConflictRecord {
    /// Id: that of the operation that found it.
    pub id: ConflictId,
    /// What it is about.
    pub field: ConflictField,
    /// Does a person have to decide, or is it only good to know?
    pub review: bool,
    /// Stable code of the reason, also the key of its sentence.
    pub code: String,
    /// When it was found.
    pub opened_at: WallTime,
    /// When the office settled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<WallTime>,
}
