//! The office's JSON interface: what the console sends and shows, and what any other program may.
//!
//! One file an area. The server publishes these very types as OpenAPI at `/api/openapi.json`.

pub mod attention;
pub mod call_list;
pub mod calls;
pub mod colleagues;
pub mod devices;
pub mod events;
pub mod imports;
pub mod map;
pub mod notices;
pub mod orders;
pub mod people;
pub mod problem;
pub mod requests;
pub mod satisfaction;
pub mod session;
pub mod settings;
pub mod texts;
pub mod town;

use serde::{Deserialize, Serialize};

/// One page of a list, newest first unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many rows there are in all.
    pub total: u64,
    /// Ask with `after=` this for the next page; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The server's clock when this was read: every state is shown with its age.
    pub as_of: crate::unit::WallTime,
}
