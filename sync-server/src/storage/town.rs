//! The town's own words: categories, articles, counters, settings that change while the server runs.

use async_trait::async_trait;
use kuitti_shared::domain::Category;
use kuitti_shared::id::CategoryCode;
use kuitti_shared::sync::town::Article;

use super::StorageResult;

/// Looking at the town.
#[async_trait]
pub trait TownReads {
    /// All categories in the town's sequence.
    async fn categories(&mut self) -> StorageResult<Vec<Category>>;
    /// A category.
    async fn category(&mut self, code: &CategoryCode) -> StorageResult<Option<Category>>;
    /// The material catalogue in the town's sequence.
    async fn articles(&mut self) -> StorageResult<Vec<Article>>;
    /// The edition of the town card: raised by every change of people, categories and articles.
    async fn edition(&mut self) -> StorageResult<u64>;
    /// A setting as JSON.
    async fn setting(&mut self, key: &str) -> StorageResult<Option<serde_json::Value>>;
}

/// Changing the town. Each change of a category or an article makes a new edition of the town card.
#[async_trait]
pub trait TownWrites {
    /// Stores a category; a new one comes last.
    async fn put_category(&mut self, category: &Category) -> StorageResult<()>;
    /// Stores an article; a new one comes last.
    async fn put_article(&mut self, article: &Article) -> StorageResult<()>;
    /// Makes a new edition of the town card.
    async fn raise_edition(&mut self) -> StorageResult<()>;
    /// The next number of a counter, from 1.
    async fn next_number(&mut self, counter: &str) -> StorageResult<u64>;
    /// Stores a setting.
    async fn put_setting(&mut self, key: &str, value: &serde_json::Value) -> StorageResult<()>;
}
