//! Work orders: each is one document with the columns that lists need.

use async_trait::async_trait;
use kuitti_shared::domain::{Appointment, Assignee, OrderAggregate, OrderStatus, Position, Priority};
use kuitti_shared::id::{CategoryCode, CrewId, OrderId, OrderNumber, RequestId};
use kuitti_shared::unit::{Version, WallTime};

use serde_json::value::RawValue;

use super::{After, StorageResult};

/// Which orders a list shows. Empty conditions do not count.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrderFilter {
    /// One of these.
    pub statuses: Vec<OrderStatus>,
    /// Of this category.
    pub category: Option<CategoryCode>,
    /// Given to this crew or worker.
    pub assignee: Option<Assignee>,
    /// With these words in number, title or address.
    pub text: Option<String>,
    /// Only those with a conflict that a person has to decide.
    pub in_review: bool,
    /// From here on; from the newest without it.
    pub after: Option<After>,
    /// At most this many.
    pub limit: u32,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderRow {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// Version.
    pub version: Version,
    /// Status.
    pub status: OrderStatus,
    /// Category.
    pub category: CategoryCode,
    /// Priority.
    pub priority: Priority,
    /// Title.
    pub title: String,
    /// Address.
    pub address: String,
    /// Position, when known.
    pub position: Option<Position>,
    /// Whose it is.
    pub assignee: Option<Assignee>,
    /// When it shows a warning.
    pub warn_at: Option<WallTime>,
    /// When it is overdue.
    pub due_at: Option<WallTime>,
    /// When somebody waits for the crew.
    pub appointment: Option<Appointment>,
    /// When it was made.
    pub created_at: WallTime,
    /// When it last changed.
    pub updated_at: WallTime,
    /// Does a person have to decide a conflict?
    pub in_review: bool,
    /// How many photos are announced.
    pub photos: u32,
    /// How many of them have arrived.
    pub photos_arrived: u32,
}

/// Looking at orders.
#[async_trait]
pub trait OrderReads {
    /// One order.
    async fn order(&mut self, id: OrderId) -> StorageResult<Option<OrderAggregate>>;
    /// The orders of these ids that exist, in the sequence of their ids.
    async fn orders(&mut self, ids: &[OrderId]) -> StorageResult<Vec<OrderAggregate>>;
    /// The documents of these ids that exist, as they are stored, in no particular sequence.
    async fn order_documents(&mut self, ids: &[OrderId]) -> StorageResult<Vec<(OrderId, Box<RawValue>)>>;
    /// One order by its number.
    async fn order_by_number(&mut self, number: &OrderNumber) -> StorageResult<Option<OrderAggregate>>;
    /// A page of a list, newest first, and how many there are in all.
    async fn order_list(&mut self, filter: &OrderFilter) -> StorageResult<(Vec<OrderRow>, u64)>;
    /// The requests that an order serves.
    async fn requests_of_order(&mut self, order: OrderId) -> StorageResult<Vec<RequestId>>;
    /// The orders that serve a request.
    async fn orders_of_request(&mut self, request: RequestId) -> StorageResult<Vec<OrderAggregate>>;
    /// Which orders serve these requests.
    async fn order_links(&mut self, requests: &[RequestId]) -> StorageResult<Vec<(RequestId, OrderId)>>;
    /// Orders whose completion has waited for another's word since before `before`.
    async fn unconfirmed_since(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<OrderId>>;
    /// Orders of a category that have been finished, unchanged, since before `before`.
    async fn finished_since(
        &mut self,
        category: &CategoryCode,
        before: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<OrderId>>;
    /// How many orders that are not over each crew has.
    async fn open_load(&mut self) -> StorageResult<Vec<(CrewId, u32)>>;
    /// How many orders there are of each status.
    async fn order_counts(&mut self) -> StorageResult<Vec<(OrderStatus, u64)>>;
}

/// Changing orders. Services do not call this: [`crate::orders`] does, so that feeds and notices follow.
#[async_trait]
pub trait OrderWrites {
    /// Stores an order, new or changed.
    async fn put_order(&mut self, aggregate: &OrderAggregate, now: WallTime) -> StorageResult<()> {
        self.put_orders(&[aggregate], now).await
    }
    /// Stores orders, new or changed.
    async fn put_orders(&mut self, aggregates: &[&OrderAggregate], now: WallTime) -> StorageResult<()>;
    /// Says that an order serves a request.
    async fn link_request(&mut self, order: OrderId, request: RequestId) -> StorageResult<()>;
}
