//! The town's own app, to which messages go over HTTP.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where messages go, and the secret with which they are signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookConfig {
    /// The address that takes them.
    pub url: String,
    /// The secret that both sides know: at least 24 bytes in base64, with or without `whsec_` before it.
    pub secret: String,
    /// The authority that signed its certificate, as PEM file, where browsers do not know it.
    #[serde(default)]
    pub authority: Option<PathBuf>,
}

/// The secret stays out of logs.
impl std::fmt::Debug for WebhookConfig {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Webhook({})", self.url)
    }
}
