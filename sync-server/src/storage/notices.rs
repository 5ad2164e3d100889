//! Messages to citizens, and the demo inbox in which they can be read.

use async_trait::async_trait;
use kuitti_shared::domain::{Language, NoticeChannel, NoticeStage, NoticeState};
use kuitti_shared::id::{NoticeId, OrderId, RequestId, StaffId, TextId};
use kuitti_shared::rules::notice_plan::NoticeFacts;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

use super::StorageResult;

/// One message to one citizen. Unique by request, stage, occurrence, channel and recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRecord {
    /// Id; also the key with which a provider recognises a repetition.
    pub id: NoticeId,
    /// About which request.
    pub request: RequestId,
    /// Because of which order, when there is one.
    #[serde(default)]
    pub order: Option<OrderId>,
    /// What it is about.
    pub stage: NoticeStage,
    /// Which reopening.
    pub occurrence: u32,
    /// How it travels.
    pub channel: NoticeChannel,
    /// Phone number or address.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// Where it stands.
    pub state: NoticeState,
    /// When the gate is worth asking again; none when only a change can open it.
    #[serde(default)]
    pub due_at: Option<WallTime>,
    /// When a sender's lease ends.
    #[serde(default)]
    pub leased_until: Option<WallTime>,
    /// Who makes the call, of one that is told so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<StaffId>,
    /// How often it was tried.
    #[serde(default)]
    pub attempts: u32,
    /// The provider's reference.
    #[serde(default)]
    pub reference: Option<String>,
    /// What the office wants it to say instead of its usual words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The town's own texts that it was written from; none where it says what is built in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<TextId>,
    /// The message that failed, and in whose place this one goes.
    #[serde(default)]
    pub instead_of: Option<NoticeId>,
    /// When the row was made.
    pub created_at: WallTime,
    /// When it last changed.
    pub updated_at: WallTime,
}

impl NoticeRecord {
    /// What is told once.
    #[must_use]
    pub fn key(&self) -> (RequestId, NoticeStage, u32, NoticeChannel, &str) {
        let Self {
            request,
            stage,
            occurrence,
            channel,
            recipient,
            ..
        } = self;
        (*request, *stage, *occurrence, *channel, recipient)
    }

    /// The message as the plan sees it.
    #[must_use]
    pub fn facts(&self) -> NoticeFacts {
        NoticeFacts {
            id: self.id,
            stage: self.stage,
            occurrence: self.occurrence,
            channel: self.channel,
            recipient: self.recipient.clone(),
            state: self.state.clone(),
        }
    }
}

/// A message in the demo inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxMessage {
    /// Of which notice.
    pub notice: NoticeId,
    /// How it would have travelled.
    pub channel: NoticeChannel,
    /// In which language.
    pub language: Language,
    /// To whom.
    pub recipient: String,
    /// Subject of a mail.
    #[serde(default)]
    pub subject: Option<String>,
    /// Text.
    pub body: String,
    /// When it arrived.
    pub at: WallTime,
}

/// Looking at messages.
#[async_trait]
pub trait NoticeReads {
    /// A message.
    async fn notice(&mut self, id: NoticeId) -> StorageResult<Option<NoticeRecord>>;
    /// The messages of these ids, in their sequence.
    async fn notices(&mut self, ids: &[NoticeId]) -> StorageResult<Vec<NoticeRecord>>;
    /// The messages of a request, oldest first.
    async fn notices_of(&mut self, request: RequestId) -> StorageResult<Vec<NoticeRecord>> {
        self.notices_of_all(&[request]).await
    }
    /// The messages of some requests, oldest first.
    async fn notices_of_all(&mut self, requests: &[RequestId]) -> StorageResult<Vec<NoticeRecord>>;
    /// A channel's messages whose lease has ended at `now`, then those that wait and are due, the longest due first.
    async fn due_notices(
        &mut self,
        channel: NoticeChannel,
        now: WallTime,
        limit: u32,
    ) -> StorageResult<Vec<NoticeRecord>>;
    /// The next moment at which a message of a channel is due.
    async fn next_notice_at(&mut self, channel: NoticeChannel) -> StorageResult<Option<WallTime>>;
    /// Messages in one of some states (by their names on the wire), latest first.
    async fn notices_in(&mut self, states: &[&str], limit: u32) -> StorageResult<Vec<NoticeRecord>>;
    /// A channel's messages that wait for a change and no hour, or that somebody has in hand, oldest first.
    async fn notices_at_hand(
        &mut self,
        channel: NoticeChannel,
        limit: u32,
    ) -> StorageResult<Vec<NoticeRecord>>;
    /// How many codes to confirm with went to a number or address since then.
    async fn confirmations_to(&mut self, recipient: &str, since: WallTime) -> StorageResult<u64>;
    /// How many messages there are in each state.
    async fn notice_counts(&mut self) -> StorageResult<Vec<(String, u64)>>;
    /// The demo inbox, latest first.
    async fn inbox(&mut self, limit: u32) -> StorageResult<Vec<InboxMessage>>;
}

/// Changing messages.
#[async_trait]
pub trait NoticeWrites {
    /// Stores messages, new or changed. A new one for the same request, stage, occurrence, channel and recipient as
    /// another's is refused.
    async fn put_notices(&mut self, notices: &[&NoticeRecord]) -> StorageResult<()>;
    /// Stores a message, new or changed.
    async fn put_notice(&mut self, notice: &NoticeRecord) -> StorageResult<()> {
        self.put_notices(&[notice]).await
    }
    /// Puts a message into the demo inbox; the same notice again changes nothing.
    async fn add_to_inbox(&mut self, message: &InboxMessage) -> StorageResult<()>;
}
