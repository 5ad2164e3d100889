//! What a change of orders touches besides them: the requests that they serve, and the messages about these. Read and written
//! with a few statements, however many orders a push has changed.

use async_trait::async_trait;
use kuitti_shared::domain::{Category, Contact};
use kuitti_shared::id::{OrderId, RequestId};

use super::{NoticeRecord, RequestRecord, StorageResult};

/// Requests with the orders that serve them.
#[derive(Debug, Default)]
pub struct LinkedRequests {
    /// Which orders serve which requests: all pairs, in their sequence.
    pub links: Vec<(RequestId, OrderId)>,
    /// The requests, in the sequence of their ids.
    pub requests: Vec<RequestRecord>,
}

/// What belongs to requests.
#[derive(Debug, Default)]
pub struct CasePapers {
    /// How to reach who reported, where that is known.
    pub contacts: Vec<(RequestId, Contact)>,
    /// The messages, in no particular sequence.
    pub notices: Vec<NoticeRecord>,
    /// The categories of the requests.
    pub categories: Vec<Category>,
}

/// Looking at cases.
#[async_trait]
pub trait CaseReads {
    /// Every request that one of `orders` serves, or that has an order in common with such a request. Who changes them has them
    /// alone from then on.
    async fn requests_around(&mut self, orders: &[OrderId]) -> StorageResult<LinkedRequests>;
    /// What belongs to these requests. Asked for once they are locked: what waited for belongs to it.
    async fn case_papers(&mut self, requests: &[RequestId]) -> StorageResult<CasePapers>;
}

/// Changing cases.
#[async_trait]
pub trait CaseWrites {
    /// Stores requests and messages, new or changed.
    async fn put_cases(
        &mut self,
        requests: &[&RequestRecord],
        notices: &[&NoticeRecord],
    ) -> StorageResult<()>;
}
