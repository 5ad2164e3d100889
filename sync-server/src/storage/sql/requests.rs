//! SQL of `storage/requests.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{Contact, RequestStage};
use kuitti_shared::id::{PublicNumber, RequestId, Sha256Hex};

use super::columns::{document, name, names, read_document, read_documents, unsigned};
use super::statement::{Sql, locking};
use super::{Row, Statement, Transaction};
use crate::storage::lists::{haystack, words};
use crate::storage::{
    After, External, RequestFilter, RequestReads, RequestRecord, RequestWrites, StorageResult,
};

// One text for page and count, so that they can never disagree. A condition that is NULL does not count.
macro_rules! filtered {
    ($select:literal, $tail:literal) => {
        Sql::each(
            concat!(
                $select,
                " FROM service_request WHERE ($1 IS NULL OR stage IN (SELECT value FROM json_each($1)))",
                " AND ($2 IS NULL OR category = $2)",
                " AND NOT EXISTS (SELECT 1 FROM json_each($3) WHERE instr(search, value) = 0)",
                " AND ($4 = 0 OR NOT EXISTS (SELECT 1 FROM request_order WHERE request = service_request.id))",
                $tail
            ),
            concat!(
                $select,
                " FROM service_request WHERE ($1 IS NULL OR stage IN (SELECT json_array_elements_text($1::json)))",
                " AND ($2 IS NULL OR category = $2)",
                " AND NOT EXISTS (SELECT 1 FROM json_array_elements_text($3::json) AS word WHERE strpos(search, word) = 0)",
                " AND ($4 = 0 OR NOT EXISTS (SELECT 1 FROM request_order WHERE request = service_request.id))",
                $tail
            ),
        )
    };
}

const COUNT: Sql = filtered!("SELECT COUNT(*) AS total", "");
pub(super) const PAGE: Sql = filtered!(
    "SELECT doc",
    " AND (received_at, id) < ($5, $6) ORDER BY received_at DESC, id DESC LIMIT $7"
);

async fn of_external(tx: &mut Transaction, external: &External) -> StorageResult<Option<Row>> {
    tx.query("SELECT doc FROM service_request WHERE external_source = $1 AND external_id = $2")
        .bind(&external.source)
        .bind(&external.id)
        .fetch_optional()
        .await
}

fn bind<'c>(statement: Statement<'c>, filter: &RequestFilter) -> StorageResult<Statement<'c>> {
    let stages = if filter.stages.is_empty() {
        None
    } else {
        Some(names(filter.stages.iter().map(|stage| stage.code()))?)
    };
    Ok(statement
        .bind(stages)
        .bind(filter.category.as_ref().map(|code| code.0.clone()))
        .bind(document(&words(filter.text.as_deref().unwrap_or_default()))?)
        .bind(filter.unplanned))
}

#[async_trait]
impl RequestReads for Transaction {
    async fn request(&mut self, id: RequestId) -> StorageResult<Option<RequestRecord>> {
        let row = self
            .query(locking!("SELECT doc FROM service_request WHERE id = $1"))
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn request_by_number(&mut self, number: &PublicNumber) -> StorageResult<Option<RequestRecord>> {
        let row = self
            .query("SELECT doc FROM service_request WHERE number = $1")
            .bind(&number.0)
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn request_by_tracking(&mut self, hash: &Sha256Hex) -> StorageResult<Option<RequestRecord>> {
        let row = self
            .query("SELECT doc FROM service_request WHERE tracking = $1")
            .bind(hash.as_str())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn request_by_external(&mut self, external: &External) -> StorageResult<Option<RequestRecord>> {
        let mut row = of_external(self, external).await?;
        let name = format!("{}\n{}", external.source, external.id);
        if row.is_none() && self.take_name("external", name.as_bytes()).await? {
            row = of_external(self, external).await?;
        }
        row.as_ref().map(read_document).transpose()
    }

    async fn request_list(&mut self, filter: &RequestFilter) -> StorageResult<(Vec<RequestRecord>, u64)> {
        let after = filter.after.unwrap_or(After::START);
        let page = bind(self.query(PAGE), filter)?
            .bind(after.at.0)
            .bind(after.id.as_bytes().as_slice())
            .bind(filter.limit);
        let rows = page.long().fetch_all().await?;
        let counted = bind(self.query(COUNT), filter)?.long().fetch_one().await?;
        Ok((read_documents(&rows)?, unsigned(&counted, "total")?))
    }

    async fn contact(&mut self, request: RequestId) -> StorageResult<Option<Contact>> {
        let row = self
            .query("SELECT doc FROM contact WHERE request = $1")
            .bind(request.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn requests_by_phone(&mut self, phone: &str, limit: u32) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(
                "SELECT service_request.doc FROM contact \
             JOIN service_request ON service_request.id = contact.request \
             WHERE contact.phone = $1 ORDER BY service_request.received_at DESC LIMIT $2",
            )
            .bind(phone)
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn request_counts(&mut self) -> StorageResult<Vec<(RequestStage, u64)>> {
        let rows = self
            .query("SELECT stage, COUNT(*) AS requests FROM service_request GROUP BY stage")
            .long()
            .fetch_all()
            .await?;
        let count = |row| {
            Ok((
                name(row, "stage", RequestStage::from_code)?,
                unsigned(row, "requests")?,
            ))
        };
        rows.iter().map(count).collect()
    }
}

#[async_trait]
impl RequestWrites for Transaction {
    async fn put_request(&mut self, request: &RequestRecord) -> StorageResult<()> {
        self.query(
            "INSERT INTO service_request (id, number, tracking, category, stage, address, latitude, longitude, \
             received_at, updated_at, external_source, external_id, doc, search) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
             ON CONFLICT (id) DO UPDATE SET tracking = $3, category = $4, stage = $5, address = $6, latitude = $7, \
             longitude = $8, updated_at = $10, external_source = $11, external_id = $12, doc = $13, search = $14",
        )
        .bind(request.id.bytes().as_slice())
        .bind(&request.number.0)
        .bind(request.tracking.as_ref().map(Sha256Hex::as_str))
        .bind(&request.category.0)
        .bind(request.stage.code())
        .bind(&request.place.address)
        .bind(request.place.position.map(|position| position.latitude()))
        .bind(request.place.position.map(|position| position.longitude()))
        .bind(request.received_at.0)
        .bind(request.updated_at.0)
        .bind(request.external.as_ref().map(|external| external.source.as_str()))
        .bind(request.external.as_ref().map(|external| external.id.as_str()))
        .bind(document(request)?)
        .bind(haystack(&[&request.number.0, &request.place.address, &request.description]))
        .execute()
        .await?;
        Ok(())
    }

    async fn put_contact(&mut self, request: RequestId, contact: &Contact) -> StorageResult<()> {
        self.query(
            "INSERT INTO contact (request, phone, email, doc) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (request) DO UPDATE SET phone = $2, email = $3, doc = $4",
        )
        .bind(request.bytes().as_slice())
        .bind(&contact.phone)
        .bind(&contact.email)
        .bind(document(contact)?)
        .execute()
        .await?;
        Ok(())
    }

    async fn delete_contact(&mut self, request: RequestId) -> StorageResult<()> {
        self.query("DELETE FROM contact WHERE request = $1")
            .bind(request.bytes().as_slice())
            .execute()
            .await?;
        Ok(())
    }
}
