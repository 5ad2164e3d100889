//! What can be wrong with a request that somebody wants to hand in.

use serde::{Deserialize, Serialize};

/// A field of a new request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestField {
    /// What kind of problem.
    Category,
    /// What is wrong.
    Description,
    /// Address or point.
    Place,
    /// How to find it once there.
    Detail,
    /// Pictures.
    Photos,
    /// Name of the caller.
    Name,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// On which channels to tell.
    Notify,
}

impl RequestField {
    /// The name of the field in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Description => "description",
            Self::Place => "place",
            Self::Detail => "detail",
            Self::Photos => "photos",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Notify => "notify",
        }
    }
}

/// One mistake in a new request. The sentence stands in the Fluent files under `mistake-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestMistake {
    /// Where.
    pub field: RequestField,
    /// Stable code.
    pub code: String,
}
