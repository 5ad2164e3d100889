//! SQL of `storage/town.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::Category;
use kuitti_shared::id::CategoryCode;
use kuitti_shared::sync::town::Article;

use super::Transaction;
use super::columns::{document, read_document, read_documents, unsigned};
use crate::storage::{StorageResult, TownReads, TownWrites};

#[async_trait]
impl TownReads for Transaction {
    async fn categories(&mut self) -> StorageResult<Vec<Category>> {
        let rows = self
            .query("SELECT doc FROM category ORDER BY position, code")
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn category(&mut self, code: &CategoryCode) -> StorageResult<Option<Category>> {
        let row = self
            .query("SELECT doc FROM category WHERE code = $1")
            .bind(&code.0)
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn articles(&mut self) -> StorageResult<Vec<Article>> {
        let rows = self
            .query("SELECT doc FROM article ORDER BY position, code")
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn edition(&mut self) -> StorageResult<u64> {
        let row = self
            .query("SELECT value FROM counter WHERE name = 'edition'")
            .fetch_optional()
            .await?;
        row.map_or(Ok(0), |row| unsigned(&row, "value"))
    }

    async fn setting(&mut self, key: &str) -> StorageResult<Option<serde_json::Value>> {
        let row = self
            .query("SELECT value FROM setting WHERE key = $1")
            .bind(key)
            .fetch_optional()
            .await?;
        row.map(|row| Ok(serde_json::from_str(row.try_get("value")?)?))
            .transpose()
    }
}

#[async_trait]
impl TownWrites for Transaction {
    async fn put_category(&mut self, category: &Category) -> StorageResult<()> {
        self.put_listed("category", &category.code.0, document(category)?)
            .await?;
        self.raise_edition().await
    }

    async fn put_article(&mut self, article: &Article) -> StorageResult<()> {
        self.put_listed("article", &article.code.0, document(article)?)
            .await?;
        self.raise_edition().await
    }

    async fn raise_edition(&mut self) -> StorageResult<()> {
        self.next_number("edition").await?;
        Ok(())
    }

    async fn next_number(&mut self, counter: &str) -> StorageResult<u64> {
        let row = self.query(
            "INSERT INTO counter (name, value) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 \
             RETURNING value",
        )
        .bind(counter)
        .fetch_one()
        .await?;
        unsigned(&row, "value")
    }

    async fn put_setting(&mut self, key: &str, value: &serde_json::Value) -> StorageResult<()> {
        self.query(
            "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2",
        )
        .bind(key)
        .bind(document(value)?)
        .execute()
        .await?;
        Ok(())
    }
}
