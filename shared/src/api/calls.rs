//! The contact centre: who is calling? `GET /api/callers?phone=`.

use serde::{Deserialize, Serialize};

use super::requests::RequestRow;
use crate::domain::{Contact, Language};

/// What is known of a caller's number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Caller {
    /// The number in E.164 form.
    pub phone: String,
    /// Name and wishes from the latest request, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Language of the latest request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Earlier requests, newest first, at most 20.
    pub requests: Vec<RequestRow>,
}
