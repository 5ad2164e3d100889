//! The requests that some orders serve, with all that their stages and messages depend on: read with a few statements,
//! changed in memory, written back with a few, however many orders a push has changed.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{Category, Contact, OrderAggregate};
use kuitti_shared::id::{CategoryCode, NoticeId, OrderId, RequestId};

use super::stages::truth;
use crate::error::Result;
use crate::notices::Case;
use crate::pokes::Poke;
use crate::storage::{LinkedRequests, NoticeRecord, RequestRecord, StorageError, WriteTx};

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
        let known = known.iter().map(|order| (order.order.id, (*order).clone()));
        Self::linked(tx, &ids, known.collect()).await
    }

    /// The cases around one request.
    pub(crate) async fn of_request(tx: &mut dyn WriteTx, request: RequestId) -> Result<Self> {
        let own = tx.order_links(&[request]).await?;
        let orders: Vec<OrderId> = own.iter().map(|(_, order)| *order).collect();
        if orders.is_empty() {
            let mut cases = Self::default();
            let requests = tx.requests(&[request]).await?;
            cases.take_in(tx, requests).await?;
            return Ok(cases);
        }
        Self::linked(tx, &orders, BTreeMap::new()).await
    }

    async fn linked(
        tx: &mut dyn WriteTx,
        orders: &[OrderId],
        known: BTreeMap<OrderId, OrderAggregate>,
    ) -> Result<Self> {
        let LinkedRequests { links, requests } = tx.requests_around(orders).await?;
        let mut cases = Self {
            links,
            orders: known,
            ..Self::default()
        };
        let orders: BTreeSet<OrderId> = cases.links.iter().map(|(_, order)| *order).collect();
        let missing = orders.iter().filter(|order| !cases.orders.contains_key(order));
        let missing: Vec<OrderId> = missing.copied().collect();
        if !missing.is_empty() {
            // Only looked at, as others left them: whoever changes one of them at this moment waits for our requests, and then
            // sees what we did.
            for (order, document) in tx.order_documents(&missing).await? {
                let aggregate = serde_json::from_str(document.get()).map_err(StorageError::from)?;
                cases.orders.insert(order, aggregate);
            }
        }
        cases.take_in(tx, requests).await?;
        Ok(cases)
    }

    async fn take_in(&mut self, tx: &mut dyn WriteTx, requests: Vec<RequestRecord>) -> Result<()> {
        if requests.is_empty() {
            return Ok(());
        }
        let ids: Vec<RequestId> = requests.iter().map(|request| request.id).collect();
        let papers = tx.case_papers(&ids).await?;
        let requests = requests.into_iter();
        self.requests = requests.map(|request| (request.id, as_read(request))).collect();
        self.contacts = papers.contacts.into_iter().collect();
        let notices = papers.notices.into_iter();
        self.notices = notices.map(|notice| (notice.id, as_read(notice))).collect();
        let categories = papers.categories.into_iter();
        self.categories = categories
            .map(|category| (category.code.clone(), category))
            .collect();
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
        tx.put_cases(&requests, &notices).await?;
        for request in requests {
            tx.poke(Poke::Request { request: request.id });
        }
        if let Some(at) = notices.iter().filter_map(|notice| notice.due_at).min() {
            tx.poke(Poke::Due { at });
        }
        Ok(())
    }
}
