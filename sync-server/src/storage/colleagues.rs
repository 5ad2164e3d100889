//! Where people of the town are reached, what they watch, and the messages to them.

use async_trait::async_trait;
use kuitti_shared::api::colleagues::{Reach, Watched};
use kuitti_shared::domain::{Assignee, Language, NoticeChannel, NoticeState};
use kuitti_shared::id::{NoticeId, OrderId, StaffId, WorkerId};
use kuitti_shared::rules::staff_news::{Person, StaffTopic};
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

use super::StorageResult;

/// One message to one person of the town. Unique by its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffNoticeRecord {
    /// Id; also the key with which a provider recognises a repetition.
    pub id: NoticeId,
    /// What is told once.
    pub key: String,
    /// What it is about.
    pub topic: StaffTopic,
    /// About which order.
    pub order: OrderId,
    /// The time that a warning or a breach is about.
    #[serde(default)]
    pub moment: Option<WallTime>,
    /// Whose work it was.
    #[serde(default)]
    pub assignee: Option<Assignee>,
    /// To whom.
    pub person: Person,
    /// How it travels.
    pub channel: NoticeChannel,
    /// Phone number or address.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// Where it stands.
    pub state: NoticeState,
    /// When it may leave.
    #[serde(default)]
    pub due_at: Option<WallTime>,
    /// When a sender's lease ends.
    #[serde(default)]
    pub leased_until: Option<WallTime>,
    /// How often it was tried.
    #[serde(default)]
    pub attempts: u32,
    /// The provider's reference.
    #[serde(default)]
    pub reference: Option<String>,
    /// When the row was made.
    pub created_at: WallTime,
    /// When it last changed.
    pub updated_at: WallTime,
}

/// Looking at colleagues.
#[async_trait]
pub trait ColleagueReads {
    /// Where somebody is reached.
    async fn reach_of(&mut self, person: Person) -> StorageResult<Option<Reach>>;
    /// Where workers are reached, those of whom it is known.
    async fn reach_of_workers(&mut self) -> StorageResult<Vec<(WorkerId, Reach)>>;
    /// Who watches what.
    async fn watches(&mut self) -> StorageResult<Vec<(StaffId, Watched)>>;
    /// Messages of these ids, in their sequence.
    async fn staff_notices(&mut self, ids: &[NoticeId]) -> StorageResult<Vec<StaffNoticeRecord>>;
    /// Messages about orders that wait.
    async fn staff_notices_about(&mut self, orders: &[OrderId]) -> StorageResult<Vec<StaffNoticeRecord>>;
    /// Messages to somebody that wait.
    async fn staff_notices_to(&mut self, person: Person) -> StorageResult<Vec<StaffNoticeRecord>>;
    /// A channel's messages whose lease has ended at `now`, then those that wait and are due, the longest due first.
    async fn due_staff_notices(
        &mut self,
        channel: NoticeChannel,
        now: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<StaffNoticeRecord>>;
    /// The next moment at which a message of a channel is due.
    async fn next_staff_notice_at(&mut self, channel: NoticeChannel) -> StorageResult<Option<WallTime>>;
    /// Orders that are not over and whose warning or breach lies after `after` and not after `until`, by their ids, those
    /// behind `beyond`.
    async fn orders_due(
        &mut self,
        after: WallTime,
        until: WallTime,
        beyond: Option<OrderId>,
        limit: u32,
    ) -> StorageResult<Vec<OrderId>>;
}

/// Changing them.
#[async_trait]
pub trait ColleagueWrites {
    /// Stores where somebody is reached.
    async fn put_reach(&mut self, person: Person, reach: &Reach) -> StorageResult<()>;
    /// Begins to watch; saying it again changes nothing.
    async fn watch(&mut self, staff: StaffId, watched: &Watched) -> StorageResult<()>;
    /// Ends it.
    async fn unwatch(&mut self, staff: StaffId, watched: &Watched) -> StorageResult<()>;
    /// Adds messages; one whose key is there changes nothing.
    async fn add_staff_notices(&mut self, notices: &[StaffNoticeRecord]) -> StorageResult<()>;
    /// Stores messages that changed.
    async fn put_staff_notices(&mut self, notices: &[StaffNoticeRecord]) -> StorageResult<()>;
    /// Forgets messages that were made before a moment and do not wait. Says how many.
    async fn forget_staff_notices(&mut self, before: WallTime) -> StorageResult<u64>;
}
