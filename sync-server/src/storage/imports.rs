//! Runs of imports and what became of each line.

use async_trait::async_trait;
use kuitti_shared::api::imports::LineVerdict;
use kuitti_shared::id::{CategoryCode, ImportId, PublicNumber};
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
    /// Categories that were made, for the office only.
    #[serde(default)]
    pub categories_made: Vec<CategoryCode>,
}

/// What became of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Line number in the file, from 1.
    pub line: u64,
    /// Its id in the other system, as far as it could be read.
    #[serde(default)]
    pub external: Option<String>,
    /// The verdict.
    pub verdict: LineVerdict,
    /// Stable codes of the reasons.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The number of the request that it made or was known as.
    #[serde(default)]
    pub number: Option<PublicNumber>,
}

/// Looking at imports.
#[async_trait]
pub trait ImportReads {
    /// A run.
    async fn import_run(&mut self, id: ImportId) -> StorageResult<Option<ImportRun>>;
    /// All runs, latest first.
    async fn import_runs(&mut self, limit: u32) -> StorageResult<Vec<ImportRun>>;
    /// Lines of a run after `line`, in sequence; only those with a verdict, when one is given.
    async fn import_rows(
        &mut self,
        id: ImportId,
        verdict: Option<LineVerdict>,
        line: u64,
        limit: u32,
    ) -> StorageResult<Vec<ImportRow>>;
}

/// Changing imports.
#[async_trait]
pub trait ImportWrites {
    /// Stores a run, new or changed.
    async fn put_import_run(&mut self, run: &ImportRun) -> StorageResult<()>;
    /// Adds lines.
    async fn add_import_rows(&mut self, id: ImportId, rows: &[ImportRow]) -> StorageResult<()>;
}
