//! Citizens who are told by a call.

use kuitti_shared::unit::Millis;
use serde::{Deserialize, Serialize};

/// Does somebody call, and how often?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CallsConfig {
    /// Is there somebody who makes the calls of the list?
    pub enabled: bool,
    /// Whoever does not answer is called so often; then the message fails, and goes another way where there is one.
    pub attempts: u32,
    /// Minutes between two attempts.
    pub again_after_minutes: u32,
}

impl Default for CallsConfig {
    fn default() -> Self {
        Self {
            enabled: false,
            attempts: 3,
            again_after_minutes: 120,
        }
    }
}

impl CallsConfig {
    /// How long nobody calls whoever did not answer.
    #[must_use]
    pub fn pause(self) -> Millis {
        Millis::from_seconds(60 * i64::from(self.again_after_minutes))
    }
}
