//! SQL of `storage/imports.rs`.

use async_trait::async_trait;
use kuitti_shared::api::imports::LineVerdict;
use kuitti_shared::id::ImportId;

use super::Transaction;
use super::columns::{document, read_document, read_documents, signed};
use crate::storage::{ImportReads, ImportRow, ImportRun, ImportWrites, StorageResult};

// Looked for as it is written: within a text, quotation marks are escaped.
const ROWS: &str = "SELECT doc FROM import_row WHERE run = $1 AND line > $2 \
                    AND ($3 IS NULL OR doc LIKE '%\"verdict\":\"' || $3 || '\"%') ORDER BY line LIMIT $4";

#[async_trait]
impl ImportReads for Transaction {
    async fn import_run(&mut self, id: ImportId) -> StorageResult<Option<ImportRun>> {
        let row = self
            .query("SELECT doc FROM import_run WHERE id = $1")
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn import_runs(&mut self, limit: u32) -> StorageResult<Vec<ImportRun>> {
        let rows = self
            .query("SELECT doc FROM import_run ORDER BY started_at DESC LIMIT $1")
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn import_rows(
        &mut self,
        id: ImportId,
        verdict: Option<LineVerdict>,
        line: u64,
        limit: u32,
    ) -> StorageResult<Vec<ImportRow>> {
        let rows = self
            .query(ROWS)
            .bind(id.bytes().as_slice())
            .bind(signed(line))
            .bind(verdict.map(LineVerdict::code))
            .bind(limit)
            .long()
            .fetch_all()
            .await?;
        read_documents(&rows)
    }
}

#[async_trait]
impl ImportWrites for Transaction {
    async fn put_import_run(&mut self, run: &ImportRun) -> StorageResult<()> {
        self.query(
            "INSERT INTO import_run (id, started_at, doc) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET doc = $3",
        )
        .bind(run.id.bytes().as_slice())
        .bind(run.started_at.0)
        .bind(document(run)?)
        .execute()
        .await?;
        Ok(())
    }

    async fn add_import_rows(&mut self, id: ImportId, rows: &[ImportRow]) -> StorageResult<()> {
        for row in rows {
            self.query("INSERT INTO import_row (run, line, doc) VALUES ($1, $2, $3)")
                .bind(id.bytes().as_slice())
                .bind(signed(row.line))
                .bind(document(row)?)
                .execute()
                .await?;
        }
        Ok(())
    }
}
