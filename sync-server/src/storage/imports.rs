//! Runs of imports and what became of each line.

use async_trait::async_trait;
use kuitti_shared::id::{ImportId, RequestId};
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

use super::StorageResult;

/// A run of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRun {
    /// Id.
    pub id: ImportId,
    /// Which preset.
    pub preset: String,
    /// The file's name as the person called it, for show only.
    pub file: String,
    /// When it began.
    pub started_at: WallTime,
    /// When it ended.
    #[serde(default)]
    pub finished_at: Option<WallTime>,
    /// Lines taken.
    pub taken: u64,
    /// Lines taken with a warning.
    pub warned: u64,
    /// Lines that were here already.
    pub known: u64,
    /// Lines refused.
    pub refused: u64,
}

/// What became of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Line number in the file, from 1.
    pub line: u64,
    /// Its id in the other system, as far as it could be read.
    #[serde(default)]
    pub external: Option<String>,
    /// The verdict: `taken`, `warned`, `known` or `refused`.
    pub verdict: String,
    /// Stable codes of the reasons.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The request.
    #[serde(default)]
    pub request: Option<RequestId>,
}

/// Looking at imports.
#[async_trait]
pub trait ImportReads {
    /// A run.
    async fn import_run(&mut self, id: ImportId) -> StorageResult<Option<ImportRun>>;
    /// All runs, latest first.
    async fn import_runs(&mut self, limit: u32) -> StorageResult<Vec<ImportRun>>;
    /// Lines of a run after `line`, in sequence.
    async fn import_rows(&mut self, id: ImportId, line: u64, limit: u32) -> StorageResult<Vec<ImportRow>>;
}

/// Changing imports.
#[async_trait]
pub trait ImportWrites {
    /// Stores a run, new or changed.
    async fn put_import_run(&mut self, run: &ImportRun) -> StorageResult<()>;
    /// Adds lines.
    async fn add_import_rows(&mut self, id: ImportId, rows: &[ImportRow]) -> StorageResult<()>;
}
