//! Settings against abuse.

use serde::{Deserialize, Serialize};

use crate::auth::Network;

/// How much strangers may do, and who says where they come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsConfig {
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Reports that one address can send in an hour.
    pub reports_an_hour: u32,
    /// Reports that all together can send in an hour.
    pub reports_an_hour_in_all: u32,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self {
            trusted_proxies: Vec::new(),
            reports_an_hour: 60,
            reports_an_hour_in_all: 2_000,
        }
    }
}
