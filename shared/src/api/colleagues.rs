//! Where people of the town are reached, and what they watch.
//!
//! `GET` and `PUT /api/reach` (one's own), `GET /api/workers/reach`, `PUT /api/workers/{id}/reach`; `GET` and `PUT /api/watches`.

use serde::{Deserialize, Serialize};

use crate::domain::NoticeChannel;
use crate::id::{CategoryCode, OrderId, WorkerId, ZoneCode};

/// Where somebody is reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reach {
    /// Phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Which of them is used first; text messages unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<NoticeChannel>,
}

impl Reach {
    /// The way that is chosen, or else the one that there is.
    #[must_use]
    pub fn way(&self) -> Option<(NoticeChannel, &str)> {
        let by = |channel| {
            let reach = match channel {
                NoticeChannel::Sms => self.phone.as_deref(),
                NoticeChannel::Email => self.email.as_deref(),
                NoticeChannel::Call | NoticeChannel::Webhook => None,
            };
            reach.map(|reach| (channel, reach))
        };
        let chosen = self.channel.unwrap_or(NoticeChannel::Sms);
        by(chosen).or_else(|| NoticeChannel::DIRECT.into_iter().find_map(by))
    }
}

/// Where a worker is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkerReach {
    /// Who.
    pub worker: WorkerId,
    /// Where.
    pub reach: Reach,
}

/// Something that can be watched.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Watched {
    /// One order.
    Order(OrderId),
    /// Every order of a category.
    Category(CategoryCode),
    /// Every order in a district.
    Zone(ZoneCode),
}

/// What somebody watches, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WatchRow {
    /// What.
    pub watched: Watched,
    /// An order's number and title; categories and districts have their names elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// Begins to watch something, or ends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Watch {
    /// What.
    pub watched: Watched,
    /// Begin, or end?
    pub on: bool,
}
