//! What the console has to know of the town: `GET /api/town`.

use serde::{Deserialize, Serialize};

use crate::domain::{Category, Crew, NoticeChannel, Position, Shift, Worker, Zone};
use crate::sync::town::Article;
use crate::unit::WallTime;

/// The town as the office sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Town {
    /// Name.
    pub name: String,
    /// The IANA time zone in which it lives.
    pub time_zone: String,
    /// Where maps open.
    pub centre: Position,
    /// Kinds of problems.
    pub categories: Vec<Category>,
    /// Districts.
    pub zones: Vec<Zone>,
    /// Crews.
    pub crews: Vec<Crew>,
    /// Workers.
    pub workers: Vec<Worker>,
    /// Shifts that have not ended.
    pub shifts: Vec<Shift>,
    /// The material catalogue.
    pub articles: Vec<Article>,
    /// How citizens can be told.
    pub channels: Vec<NoticeChannel>,
    /// The server's clock.
    pub as_of: WallTime,
}
