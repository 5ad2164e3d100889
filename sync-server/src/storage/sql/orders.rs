//! SQL of `storage/orders.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{Appointment, Assignee, OrderAggregate, OrderStatus, Priority};
use kuitti_shared::id::{CategoryCode, CrewId, OrderId, OrderNumber, RequestId, WorkerId};
use kuitti_shared::unit::{Version, WallTime};

use serde_json::value::RawValue;

use super::columns::{
    count, document, flag, id, ids, name, names, optional_id, optional_time, position, read_document,
    read_documents, signed, time, unsigned,
};
use super::rows::Insert;
use super::statement::{Sql, among, locking, locking_among};
use super::{Cell, Row, Statement, Transaction};
use crate::storage::lists::{haystack, words};
use crate::storage::{After, OrderFilter, OrderReads, OrderRow, OrderWrites, StorageResult};

// One text for page and count, so that they can never disagree. A condition that is NULL does not count.
macro_rules! filtered {
    ($select:literal, $tail:literal) => {
        Sql::each(
            concat!(
                $select,
                " FROM work_order WHERE ($1 IS NULL OR status IN (SELECT value FROM json_each($1)))",
                " AND ($2 IS NULL OR category = $2)",
                " AND ($3 IS NULL OR crew = $3) AND ($4 IS NULL OR worker = $4)",
                " AND NOT EXISTS (SELECT 1 FROM json_each($5) WHERE instr(search, value) = 0)",
                " AND ($6 = 0 OR in_review = 1)",
                $tail
            ),
            concat!(
                $select,
                " FROM work_order WHERE ($1 IS NULL OR status IN (SELECT json_array_elements_text($1::json)))",
                " AND ($2 IS NULL OR category = $2)",
                " AND ($3 IS NULL OR crew = $3) AND ($4 IS NULL OR worker = $4)",
                " AND NOT EXISTS (SELECT 1 FROM json_array_elements_text($5::json) AS word WHERE strpos(search, word) = 0)",
                " AND ($6 = 0 OR in_review = 1)",
                $tail
            ),
        )
    };
}

const COUNT: Sql = filtered!("SELECT COUNT(*) AS total", "");
pub(super) const PAGE: Sql = filtered!(
    "SELECT id, number, version, status, category, priority, title, address, latitude, longitude, crew, worker, \
     warn_at, due_at, agreed_from, agreed_until, created_at, updated_at, in_review, photos, photos_arrived",
    " AND (created_at, id) < ($7, $8) ORDER BY created_at DESC, id DESC LIMIT $9"
);

const OF_IDS: Sql = locking_among!("SELECT doc FROM work_order WHERE id", " ORDER BY id");

const DOCUMENTS: Sql = among!("SELECT id, doc FROM work_order WHERE id", "");

const LINKS: Sql = among!(
    "SELECT request, order_id FROM request_order WHERE request",
    " ORDER BY request, order_id"
);

const ORDERS: Insert = Insert {
    into: "work_order (id, number, version, status, is_over, category, priority, title, address, latitude, longitude, \
           crew, worker, warn_at, due_at, created_at, updated_at, in_review, photos, photos_arrived, doc, search, \
           agreed_from, agreed_until)",
    otherwise: "ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, \
                is_over = excluded.is_over, category = excluded.category, priority = excluded.priority, \
                title = excluded.title, address = excluded.address, latitude = excluded.latitude, \
                longitude = excluded.longitude, crew = excluded.crew, worker = excluded.worker, \
                warn_at = excluded.warn_at, due_at = excluded.due_at, updated_at = excluded.updated_at, \
                in_review = excluded.in_review, photos = excluded.photos, photos_arrived = excluded.photos_arrived, \
                doc = excluded.doc, search = excluded.search, \
                agreed_from = excluded.agreed_from, agreed_until = excluded.agreed_until",
    steady: Some(
        "UPDATE work_order SET version = $3, status = $4, category = $6, priority = $7, title = $8, address = $9, \
         latitude = $10, longitude = $11, updated_at = $17, in_review = $18, photos = $19, photos_arrived = $20, \
         doc = $21, search = $22, agreed_from = $23, agreed_until = $24 \
         WHERE id = $1 AND is_over = $5 AND crew IS $12 AND worker IS $13 AND warn_at IS $14 AND due_at IS $15",
    ),
};

/// Under this name orders are looked for that are not there yet.
const NAME: &str = "work_order";
/// The version in which an order comes.
const FIRST: Version = Version(1);

fn bind<'c>(statement: Statement<'c>, filter: &OrderFilter) -> StorageResult<Statement<'c>> {
    let statuses = if filter.statuses.is_empty() {
        None
    } else {
        Some(names(filter.statuses.iter().map(|status| status.code()))?)
    };
    let (crew, worker) = assignee(filter.assignee);
    Ok(statement
        .bind(statuses)
        .bind(filter.category.as_ref().map(|code| code.0.clone()))
        .bind(crew)
        .bind(worker)
        .bind(document(&words(filter.text.as_deref().unwrap_or_default()))?)
        .bind(filter.in_review))
}

