//! Citizens' requests. Who reported stands in a table of its own, so that it can be read and deleted apart.

use async_trait::async_trait;
use kuitti_shared::domain::{CitizenAnswer, Contact, Feedback, IntakeChannel, Language, Place, RequestStage};
use kuitti_shared::id::{CategoryCode, PublicNumber, RequestId, Sha256Hex, WorkerId};
use kuitti_shared::rules::nearby::Bounds;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

use super::{After, StorageResult};
use crate::intake::code::CodeSeed;
use crate::intake::confirm::Confirmation;

/// Where a request came from, when another system has it too. Unique: the same file adds nothing twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct External {
    /// Which system or preset.
    pub source: String,
    /// Its id there.
    pub id: String,
}

/// A request as stored. New fields go here with `#[serde(default)]`; only what lists need gets a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequestRecord {
    /// Id.
    pub id: RequestId,
    /// Public number.
    pub number: PublicNumber,
    /// SHA-256 of the compact tracking code; none where nobody follows.
    #[serde(default)]
    pub tracking: Option<Sha256Hex>,
    /// From which the code can be computed again with the town's secret.
    #[serde(default)]
    pub code_seed: Option<CodeSeed>,
    /// Kind of problem.
    pub category: CategoryCode,
    /// What was written, as plain text.
    pub description: String,
    /// Where.
    pub place: Place,
    /// How it came in.
    pub channel: IntakeChannel,
    /// The citizen's language.
    pub language: Language,
    /// How far it has come.
    pub stage: RequestStage,
    /// How it ended in another system, before it came here.
    #[serde(default)]
    pub ended_elsewhere: Option<RequestStage>,
    /// The stages through which it went, oldest first.
    #[serde(default)]
    pub history: Vec<StageMark>,
    /// How often it was reopened.
    #[serde(default)]
    pub occurrence: u32,
    /// When it came in.
    pub received_at: WallTime,
    /// When anything about it last changed, on the server's clock.
    pub updated_at: WallTime,
    /// The other system that has it too.
    #[serde(default)]
    pub external: Option<External>,
    /// The worker who found it.
    #[serde(default)]
    pub reported_by: Option<WorkerId>,
    /// The citizen's photos.
    #[serde(default)]
    pub photos: Vec<Sha256Hex>,
    /// The request of the same problem that it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RequestId>,
    /// Codes that prove a number or an address of its contact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmations: Vec<Confirmation>,
    /// What the citizen said about its ends, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<Feedback>,
    /// What the citizen wrote back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<CitizenAnswer>,
}

impl RequestRecord {
    /// Photos that the citizen sent, with the report and with objections.
    #[must_use]
    pub fn photos_of_citizen(&self) -> usize {
        let reopenings = self.feedback.iter().filter_map(|said| said.reopening.as_ref());
        let later: usize = reopenings.map(|reopening| reopening.photos.len()).sum();
        self.photos.len() + later
    }
}

/// When a request came to a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageMark {
    /// Which.
    pub stage: RequestStage,
    /// When, on the server's clock.
    pub at: WallTime,
}

/// Which requests a list shows. Empty conditions do not count. Requests that follow another stand in none, unless they came back
/// or words are looked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RequestFilter {
    /// One of these.
    pub stages: Vec<RequestStage>,
    /// Of this category.
    pub category: Option<CategoryCode>,
    /// With these words in number, address or description.
    pub text: Option<String>,
    /// Only those that no order serves.
    pub unplanned: bool,
    /// From here on; from the latest without it.
    pub after: Option<After>,
    /// At most this many.
    pub limit: u32,
}

/// Looking at requests.
#[async_trait]
pub trait RequestReads {
    /// One request.
    async fn request(&mut self, id: RequestId) -> StorageResult<Option<RequestRecord>>;
    /// One request by its public number.
    async fn request_by_number(&mut self, number: &PublicNumber) -> StorageResult<Option<RequestRecord>>;
    /// One request by the hash of its tracking code.
    async fn request_by_tracking(&mut self, hash: &Sha256Hex) -> StorageResult<Option<RequestRecord>>;
    /// One request by its id in another system.
    async fn request_by_external(&mut self, external: &External) -> StorageResult<Option<RequestRecord>>;
    /// A page of a list, latest first, and how many there are in all.
    async fn request_list(&mut self, filter: &RequestFilter) -> StorageResult<(Vec<RequestRecord>, u64)>;
    /// The requests of these ids that exist, in the sequence of their ids.
    async fn requests(&mut self, ids: &[RequestId]) -> StorageResult<Vec<RequestRecord>>;
    /// How to reach who reported.
    async fn contact(&mut self, request: RequestId) -> StorageResult<Option<Contact>>;
    /// How to reach who reported these, where that is known.
    async fn contacts(&mut self, requests: &[RequestId]) -> StorageResult<Vec<(RequestId, Contact)>>;
    /// Requests reported from a phone number (E.164), latest first.
    async fn requests_by_phone(&mut self, phone: &str, limit: u32) -> StorageResult<Vec<RequestRecord>>;
    /// Requests reported from an e-mail address, latest first.
    async fn requests_by_email(&mut self, email: &str, limit: u32) -> StorageResult<Vec<RequestRecord>>;
    /// Which requests follow one of these: the one that is followed, and who follows.
    async fn followers(&mut self, requests: &[RequestId]) -> StorageResult<Vec<(RequestId, RequestId)>>;
    /// Open requests of a category within a rectangle, latest first; those that follow another are left out.
    async fn open_problems_near(
        &mut self,
        category: &CategoryCode,
        within: Bounds,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>>;
    /// The same, at an address as it was typed.
    async fn open_problems_at(
        &mut self,
        category: &CategoryCode,
        address: &str,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>>;
    /// A page of open requests of these categories, latest first; those that follow another are left out.
    async fn open_problems(
        &mut self,
        categories: &[&str],
        after: Option<After>,
        limit: u32,
    ) -> StorageResult<Vec<RequestRecord>>;
    /// Requests that have ended, nothing of which changed since `before`, and of which it is known who reported them.
    async fn with_contact_ended(&mut self, before: WallTime, limit: u32)
    -> StorageResult<Vec<RequestRecord>>;
    /// Requests behind this one, oldest first.
    async fn requests_from(&mut self, after: After, limit: u32) -> StorageResult<Vec<RequestRecord>>;
    /// Requests with something that a citizen wrote back and nobody has read, the longest waiting first.
    async fn requests_unread(&mut self, limit: u32) -> StorageResult<Vec<RequestRecord>>;
    /// How many requests there are of each stage, without those that follow another.
    async fn request_counts(&mut self) -> StorageResult<Vec<(RequestStage, u64)>>;
}

/// Changing requests.
#[async_trait]
pub trait RequestWrites {
    /// Stores a request, new or changed.
    async fn put_request(&mut self, request: &RequestRecord) -> StorageResult<()> {
        self.put_requests(&[request]).await
    }
    /// Stores requests, new or changed.
    async fn put_requests(&mut self, requests: &[&RequestRecord]) -> StorageResult<()>;
    /// Stores how to reach who reported.
    async fn put_contact(&mut self, request: RequestId, contact: &Contact) -> StorageResult<()>;
    /// Forgets how to reach who reported.
    async fn delete_contact(&mut self, request: RequestId) -> StorageResult<()>;
}
