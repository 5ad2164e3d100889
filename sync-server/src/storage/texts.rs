//! Texts of messages that the town wrote itself. Nothing is ever changed or removed: each change is a version of its own.

use async_trait::async_trait;
use kuitti_shared::domain::TextKey;
use kuitti_shared::id::{StaffId, TextId};
use kuitti_shared::unit::WallTime;

use super::StorageResult;

/// One version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRecord {
    /// Its id, as messages remember it.
    pub id: TextId,
    /// Where it belongs.
    pub key: TextKey,
    /// Which change of this text, from 1.
    pub version: u32,
    /// What it says; empty: what is built in.
    pub source: String,
    /// When.
    pub at: WallTime,
    /// Who; nobody in particular, where it came with the town.
    pub by: Option<StaffId>,
}

/// Looking at texts.
#[async_trait]
pub trait TextReads {
    /// The latest version of every text.
    async fn texts(&mut self) -> StorageResult<Vec<TextRecord>>;
    /// All versions of a text, latest first.
    async fn text_versions(&mut self, key: &TextKey) -> StorageResult<Vec<TextRecord>>;
}

/// Changing texts.
#[async_trait]
pub trait TextWrites {
    /// Adds a version; false, and nothing done, when there is one of this number already.
    async fn add_text(&mut self, text: &TextRecord) -> StorageResult<bool>;
}