fn assignee(assignee: Option<Assignee>) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    match assignee {
        Some(Assignee::Crew(id)) => (Some(id.bytes().to_vec()), None),
        Some(Assignee::Worker(id)) => (None, Some(id.bytes().to_vec())),
        None => (None, None),
    }
}

const fn rank(priority: Priority) -> i64 {
    match priority {
        Priority::Low => 0,
        Priority::Normal => 1,
        Priority::Urgent => 2,
    }
}

pub(super) fn read_link(row: &Row) -> StorageResult<(RequestId, OrderId)> {
    Ok((RequestId(id(row, "request")?), OrderId(id(row, "order_id")?)))
}

fn order_row(aggregate: &OrderAggregate, now: WallTime) -> StorageResult<[Cell; 24]> {
    let order = &aggregate.order;
    let (crew, worker) = assignee(order.assignee);
    let arrived = aggregate.photos.iter().filter(|photo| photo.arrived).count();
    Ok([
        order.id.bytes().as_slice().into(),
        (&order.number.0).into(),
        signed(order.version.0).into(),
        order.status.code().into(),
        order.status.is_terminal().into(),
        (&order.category.0).into(),
        rank(order.priority).into(),
        (&order.title).into(),
        (&order.place.address).into(),
        order.place.position.map(|position| position.latitude()).into(),
        order.place.position.map(|position| position.longitude()).into(),
        crew.into(),
        worker.into(),
        order.warn_at.map(|at| at.0).into(),
        order.due_at.map(|at| at.0).into(),
        order.created_at.0.into(),
        now.0.into(),
        aggregate.has_open_review().into(),
        i64::try_from(aggregate.photos.len()).unwrap_or(i64::MAX).into(),
        i64::try_from(arrived).unwrap_or(i64::MAX).into(),
        document(aggregate)?.into(),
        haystack(&[&order.number.0, &order.title, &order.place.address]).into(),
        order.appointment.map(|agreed| agreed.from.0).into(),
        order.appointment.map(|agreed| agreed.until.0).into(),
    ])
}

fn read_row(row: &Row) -> StorageResult<OrderRow> {
    let crew = optional_id(row, "crew")?.map(|id| Assignee::Crew(CrewId(id)));
    let worker = optional_id(row, "worker")?.map(|id| Assignee::Worker(WorkerId(id)));
    Ok(OrderRow {
        id: OrderId(id(row, "id")?),
        number: OrderNumber(row.try_get("number")?),
        version: Version(unsigned(row, "version")?),
        status: name(row, "status", OrderStatus::from_code)?,
        category: CategoryCode(row.try_get("category")?),
        priority: match row.try_get("priority")? {
            0_i64 => Priority::Low,
            2 => Priority::Urgent,
            _ => Priority::Normal,
        },
        title: row.try_get("title")?,
        address: row.try_get("address")?,
        position: position(row)?,
        assignee: crew.or(worker),
        warn_at: optional_time(row, "warn_at")?,
        due_at: optional_time(row, "due_at")?,
        appointment: optional_time(row, "agreed_from")?
            .zip(optional_time(row, "agreed_until")?)
            .map(|(from, until)| Appointment { from, until }),
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
        in_review: flag(row, "in_review")?,
        photos: count(row, "photos")?,
        photos_arrived: count(row, "photos_arrived")?,
    })
}

#[async_trait]
impl OrderReads for Transaction {
    async fn order(&mut self, id: OrderId) -> StorageResult<Option<OrderAggregate>> {
        const ORDER: Sql = locking!("SELECT doc FROM work_order WHERE id = $1");
        let key = id.bytes();
        let mut row = self.query(ORDER).bind(key.as_slice()).fetch_optional().await?;
        // An operation on an unknown order is held, and who makes the order replays what is held.
        if row.is_none() && self.take_name(NAME, key).await? {
            row = self.query(ORDER).bind(key.as_slice()).fetch_optional().await?;
        }
        row.as_ref().map(read_document).transpose()
    }

    async fn orders(&mut self, orders: &[OrderId]) -> StorageResult<Vec<OrderAggregate>> {
        let rows = self
            .query(OF_IDS)
            .bind_list(ids(orders.iter().map(|order| &order.0)))
            .fetch_all()
            .await?;
        read_documents(&rows)
    }

    async fn order_documents(&mut self, orders: &[OrderId]) -> StorageResult<Vec<(OrderId, Box<RawValue>)>> {
        let rows = self
            .query(DOCUMENTS)
            .bind_list(ids(orders.iter().map(|order| &order.0)))
            .fetch_all()
            .await?;
        let read = |row| {
            Ok((
                OrderId(id(row, "id")?),
                RawValue::from_string(row.try_get("doc")?)?,
            ))
        };
        rows.iter().map(read).collect()
    }

