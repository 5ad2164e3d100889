//! The requests that some orders serve, with all that their stages and messages depend on: read with a few statements,
//! changed in memory, written back with a few, however many orders a push has changed.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{Category, Contact, OrderAggregate};
use kuitti_shared::id::{CategoryCode, NoticeId, OrderId, RequestId};

use super::stages::truth;
use crate::error::Result;
use crate::notices::Case;
use crate::pokes::Poke;
use crate::storage::{NoticeRecord, RequestRecord, WriteTx};

/// Cases, as far as they are connected with each other by orders.
#[derive(Debug, Default)]
pub(crate) struct Cases {
    links: Vec<(RequestId, OrderId)>,
    orders: BTreeMap<OrderId, OrderAggregate>,
    requests: BTreeMap<RequestId, Kept<RequestRecord>>,
    notices: BTreeMap<NoticeId, Kept<NoticeRecord>>,
    contacts: BTreeMap<RequestId, Contact>,
    categories: BTreeMap<CategoryCode, Category>,
}

#[derive(Debug)]
struct Kept<T> {
    value: T,
    changed: bool,
}

const fn as_read<T>(value: T) -> Kept<T> {
    Kept {
        value,
        changed: false,
    }
}

const fn changed<T>(value: T) -> Kept<T> {
    Kept { value, changed: true }
}

impl Cases {
    /// The cases around orders, which are stored already as they stand here.
    pub(crate) async fn around(tx: &mut dyn WriteTx, known: &[&OrderAggregate]) -> Result<Self> {
        let ids: Vec<OrderId> = known.iter().map(|order| order.order.id).collect();
        let links = tx.links_around(&ids).await?;
        let known = known.iter().map(|order| (order.order.id, (*order).clone()));
        Self::linked(tx, links, known.collect()).await
    }

    /// The cases around one request.
    pub(crate) async fn of_request(tx: &mut dyn WriteTx, request: RequestId) -> Result<Self> {
        let own = tx.order_links(&[request]).await?;
        let orders: Vec<OrderId> = own.iter().map(|(_, order)| *order).collect();
        if orders.is_empty() {
            let mut cases = Self::default();
            cases.load(tx, &[request]).await?;
            return Ok(cases);
        }
        let links = tx.links_around(&orders).await?;
        Self::linked(tx, links, BTreeMap::new()).await
    }

    async fn linked(
        tx: &mut dyn WriteTx,
        links: Vec<(RequestId, OrderId)>,
        known: BTreeMap<OrderId, OrderAggregate>,
    ) -> Result<Self> {
        let mut cases = Self {
            orders: known,
            ..Self::default()
        };
        if links.is_empty() {
            return Ok(cases);
        }
        let orders: BTreeSet<OrderId> = links.iter().map(|(_, order)| *order).collect();
        let missing = orders.iter().filter(|order| !cases.orders.contains_key(order));
        let missing: Vec<OrderId> = missing.copied().collect();
        if !missing.is_empty() {
            let found = tx.orders(&missing).await?.into_iter();
            cases.orders.extend(found.map(|order| (order.order.id, order)));
        }
        let requests: BTreeSet<RequestId> = links.iter().map(|(request, _)| *request).collect();
        cases.links = links;
        cases.load(tx, &requests.into_iter().collect::<Vec<_>>()).await?;
        Ok(cases)
    }

    async fn load(&mut self, tx: &mut dyn WriteTx, ids: &[RequestId]) -> Result<()> {
        for request in tx.requests(ids).await? {
            if !self.categories.contains_key(&request.category) {
                let category = tx.category(&request.category).await?;
                self.categories
                    .extend(category.map(|category| (category.code.clone(), category)));
            }
            self.requests.insert(request.id, as_read(request));
        }
        self.contacts = tx.contacts(ids).await?.into_iter().collect();
        let notices = tx.notices_of_all(ids).await?.into_iter();
        self.notices = notices.map(|notice| (notice.id, as_read(notice))).collect();
        Ok(())
    }

    /// The requests that an order serves.
    pub(crate) fn requests_of(&self, order: OrderId) -> BTreeSet<RequestId> {
        let own = self.links.iter().filter(|(_, served)| *served == order);
        own.map(|(request, _)| *request).collect()
    }

    /// The orders that serve a request, oldest first.
    pub(crate) fn orders_of(&self, request: RequestId) -> Vec<&OrderAggregate> {
        let own = self.links.iter().filter(|(served, _)| *served == request);
        let mut orders: Vec<_> = own.filter_map(|(_, order)| self.orders.get(order)).collect();
        orders.sort_by_key(|order| (order.order.created_at, order.order.id));
        orders
    }

    /// Which of them were not merged into another.
    pub(crate) fn live_orders_of(&self, request: RequestId) -> BTreeSet<OrderId> {
        let orders = self.orders_of(request).into_iter();
        let live = orders.filter(|order| order.order.merged_into.is_none());
        live.map(|order| order.order.id).collect()
    }

    /// A request.
    pub(crate) fn request(&self, request: RequestId) -> Option<&RequestRecord> {
        self.requests.get(&request).map(|kept| &kept.value)
    }

    /// Changes a request.
    pub(crate) fn put_request(&mut self, request: RequestRecord) {
        self.requests.insert(request.id, changed(request));
    }

    /// The messages of a request, oldest first.
    pub(crate) fn notices_of(&self, request: RequestId) -> Vec<&NoticeRecord> {
        let own = self.notices.values().map(|kept| &kept.value);
        let mut own: Vec<_> = own.filter(|notice| notice.request == request).collect();
        own.sort_by_key(|notice| (notice.created_at, notice.id));
        own
    }

    /// Adds a message, unless there is one for the same request, stage, occurrence, channel and recipient.
    pub(crate) fn add_notice(&mut self, notice: NoticeRecord) {
        let same = |kept: &Kept<NoticeRecord>| kept.value.key() == notice.key();
        if !self.notices.values().any(same) {
            self.put_notice(notice);
        }
    }

    /// Changes a message.
    pub(crate) fn put_notice(&mut self, notice: NoticeRecord) {
        self.notices.insert(notice.id, changed(notice));
    }

    /// A request as the gate and the texts look at it.
    pub(crate) fn case(&self, request: RequestId) -> Option<Case> {
        let record = self.request(request)?;
        let orders = self.orders_of(request);
        Some(Case {
            truth: truth(record, orders.iter().copied()),
            orders: orders.into_iter().cloned().collect(),
            category: self.categories.get(&record.category).cloned(),
            contact: self.contacts.get(&request).cloned().unwrap_or_default(),
            request: record.clone(),
        })
    }

    /// Writes what changed.
    pub(crate) async fn store(self, tx: &mut dyn WriteTx) -> Result<()> {
        let requests = self.requests.values().filter(|kept| kept.changed);
        let requests: Vec<&RequestRecord> = requests.map(|kept| &kept.value).collect();
        let notices = self.notices.values().filter(|kept| kept.changed);
        let notices: Vec<&NoticeRecord> = notices.map(|kept| &kept.value).collect();
        tx.put_requests(&requests).await?;
        tx.put_notices(&notices).await?;
        for request in requests {
            tx.poke(Poke::Request { request: request.id });
        }
        if let Some(at) = notices.iter().filter_map(|notice| notice.due_at).min() {
            tx.poke(Poke::Due { at });
        }
        Ok(())
    }
}
