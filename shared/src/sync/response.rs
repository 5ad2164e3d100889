//! Step two: the server acknowledges, and says what changed. Always HTTP 200 where the envelope could be read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Receipt;
use super::digest::Digest;
use super::request::{Cursor, Scope};
use super::town::TownCard;
use crate::domain::OrderAggregate;
use crate::id::{IncarnationId, OrderId, Sha256Hex};
use crate::unit::{Seq, WallTime};

/// What the server answers. It passes orders on as the documents that it keeps, without reading them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SyncResponse<Order = OrderAggregate> {
    /// The server's clock.
    pub server_time: WallTime,
    /// Everything up to here is kept by the server for ever.
    pub acked_seq: Seq,
    /// There is a gap: push again from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need_seq: Option<Seq>,
    /// The numbering was forked (a cloned or restored device): renumber what is not acknowledged under this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_incarnation: Option<IncarnationId>,
    /// One receipt for each operation that was looked at.
    #[serde(default)]
    pub results: Vec<Receipt>,
    /// What changed, by scope. A scope of which nothing changed is left out.
    #[serde(default = "BTreeMap::new")]
    pub scopes: BTreeMap<Scope, ScopePage<Order>>,
    /// Photos whose row is here and whose bytes are not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub want_photos: Vec<Sha256Hex>,
    /// The town card, when the device's is old.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<TownCard>,
    /// Which versions of the app the server knows and wants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upgrade: Option<Upgrade>,
    /// Hand in what you have; nothing more comes down.
    #[serde(default)]
    pub drain_only: bool,
}

/// How a page continues what the device has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PageMode {
    /// Changes since the cursor.
    Delta,
    /// A page of everything: what no page mentions is gone (SYNC.md rule 10).
    Snapshot,
    /// The membership has ended.
    Closed,
}

/// One page of one scope.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScopePage<Order = OrderAggregate> {
    /// How it continues.
    pub mode: PageMode,
    /// Orders as they are now.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Order>,
    /// Orders that left the scope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<Gone>,
    /// The cursor after this page.
    pub cursor: Cursor,
    /// Does more follow? Then ask again at once.
    #[serde(default)]
    pub more: bool,
    /// On the last page: what the device should hold now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
}

/// An order that left a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gone {
    /// Which.
    pub order: OrderId,
    /// Why.
    pub reason: GoneReason,
}

/// Why an order left a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoneReason {
    /// It was given to somebody else.
    Reassigned,
    /// Somebody else did it.
    DoneByOther,
    /// The office called it off.
    Cancelled,
    /// It was finished long enough ago.
    Aged,
    /// It was merged into another order about the same problem.
    Merged,
    /// A reason this release does not know.
    #[serde(other)]
    Other,
}

impl GoneReason {
    /// The name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reassigned => "reassigned",
            Self::DoneByOther => "done_by_other",
            Self::Cancelled => "cancelled",
            Self::Aged => "aged",
            Self::Merged => "merged",
            Self::Other => "other",
        }
    }

    /// The reason of a [`GoneReason::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let known = [
            Self::Reassigned,
            Self::DoneByOther,
            Self::Cancelled,
            Self::Aged,
            Self::Merged,
        ];
        known
            .into_iter()
            .find(|reason| reason.code() == code)
            .unwrap_or(Self::Other)
    }
}

/// Which versions of the protocol the server wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Upgrade {
    /// Below this nothing is pulled; pushing is accepted for ever.
    pub min: u32,
    /// The newest.
    pub latest: u32,
}