    async fn order_by_number(&mut self, number: &OrderNumber) -> StorageResult<Option<OrderAggregate>> {
        let row = self
            .query("SELECT doc FROM work_order WHERE number = $1")
            .bind(&number.0)
            .fetch_optional()
            .await?;
        row.as_ref().map(read_document).transpose()
    }

    async fn order_list(&mut self, filter: &OrderFilter) -> StorageResult<(Vec<OrderRow>, u64)> {
        let after = filter.after.unwrap_or(After::START);
        let page = bind(self.query(PAGE), filter)?
            .bind(after.at.0)
            .bind(after.id.as_bytes().as_slice())
            .bind(filter.limit);
        let rows = page.long().fetch_all().await?;
        let counted = bind(self.query(COUNT), filter)?.long().fetch_one().await?;
        let rows = rows.iter().map(read_row).collect::<StorageResult<_>>()?;
        Ok((rows, unsigned(&counted, "total")?))
    }

    async fn requests_of_order(&mut self, order: OrderId) -> StorageResult<Vec<RequestId>> {
        let rows = self
            .query("SELECT request FROM request_order WHERE order_id = $1 ORDER BY request")
            .bind(order.bytes().as_slice())
            .fetch_all()
            .await?;
        rows.iter().map(|row| id(row, "request").map(RequestId)).collect()
    }

    async fn orders_of_request(&mut self, request: RequestId) -> StorageResult<Vec<OrderAggregate>> {
        let rows = self.query(
            "SELECT work_order.doc FROM request_order JOIN work_order ON work_order.id = request_order.order_id \
             WHERE request_order.request = $1 ORDER BY work_order.created_at, work_order.id",
        )
        .bind(request.bytes().as_slice())
        .fetch_all()
        .await?;
        read_documents(&rows)
    }

    async fn order_links(&mut self, requests: &[RequestId]) -> StorageResult<Vec<(RequestId, OrderId)>> {
        let rows = self
            .query(LINKS)
            .bind_list(ids(requests.iter().map(|request| &request.0)))
            .fetch_all()
            .await?;
        rows.iter().map(read_link).collect()
    }

    async fn unconfirmed_since(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<OrderId>> {
        let rows = self
            .query(
                "SELECT id FROM work_order WHERE status = 'finished_unconfirmed' AND updated_at < $1 \
             ORDER BY updated_at LIMIT $2",
            )
            .bind(before.0)
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(|row| id(row, "id").map(OrderId)).collect()
    }

    async fn finished_since(
        &mut self,
        category: &CategoryCode,
        before: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<OrderId>> {
        let rows = self
            .query(
                "SELECT id FROM work_order WHERE status = 'finished' AND category = $1 AND updated_at < $2 \
             ORDER BY id LIMIT $3",
            )
            .bind(&category.0)
            .bind(before.0)
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(|row| id(row, "id").map(OrderId)).collect()
    }

    async fn open_load(&mut self) -> StorageResult<Vec<(CrewId, u32)>> {
        let rows = self.query(
            "SELECT crew, COUNT(*) AS orders FROM work_order WHERE is_over = 0 AND crew IS NOT NULL GROUP BY crew",
        )
        .long()
        .fetch_all()
        .await?;
        rows.iter()
            .map(|row| Ok((CrewId(id(row, "crew")?), count(row, "orders")?)))
            .collect()
    }

    async fn order_counts(&mut self) -> StorageResult<Vec<(OrderStatus, u64)>> {
        let rows = self
            .query("SELECT status, COUNT(*) AS orders FROM work_order GROUP BY status")
            .long()
            .fetch_all()
            .await?;
        let count = |row| {
            Ok((
                name(row, "status", OrderStatus::from_code)?,
                unsigned(row, "orders")?,
            ))
        };
        rows.iter().map(count).collect()
    }
}

#[async_trait]
impl OrderWrites for Transaction {
    async fn put_orders(&mut self, aggregates: &[&OrderAggregate], now: WallTime) -> StorageResult<()> {
        let rows = aggregates.iter().map(|aggregate| order_row(aggregate, now));
        self.insert(&ORDERS, rows.collect::<StorageResult<_>>()?).await?;
        for aggregate in aggregates.iter().filter(|new| new.order.version == FIRST) {
            self.take_name(NAME, aggregate.order.id.bytes()).await?;
        }
        Ok(())
    }

    async fn link_request(&mut self, order: OrderId, request: RequestId) -> StorageResult<()> {
        self.query("INSERT INTO request_order (request, order_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(request.bytes().as_slice())
            .bind(order.bytes().as_slice())
            .execute()
            .await?;
        Ok(())
    }
}
