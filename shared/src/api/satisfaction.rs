//! What citizens thought of the ends of their cases: `GET /api/satisfaction`. Never by person.

use serde::{Deserialize, Serialize};

use crate::unit::WallTime;

/// The ends of the last twelve months, counted three ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Satisfaction {
    /// By the code of the category.
    pub categories: Vec<SatisfactionRow>,
    /// By the code of the district; empty where the place is in none.
    pub zones: Vec<SatisfactionRow>,
    /// By month, as in `2026-11`, by the town's clock.
    pub months: Vec<SatisfactionRow>,
    /// The server's clock.
    pub as_of: WallTime,
}

/// Ends that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SatisfactionRow {
    /// What they have in common.
    pub key: String,
    /// How many ends.
    pub ends: u32,
    /// How many of a hundred their citizens took back; none of fewer than five ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened_percent: Option<f64>,
    /// How many were rated.
    pub ratings: u32,
    /// The average of their ratings; none of fewer than five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<f64>,
}
