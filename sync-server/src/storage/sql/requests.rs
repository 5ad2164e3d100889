//! SQL of `storage/requests.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{Contact, RequestStage};
use kuitti_shared::id::{CategoryCode, PublicNumber, RequestId, Sha256Hex};
use kuitti_shared::rules::nearby::Bounds;
use kuitti_shared::unit::WallTime;

use super::columns::{document, id, ids, name, names, read_document, read_documents, unsigned};
use super::rows::Insert;
use super::statement::{Sql, among, locking, locking_among};
use super::{Cell, Row, Statement, Transaction};
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
                " AND (follows IS NULL OR stage = 'reopened' OR $3 <> '[]')",
                $tail
            ),
            concat!(
                $select,
                " FROM service_request WHERE ($1 IS NULL OR stage IN (SELECT json_array_elements_text($1::json)))",
                " AND ($2 IS NULL OR category = $2)",
                " AND NOT EXISTS (SELECT 1 FROM json_array_elements_text($3::json) AS word WHERE strpos(search, word) = 0)",
                " AND ($4 = 0 OR NOT EXISTS (SELECT 1 FROM request_order WHERE request = service_request.id))",
                " AND (follows IS NULL OR stage = 'reopened' OR $3 <> '[]')",
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

const OF_IDS: Sql = locking_among!("SELECT doc FROM service_request WHERE id", " ORDER BY id");

const FOLLOWERS: Sql = among!(
    "SELECT follows, id FROM service_request WHERE follows",
    " ORDER BY received_at, id"
);

// The words of the partial indices, or they are not used.
macro_rules! open_problems {
    ($condition:literal) => {
        concat!(
            "SELECT doc FROM service_request WHERE follows IS NULL AND stage NOT IN ('done', 'not_done') AND ",
            $condition,
        )
    };
}

const OPEN_PAGE: Sql = Sql::each(
    open_problems!(
        "category IN (SELECT value FROM json_each($1)) AND (received_at, id) < ($2, $3) \
         ORDER BY received_at DESC, id DESC LIMIT $4"
    ),
    open_problems!(
        "category IN (SELECT json_array_elements_text($1::json)) AND (received_at, id) < ($2, $3) \
         ORDER BY received_at DESC, id DESC LIMIT $4"
    ),
);

const CONTACTS: Sql = among!("SELECT request, doc FROM contact WHERE request", "");

pub(super) const REQUESTS: Insert = Insert {
    into: "service_request (id, number, tracking, category, stage, address, latitude, longitude, received_at, updated_at, \
           external_source, external_id, follows, unread_since, doc, search)",
    otherwise: "ON CONFLICT (id) DO UPDATE SET tracking = excluded.tracking, category = excluded.category, \
                stage = excluded.stage, address = excluded.address, latitude = excluded.latitude, \
                longitude = excluded.longitude, updated_at = excluded.updated_at, \
                external_source = excluded.external_source, external_id = excluded.external_id, \
                follows = excluded.follows, unread_since = excluded.unread_since, doc = excluded.doc, \
                search = excluded.search",
    steady: Some(
        "UPDATE service_request SET stage = $5, updated_at = $10, doc = $15, search = $16 \
         WHERE id = $1 AND tracking IS $3 AND category = $4 AND address = $6 AND latitude IS $7 AND longitude IS $8 \
         AND external_source IS $11 AND external_id IS $12 AND follows IS $13 AND unread_since IS $14",
    ),
};

pub(super) fn request_row(request: &RequestRecord) -> StorageResult<[Cell; 16]> {
    let (place, external) = (&request.place, request.external.as_ref());
    Ok([
        request.id.bytes().as_slice().into(),
        (&request.number.0).into(),
        request.tracking.as_ref().map(Sha256Hex::as_str).into(),
        (&request.category.0).into(),
        request.stage.code().into(),
        (&place.address).into(),
        place.position.map(|position| position.latitude()).into(),
        place.position.map(|position| position.longitude()).into(),
        request.received_at.0.into(),
        request.updated_at.0.into(),
        external.map(|external| external.source.as_str()).into(),
        external.map(|external| external.id.as_str()).into(),
        request
            .follows
            .as_ref()
            .map(|first| first.bytes().as_slice())
            .into(),
        unread_since(request).map(|at| at.0).into(),
        document(request)?.into(),
        haystack(&[&request.number.0, &place.address, &request.description]).into(),
    ])
}

fn unread_since(request: &RequestRecord) -> Option<WallTime> {
    let unread = request.answers.iter().filter(|answer| answer.read_at.is_none());
    unread.map(|answer| answer.at).min()
}

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

    async fn requests(&mut self, requests: &[RequestId]) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(OF_IDS)
            .bind_list(ids(requests.iter().map(|request| &request.0)))
            .fetch_all()
            .await?;
        read_documents(&rows)
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

    async fn contacts(&mut self, requests: &[RequestId]) -> StorageResult<Vec<(RequestId, Contact)>> {
        let rows = self
            .query(CONTACTS)
            .bind_list(ids(requests.iter().map(|request| &request.0)))
            .fetch_all()
            .await?;
        let read = |row| Ok((RequestId(id(row, "request")?), read_document(row)?));
        rows.iter().map(read).collect()
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

    async fn requests_by_email(&mut self, email: &str, limit: u32) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(
                "SELECT service_request.doc FROM contact \
             JOIN service_request ON service_request.id = contact.request \
             WHERE contact.email = $1 ORDER BY service_request.received_at DESC LIMIT $2",
            )
            .bind(email)
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn followers(&mut self, requests: &[RequestId]) -> StorageResult<Vec<(RequestId, RequestId)>> {
        let rows = self
            .query(FOLLOWERS)
            .bind_list(ids(requests.iter().map(|request| &request.0)))
            .fetch_all()
            .await?;
        let read = |row| Ok((RequestId(id(row, "follows")?), RequestId(id(row, "id")?)));
        rows.iter().map(read).collect()
    }

    async fn open_problems_near(
        &mut self,
        category: &CategoryCode,
        within: Bounds,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(open_problems!(
                "category = $1 AND latitude BETWEEN $2 AND $3 AND longitude BETWEEN $4 AND $5 \
                 ORDER BY received_at DESC, id DESC LIMIT $6"
            ))
            .bind(&category.0)
            .bind(within.south)
            .bind(within.north)
            .bind(within.west)
            .bind(within.east)
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn open_problems_at(
        &mut self,
        category: &CategoryCode,
        address: &str,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(open_problems!(
                "category = $1 AND address = $2 ORDER BY received_at DESC, id DESC LIMIT $3"
            ))
            .bind(&category.0)
            .bind(address)
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn open_problems(
        &mut self,
        categories: &[&str],
        after: Option<After>,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>> {
        let after = after.unwrap_or(After::START);
        let rows = self
            .query(OPEN_PAGE)
            .bind(names(categories.iter().copied())?)
            .bind(after.at.0)
            .bind(after.id.as_bytes().as_slice())
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn with_contact_ended(
        &mut self,
        before: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(
                "SELECT service_request.doc FROM contact \
                 JOIN service_request ON service_request.id = contact.request \
                 WHERE service_request.stage IN ('done', 'not_done') AND service_request.updated_at < $1 \
                 ORDER BY service_request.updated_at, service_request.id LIMIT $2",
            )
            .bind(before.0)
            .bind(limit)
            .long()
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn requests_from(&mut self, after: After, limit: u32) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(
                "SELECT doc FROM service_request WHERE (received_at, id) > ($1, $2) ORDER BY received_at, id LIMIT $3",
            )
            .bind(after.at.0)
            .bind(after.id.as_bytes().as_slice())
            .bind(limit)
            .long()
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn requests_unread(&mut self, limit: u32) -> StorageResult<Vec<RequestRecord>> {
        let rows = self
            .query(
                "SELECT doc FROM service_request WHERE unread_since IS NOT NULL ORDER BY unread_since, id LIMIT $1",
            )
            .bind(limit)
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn request_counts(&mut self) -> StorageResult<Vec<(RequestStage, u64)>> {
        let rows = self
            .query("SELECT stage, COUNT(*) AS requests FROM service_request WHERE follows IS NULL OR stage = 'reopened' \
                 GROUP BY stage")
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
    async fn put_requests(&mut self, requests: &[&RequestRecord]) -> StorageResult<()> {
        let rows = requests.iter().map(|request| request_row(request));
        self.insert(&REQUESTS, rows.collect::<StorageResult<_>>()?).await
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
