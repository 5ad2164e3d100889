//! Scopes and their feeds: what each device has yet to hear (SYNC.md rules 4, 5, 9, 14).

use std::collections::BTreeMap;

use async_trait::async_trait;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::digest::Digest;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Version, WallTime};
use serde_json::value::RawValue;

use super::StorageResult;

/// A scope's counter and digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeRow {
    /// Renewed when the server comes back from a backup.
    pub epoch: u64,
    /// The last number given out.
    pub head: u64,
    /// Below this the feed has forgotten who left.
    pub gc_seq: u64,
    /// What a device that has everything holds.
    pub digest: Digest,
}

/// One line of a feed. There is one per order: later changes take the place of earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeedRow {
    /// Which order.
    pub order: OrderId,
    /// Its number in the scope.
    pub seq: u64,
    /// The version that is in the digest.
    pub version: Version,
    /// Why it left, when it did.
    pub gone: Option<GoneReason>,
    /// Is nothing left to do? Only then does it leave because of its age.
    pub is_over: bool,
}

/// A line of a feed with its order.
#[derive(Debug, Clone)]
pub struct FeedLine {
    /// The line.
    pub row: FeedRow,
    /// The order's document as it is stored; none where it left.
    pub document: Option<Box<RawValue>>,
}

/// Looking at scopes.
#[async_trait]
pub trait ScopeReads {
    /// A scope, when anything was ever in it.
    async fn scope(&mut self, scope: Scope) -> StorageResult<Option<ScopeRow>>;
    /// Lines after `seq`, in sequence, at most `limit`.
    async fn feed_after(&mut self, scope: Scope, seq: u64, limit: u32) -> StorageResult<Vec<FeedLine>>;
    /// The line of an order.
    async fn feed_of(&mut self, scope: Scope, order: OrderId) -> StorageResult<Option<FeedRow>> {
        let line = self.feed_lines(&[scope], &[order]).await?.pop();
        Ok(line.map(|(_, line)| line))
    }
    /// The lines of some orders in some scopes, where they have one, in no particular sequence.
    async fn feed_lines(
        &mut self,
        scopes: &[Scope],
        orders: &[OrderId],
    ) -> StorageResult<Vec<(Scope, FeedRow)>>;
    /// Finished orders in a scope that have not changed since `before`.
    async fn aged(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<(Scope, OrderId)>>;
}

/// Changing scopes. Only [`crate::orders`] and [`crate::sync`] do.
#[async_trait]
pub trait ScopeWrites {
    /// Takes the rows of the scopes in which `orders` are, and of `others`, for this transaction, and makes those of `others`
    /// that are new: within a scope, the sequence of numbers is the sequence of commits.
    async fn lock_scopes(
        &mut self,
        orders: &[OrderId],
        others: &[Scope],
    ) -> StorageResult<BTreeMap<Scope, ScopeRow>>;
    /// Begins a new epoch in every scope: all cursors are void.
    async fn renew_epochs(&mut self) -> StorageResult<()>;
    /// Stores scopes, with lines of their feeds.
    async fn put_feeds(
        &mut self,
        scopes: &[(Scope, ScopeRow)],
        lines: &[(Scope, FeedRow)],
        now: WallTime,
    ) -> StorageResult<()>;
    /// Forgets orders that left before `before`; raises `gc_seq` of their scopes.
    async fn forget_gone(&mut self, before: WallTime) -> StorageResult<u64>;
}
