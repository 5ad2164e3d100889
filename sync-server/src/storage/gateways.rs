//! What providers of text messages know: parts by the names they give them, and numbers that want no more.

use async_trait::async_trait;
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

use super::StorageResult;

/// What became of a part in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOutcome {
    /// The phone has it.
    Delivered,
    /// The phone will never have it; the network's reason.
    Failed(String),
}

/// A part of a message. A receipt may come before the answer that names the part: then no notice is known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartRecord {
    /// The provider's name for it, unique for all time as far as anybody can make it so.
    pub reference: String,
    /// Of which notice.
    pub notice: Option<NoticeId>,
    /// What became of it; nothing while it is on its way.
    pub outcome: Option<PartOutcome>,
}

/// Looking at parts and numbers.
#[async_trait]
pub trait GatewayReads {
    /// The parts of these names.
    async fn parts_named(&mut self, references: &[String]) -> StorageResult<Vec<PartRecord>>;
    /// The parts in which notices left.
    async fn parts_of(&mut self, notices: &[NoticeId]) -> StorageResult<Vec<PartRecord>>;
    /// Parts of messages that left after `after` and not after `until`, and of which nobody knows what became, by their names,
    /// those behind `beyond`.
    async fn parts_on_their_way(
        &mut self,
        after: WallTime,
        until: WallTime,
        beyond: &str,
        limit: u32,
    ) -> StorageResult<Vec<PartRecord>>;
    /// Which of these numbers or addresses belong to somebody who said that no more shall come?
    async fn opted_out(&mut self, channel: NoticeChannel, recipients: &[&str]) -> StorageResult<Vec<String>>;
}

/// Changing them.
#[async_trait]
pub trait GatewayWrites {
    /// Notices left in parts of these names, each name once. What a receipt said of one within the last hour holds; an older
    /// row of the name is another's, because providers begin to count anew.
    async fn name_parts(&mut self, parts: &[(&str, NoticeId)], at: WallTime) -> StorageResult<()>;
    /// What became of the part of this name. That it arrived holds against whatever comes later.
    async fn note_outcome(
        &mut self,
        reference: &str,
        outcome: &PartOutcome,
        at: WallTime,
    ) -> StorageResult<()>;
    /// The notices leave anew: what became of their earlier parts does not count.
    async fn forget_parts(&mut self, notices: &[NoticeId]) -> StorageResult<()>;
    /// Forgets parts that were named, or heard of, before a moment. Says how many.
    async fn forget_old_parts(&mut self, before: WallTime) -> StorageResult<u64>;
    /// No more shall come to this number or address. Saying it again changes nothing.
    async fn opt_out(&mut self, channel: NoticeChannel, recipient: &str, at: WallTime) -> StorageResult<()>;
    /// Messages may come again.
    async fn opt_in(&mut self, channel: NoticeChannel, recipient: &str) -> StorageResult<()>;
}
