//! Logging in: `POST /api/session`, `GET /api/session`, `DELETE /api/session`.

use serde::{Deserialize, Serialize};

use crate::domain::{Language, Role};
use crate::id::StaffId;
use crate::rules::permission::Task;

/// Name and password.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogIn {
    /// The log-in name.
    pub name: String,
    /// The password.
    pub password: String,
}

/// Who is logged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// Id.
    pub id: StaffId,
    /// The log-in name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// What the role may do.
    pub tasks: Vec<Task>,
    /// The language of the console.
    pub language: Language,
}
