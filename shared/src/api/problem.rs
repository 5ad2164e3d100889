//! What goes wrong, as RFC 9457 `application/problem+json`.

use serde::{Deserialize, Serialize};

/// A problem: a status, a stable code, and a sentence that is safe to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `about:blank`: the code says it all.
    #[serde(rename = "type", default = "about_blank")]
    pub kind: String,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// Stable code; front ends translate it as Fluent message `problem-CODE` (with `-` for `_`).
    pub code: String,
    /// What happened and the way out, in English.
    pub detail: String,
    /// Which fields of the request are at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// The field's name.
    pub field: String,
    /// Stable code, as above.
    pub code: String,
}

fn about_blank() -> String {
    "about:blank".to_owned()
}
