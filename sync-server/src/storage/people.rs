//! Workers and crews.

use async_trait::async_trait;
use kuitti_shared::domain::{Crew, Worker};
use kuitti_shared::id::{CrewId, WorkerId};

use super::StorageResult;

/// A worker and whether the worker still works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerRecord {
    /// The worker.
    pub worker: Worker,
    /// Still works here.
    pub active: bool,
}

/// Looking at people.
#[async_trait]
pub trait PeopleReads {
    /// All workers by name, former ones included.
    async fn workers(&mut self) -> StorageResult<Vec<WorkerRecord>>;
    /// A worker.
    async fn worker(&mut self, id: WorkerId) -> StorageResult<Option<WorkerRecord>>;
    /// Every crew in which a worker ever was.
    async fn crews_ever_of(&mut self, worker: WorkerId) -> StorageResult<Vec<CrewId>>;
    /// All crews by name.
    async fn crews(&mut self) -> StorageResult<Vec<Crew>>;
    /// A crew.
    async fn crew(&mut self, id: CrewId) -> StorageResult<Option<Crew>>;
}

/// Changing people. Each change makes a new edition of the town card.
#[async_trait]
pub trait PeopleWrites {
    /// Stores a worker and remembers the crew. A worker who moves gets the new crew's orders with the next sync, because
    /// scopes are decided then.
    async fn put_worker(&mut self, worker: &WorkerRecord) -> StorageResult<()>;
    /// Stores a crew.
    async fn put_crew(&mut self, crew: &Crew) -> StorageResult<()>;
}
