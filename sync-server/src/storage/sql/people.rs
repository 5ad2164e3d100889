//! SQL of `storage/people.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::Crew;
use kuitti_shared::id::{CrewId, WorkerId};

use super::columns::{document, flag, id, read_document, read_documents};
use super::{Row, Transaction};
use crate::storage::{PeopleReads, PeopleWrites, StorageResult, TownWrites as _, WorkerRecord};

pub(super) fn read_worker(row: &Row) -> StorageResult<WorkerRecord> {
    Ok(WorkerRecord {
        worker: read_document(row)?,
        active: flag(row, "active")?,
    })
}

#[async_trait]
impl PeopleReads for Transaction {
    async fn workers(&mut self) -> StorageResult<Vec<WorkerRecord>> {
        let rows = self
            .query("SELECT doc, active FROM worker ORDER BY name, id")
            .fetch_all()
            .await?;
        rows.iter().map(read_worker).collect()
    }

    async fn worker(&mut self, id: WorkerId) -> StorageResult<Option<WorkerRecord>> {
        let row = self
            .query("SELECT doc, active FROM worker WHERE id = $1")
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_worker).transpose()
    }

    async fn crews_ever_of(&mut self, worker: WorkerId) -> StorageResult<Vec<CrewId>> {
        let rows = self
            .query("SELECT crew FROM worker_crew WHERE worker = $1 ORDER BY crew")
            .bind(worker.bytes().as_slice())
            .fetch_all()
            .await?;
        rows.iter().map(|row| id(row, "crew").map(CrewId)).collect()
    }

    async fn crews(&mut self) -> StorageResult<Vec<Crew>> {
        let rows = self
            .query("SELECT doc FROM crew ORDER BY name, id")
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn crew(&mut self, id: CrewId) -> StorageResult<Option<Crew>> {
        let row = self
            .query("SELECT doc FROM crew WHERE id = $1")
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }
}

#[async_trait]
impl PeopleWrites for Transaction {
    async fn put_worker(&mut self, record: &WorkerRecord) -> StorageResult<()> {
        let worker = &record.worker;
        self.query(
            "INSERT INTO worker (id, name, crew, active, doc) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (id) DO UPDATE SET name = $2, crew = $3, active = $4, doc = $5",
        )
        .bind(worker.id.bytes().as_slice())
        .bind(&worker.name)
        .bind(worker.crew.map(|crew| crew.bytes().to_vec()))
        .bind(record.active)
        .bind(document(worker)?)
        .execute()
        .await?;
        if let Some(crew) = worker.crew {
            self.query("INSERT INTO worker_crew (worker, crew) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .bind(worker.id.bytes().as_slice())
                .bind(crew.bytes().as_slice())
                .execute()
                .await?;
        }
        self.raise_edition().await
    }

    async fn put_crew(&mut self, crew: &Crew) -> StorageResult<()> {
        self.query(
            "INSERT INTO crew (id, name, doc) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET name = $2, doc = $3",
        )
        .bind(crew.id.bytes().as_slice())
        .bind(&crew.name)
        .bind(document(crew)?)
        .execute()
        .await?;
        self.raise_edition().await
    }
}
