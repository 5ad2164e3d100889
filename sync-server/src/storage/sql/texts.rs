//! SQL of `storage/texts.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{Language, NoticeStage, TextKey, TextKind};
use kuitti_shared::id::{CategoryCode, StaffId, TextId};

use super::columns::{id, optional_id, time, unsigned};
use super::{Row, Transaction};
use crate::storage::{StorageError, StorageResult, TextReads, TextRecord, TextWrites};

fn text(row: &Row) -> StorageResult<TextRecord> {
    let category: String = row.try_get("category")?;
    let key = TextKey {
        language: known(Language::from_tag(row.try_get("language")?), "language")?,
        stage: known(NoticeStage::from_code(row.try_get("stage")?), "stage")?,
        kind: known(TextKind::from_code(row.try_get("kind")?), "kind")?,
        category: (!category.is_empty()).then_some(CategoryCode(category)),
    };
    Ok(TextRecord {
        id: TextId(id(row, "id")?),
        key,
        version: u32::try_from(unsigned(row, "version")?).map_err(|_| StorageError::Value("version"))?,
        source: row.try_get("source")?,
        at: time(row, "at")?,
        by: optional_id(row, "author")?.map(StaffId),
    })
}

fn known<T>(value: Option<T>, column: &'static str) -> StorageResult<T> {
    value.ok_or(StorageError::Value(column))
}

/// The empty text stands for all categories.
fn category(key: &TextKey) -> &str {
    key.category.as_ref().map_or("", CategoryCode::as_str)
}

#[async_trait]
impl TextReads for Transaction {
    async fn texts(&mut self) -> StorageResult<Vec<TextRecord>> {
        let rows = self
            .query(
                "SELECT id, language, stage, kind, category, version, source, at, author FROM notice_text AS text \
                 WHERE version = (SELECT max(version) FROM notice_text AS later WHERE later.language = text.language \
                 AND later.stage = text.stage AND later.kind = text.kind AND later.category = text.category) \
                 ORDER BY language, stage, kind, category",
            )
            .fetch_all()
            .await?;
        rows.iter().map(text).collect()
    }

    async fn text_versions(&mut self, key: &TextKey) -> StorageResult<Vec<TextRecord>> {
        let rows = self
            .query(
                "SELECT id, language, stage, kind, category, version, source, at, author FROM notice_text \
                 WHERE language = $1 AND stage = $2 AND kind = $3 AND category = $4 ORDER BY version DESC",
            )
            .bind(key.language.code())
            .bind(key.stage.code())
            .bind(key.kind.code())
            .bind(category(key))
            .fetch_all()
            .await?;
        rows.iter().map(text).collect()
    }
}

#[async_trait]
impl TextWrites for Transaction {
    async fn add_text(&mut self, text: &TextRecord) -> StorageResult<bool> {
        let added = self
            .query(
                "INSERT INTO notice_text (language, stage, kind, category, version, id, source, at, author) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
            )
            .bind(text.key.language.code())
            .bind(text.key.stage.code())
            .bind(text.key.kind.code())
            .bind(category(&text.key))
            .bind(text.version)
            .bind(text.id.bytes().as_slice())
            .bind(&text.source)
            .bind(text.at.0)
            .bind(text.by.map(|by| by.bytes().to_vec()))
            .execute()
            .await?;
        Ok(added > 0)
    }
}
