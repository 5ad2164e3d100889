//! Requests in the office: `GET /api/requests`, `POST /api/requests`, `GET /api/requests/{id}`.

use serde::{Deserialize, Serialize};

use super::notices::NoticeRow;
use crate::domain::{
    CitizenAnswer, Contact, Feedback, IntakeChannel, Language, OrderStatus, Place, Reopening, RequestStage,
};
use crate::id::{CategoryCode, OrderId, OrderNumber, PublicNumber, RequestId, Sha256Hex};
use crate::unit::WallTime;

/// What to list; every part is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct RequestFilter {
    /// Only these stages, codes separated by commas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Only this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Words in description, address or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Only those that have no order yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_order: Option<bool>,
    /// From [`super::Page::next`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// How many rows, at most 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A request in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestRow {
    /// Id.
    pub id: RequestId,
    /// Public number.
    pub number: PublicNumber,
    /// Kind of problem.
    pub category: CategoryCode,
    /// How far it has come.
    pub stage: RequestStage,
    /// Where.
    pub place: Place,
    /// What the citizen wrote, shortened to one line.
    pub summary: String,
    /// How it came in.
    pub channel: IntakeChannel,
    /// When it came in.
    pub received_at: WallTime,
    /// When it last changed.
    pub updated_at: WallTime,
    /// The orders that serve it.
    pub orders: Vec<OrderId>,
    /// How many others follow the same problem.
    #[serde(default)]
    pub followers: u32,
    /// The request of the same problem that it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RequestId>,
}

/// A request with everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestDetail {
    /// As in the list.
    pub row: RequestRow,
    /// What the citizen wrote.
    pub description: String,
    /// The citizen's language.
    pub language: Language,
    /// How to reach the citizen; only for roles that may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// How often it was reopened.
    pub occurrence: u32,
    /// The citizen's photos by their content: `GET /api/requests/{id}/photos/{sha256}`.
    pub photos: Vec<Sha256Hex>,
    /// Those of them that are no pictures but files, which a worker's device could not open: to be fetched, not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Sha256Hex>,
    /// The orders that serve it.
    pub orders: Vec<LinkedOrder>,
    /// What the citizen was and will be told.
    pub notices: Vec<NoticeRow>,
    /// What the citizen wrote back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<CitizenAnswer>,
    /// Number in the system it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_number: Option<String>,
    /// What the citizen said about its ends, oldest first.
    #[serde(default)]
    pub feedback: Vec<Feedback>,
}

impl RequestDetail {
    /// The citizen's word about which the office has to decide.
    #[must_use]
    pub fn came_back(&self) -> Option<&Reopening> {
        let mut reopenings = self.feedback.iter().filter_map(|said| said.reopening.as_ref());
        let open = reopenings.next_back().filter(|last| last.upheld_at.is_none());
        open.filter(|_| self.row.stage == RequestStage::Reopened)
    }
}

/// What the office decides about a citizen's word that it is not so: `POST /api/requests/{id}/reopening`. A new order for the
/// request answers it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReopeningDecision {
    /// The order is opened again.
    TakeUp,
    /// It is so: the request is closed again, and the citizen told.
    Uphold,
}

/// A decision as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecideReopening {
    /// Which.
    pub decision: ReopeningDecision,
}

/// An order as its request shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkedOrder {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// Where it stands.
    pub status: OrderStatus,
}

/// A new request, from an operator or another program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewRequest {
    /// Kind of problem.
    pub category: CategoryCode,
    /// What it is about.
    #[serde(default)]
    pub description: String,
    /// Where; an address or a position is needed.
    pub place: Place,
    /// Whom to tell; nobody, for an anonymous report.
    #[serde(default)]
    pub contact: Contact,
    /// The citizen's language.
    pub language: Language,
}

/// The answer to a new request. The code is shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestReceipt {
    /// Id.
    pub id: RequestId,
    /// Public number.
    pub number: PublicNumber,
    /// The tracking code, grouped for reading aloud.
    pub tracking_code: String,
    /// The tracking page.
    pub tracking_url: String,
}
