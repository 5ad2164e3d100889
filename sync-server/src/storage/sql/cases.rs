//! SQL of `storage/cases.rs`.

use async_trait::async_trait;
use kuitti_shared::id::{OrderId, RequestId};

use super::Transaction;
use super::columns::{id, ids, read_document};
use super::notices::{NOTICES, notice_row};
use super::orders::read_link;
use super::requests::{REQUESTS, request_row};
use super::statement::Sql;
use crate::storage::{
    CasePapers, CaseReads, CaseWrites, LinkedRequests, NoticeRecord, RequestRecord, StorageError,
    StorageResult,
};

macro_rules! around {
    ($condition:literal, $lock:literal) => {
        concat!(
            "SELECT link.request, link.order_id, service_request.doc FROM request_order AS link \
             JOIN service_request ON service_request.id = link.request WHERE link.request ",
            $condition,
            " ORDER BY link.request, link.order_id",
            $lock
        )
    };
}

// Step by step, as arrays: of joined tables PostgreSQL reads one whole while it has no statistics.
macro_rules! around_on_postgres {
    ($lock:literal) => {
        around!(
            "= ANY (ARRAY(SELECT request FROM request_order WHERE order_id = ANY (ARRAY(\
             SELECT order_id FROM request_order WHERE request = ANY (ARRAY(\
             SELECT request FROM request_order WHERE order_id = ANY ($1)))))))",
            $lock
        )
    };
}

/// The links of every request that shares an order with a request of the orders in `$1`, each with the request.
const AROUND: Sql = Sql {
    sqlite: around!(
        "IN (SELECT neighbour.request FROM request_order AS own \
         JOIN request_order AS sibling ON sibling.request = own.request \
         JOIN request_order AS neighbour ON neighbour.order_id = sibling.order_id \
         WHERE own.order_id IN (SELECT unhex(value) FROM json_each($1)))",
        ""
    ),
    postgres: around_on_postgres!(""),
    changing: around_on_postgres!(" FOR NO KEY UPDATE OF service_request"),
};

macro_rules! papers {
    ($among:literal, $lock:literal) => {
        concat!(
            "SELECT 'contact' AS kind, request, doc FROM contact WHERE request ",
            $among,
            " UNION ALL SELECT 'category', NULL, doc FROM category \
             WHERE code IN (SELECT category FROM service_request WHERE id ",
            $among,
            ") UNION ALL SELECT 'notice', request, doc FROM (SELECT request, doc FROM notice WHERE request ",
            $among,
            $lock,
            ") AS told"
        )
    };
}

const PAPERS: Sql = Sql {
    sqlite: papers!("IN (SELECT unhex(value) FROM json_each($1))", ""),
    postgres: papers!("= ANY ($1)", ""),
    changing: papers!("= ANY ($1)", " ORDER BY created_at, id FOR NO KEY UPDATE"),
};

#[async_trait]
impl CaseReads for Transaction {
    async fn requests_around(&mut self, orders: &[OrderId]) -> StorageResult<LinkedRequests> {
        let rows = self
            .query(AROUND)
            .bind_list(ids(orders.iter().map(|order| &order.0)))
            .fetch_all()
            .await?;
        let mut found = LinkedRequests::default();
        for row in &rows {
            let (request, order) = read_link(row)?;
            if found.links.last().is_none_or(|(last, _)| *last != request) {
                found.requests.push(read_document(row)?);
            }
            found.links.push((request, order));
        }
        Ok(found)
    }

    async fn case_papers(&mut self, requests: &[RequestId]) -> StorageResult<CasePapers> {
        let rows = self
            .query(PAPERS)
            .bind_list(ids(requests.iter().map(|request| &request.0)))
            .fetch_all()
            .await?;
        let mut papers = CasePapers::default();
        for row in &rows {
            match row.try_get("kind")? {
                "contact" => {
                    let request = RequestId(id(row, "request")?);
                    papers.contacts.push((request, read_document(row)?));
                }
                "category" => papers.categories.push(read_document(row)?),
                "notice" => papers.notices.push(read_document(row)?),
                _ => return Err(StorageError::Value("kind")),
            }
        }
        Ok(papers)
    }
}

#[async_trait]
impl CaseWrites for Transaction {
    async fn put_cases(
        &mut self,
        requests: &[&RequestRecord],
        notices: &[&NoticeRecord],
    ) -> StorageResult<()> {
        let requests = requests.iter().map(|request| request_row(request));
        let notices = notices.iter().map(|notice| notice_row(notice));
        let requests = requests.collect::<StorageResult<_>>()?;
        let notices = notices.collect::<StorageResult<_>>()?;
        self.insert_both((&REQUESTS, requests), (&NOTICES, notices)).await
    }
}
