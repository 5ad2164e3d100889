//! What text messages cost.

use serde::{Deserialize, Serialize};

/// What the operator takes, for previews of texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MessagePrice {
    /// For one part of a text message; 0: nobody says.
    pub per_part: f64,
    /// In which currency, as ISO 4217 code.
    pub currency: String,
}

impl Default for MessagePrice {
    fn default() -> Self {
        Self {
            per_part: 0.0,
            currency: "EUR".to_owned(),
        }
    }
}
