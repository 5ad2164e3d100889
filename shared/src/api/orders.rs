//! Orders in the office: make, list, look at, decide.
//!
//! `GET /api/orders`, `POST /api/orders`, `GET /api/orders/{id}`, `POST /api/orders/{id}/decisions`,
//! `POST /api/orders/{id}/merge`, `POST /api/orders/assign`. A decision is a [`crate::apply::office::Decision`].

use serde::{Deserialize, Serialize};

use super::attention::OrderRef;
use crate::apply::office::Decision;
use crate::clock::Occurred;
use crate::domain::{Appointment, Assignee, OrderAggregate, OrderStatus, Place, Priority};
use crate::id::{CategoryCode, DeviceId, OpId, OrderId, OrderNumber, RequestId, WorkerId};
use crate::rules::routing::RoutingReason;
use crate::sync::ReceiptOutcome;
use crate::unit::{Version, WallTime};

/// What to list; every part is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct OrderFilter {
    /// Only these statuses, codes separated by commas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Only this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Only this crew's or worker's: `crew:ID` or `worker:ID`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Words in title, address or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Only orders with a conflict to decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<bool>,
    /// From [`super::Page::next`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// How many rows, at most 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderRow {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// What to do.
    pub title: String,
    /// Kind of problem.
    pub category: CategoryCode,
    /// Where it stands.
    pub status: OrderStatus,
    /// How much it matters.
    pub priority: Priority,
    /// Where.
    pub place: Place,
    /// Whose work it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Assignee>,
    /// When it is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<WallTime>,
    /// When somebody waits for the crew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointment>,
    /// Photos whose bytes have arrived, and how many are announced.
    pub photos_arrived: u32,
    /// Photos announced.
    pub photos: u32,
    /// Is there a conflict to decide?
    pub review: bool,
    /// When it last changed on the server.
    pub updated_at: WallTime,
}

/// An order with everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderDetail {
    /// The order with visits, checklist, notes, photos, material, time, conflicts.
    pub aggregate: OrderAggregate,
    /// The requests it serves.
    pub requests: Vec<LinkedRequest>,
    /// The order into which this one was merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<OrderRef>,
    /// Why it went where it went, when it assigned itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routing: Option<RoutingReason>,
    /// What was done in the field, as it arrived.
    pub operations: Vec<OperationRow>,
    /// Who decided what in the office.
    pub history: Vec<AuditRow>,
    /// What is known of the devices that have this order.
    pub devices: Vec<DeviceKnowledge>,
    /// The server's clock.
    pub as_of: WallTime,
}

/// A request as its order shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkedRequest {
    /// Id.
    pub id: RequestId,
    /// Public number.
    pub number: crate::id::PublicNumber,
    /// What the citizen wrote, in one line.
    pub summary: String,
    /// How far it has come.
    pub stage: crate::domain::RequestStage,
    /// What the citizen wrote back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<crate::domain::CitizenAnswer>,
}

/// One operation as the office sees it: when it happened, when it arrived, what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperationRow {
    /// Which.
    pub op: OpId,
    /// `name@version`.
    pub kind: String,
    /// Who.
    pub worker: WorkerId,
    /// On which device.
    pub device: DeviceId,
    /// When it happened, with the quality of that time: "on the phone since".
    pub occurred: Occurred,
    /// When the server got it.
    pub received_at: WallTime,
    /// What became of it.
    pub outcome: ReceiptOutcome,
    /// Why.
    pub code: String,
}

/// One line of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditRow {
    /// When.
    pub at: WallTime,
    /// Who: a log-in name, `device:ID` or `system`.
    pub actor: String,
    /// What, as a stable code.
    pub action: String,
    /// About what: `order:ID`, `request:ID`, ...
    pub subject: String,
    /// Details as JSON, without personal data.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub details: serde_json::Value,
}

/// How old a device's knowledge of an order is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceKnowledge {
    /// Whose.
    pub worker: WorkerId,
    /// Which device.
    pub device: DeviceId,
    /// The device's last sync: everything shown of it is as of then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<WallTime>,
    /// The version it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// Operations that it said it has not sent yet.
    pub pending_ops: u64,
    /// Photos that it said it has not sent yet.
    pub pending_photos: u64,
}

/// How selected requests become orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// One order for each.
    OneEach,
    /// One order for all: they are reports of one problem.
    OneForAll,
}

/// Makes orders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MakeOrders {
    /// From which requests.
    pub requests: Vec<RequestId>,
    /// How.
    pub grouping: Grouping,
    /// What to do in one line; without one, the category's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How much it matters.
    #[serde(default)]
    pub priority: Priority,
    /// Whose work; without one, the category's rule decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Assignee>,
}

/// The orders that were made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MadeOrders {
    /// Each with where it went and why.
    pub orders: Vec<MadeOrder>,
}

/// One order that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MadeOrder {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// Whose work it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Assignee>,
    /// Why.
    pub routing: RoutingReason,
}

/// Assigns several orders at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssignOrders {
    /// Which.
    pub orders: Vec<OrderId>,
    /// To whom; none takes them away.
    pub assignee: Option<Assignee>,
}

/// What became of each order of a bulk decision: one that is refused does not stop the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decisions {
    /// Changed.
    pub changed: Vec<OrderId>,
    /// Refused, with the code of the reason.
    pub refused: Vec<RefusedOrder>,
}

/// An order whose decision was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RefusedOrder {
    /// Which.
    pub order: OrderId,
    /// Why, as a stable code.
    pub code: String,
}

/// Decides about one order. `version` guards against deciding on an old screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decide {
    /// The version on the screen; a newer one on the server answers 409 `changed_meanwhile`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// What.
    #[serde(flatten)]
    pub decision: Decision,
}

/// Merges an order into another about the same problem. `version` guards against deciding on an old screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MergeOrder {
    /// The version on the screen; a newer one on the server answers 409 `changed_meanwhile`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// The order that stays.
    pub into: OrderId,
}
