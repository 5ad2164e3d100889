//! Messages to users of the town's own app: a signed POST each, which the app passes on. It recognises a repetition by its id.

use async_trait::async_trait;
use kuitti_channels::Submission;
use kuitti_channels::http::Webhook;
use serde_json::{Value, json};

use super::{Delivery, Repetition, Sender};
use crate::config::WebhookConfig;
use crate::error::{Error, Result};
use crate::notices::text::Message;

/// Sends to the town's own app.
pub struct TownApp(Webhook);

impl TownApp {
    /// The app that the settings name.
    ///
    /// # Errors
    /// When its address or its secret cannot be used, in a sentence that names the key.
    pub fn new(settings: &WebhookConfig) -> Result<Self> {
        let webhook = Webhook::new(settings.url.clone(), &settings.secret, settings.authority.clone());
        webhook.map(Self).map_err(Error::Internal)
    }
}

#[async_trait]
impl Sender for TownApp {
    fn repetition(&self) -> Repetition {
        Repetition::Harmless
    }

    async fn send(&self, message: &Message) -> Delivery {
        let id = message.notice.to_string();
        let seconds = message.leaves_at.0.div_euclid(1_000);
        match self.0.post(&id, seconds, document(message).to_string()).await {
            Submission::Taken { references } => Delivery::Sent {
                reference: references.join(" "),
            },
            Submission::Refused { reason } => Delivery::Refused { reason },
            Submission::Later { reason } => Delivery::Later { reason },
            Submission::Unknown { reason } => Delivery::Unknown { reason },
        }
    }
}

/// What the app gets.
fn document(message: &Message) -> Value {
    let about = message.about.as_ref();
    json!({
        "type": "notice",
        "timestamp": message.leaves_at.0,
        "data": {
            "notice": message.notice,
            "account": message.to,
            "language": message.language.code(),
            "text": message.text,
            "stage": about.map(|about| about.stage.code()),
            "number": about.map(|about| &about.number),
            "link": about.map(|about| &about.link),
        },
    })
}
