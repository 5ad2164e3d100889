//! Text messages by a gateway that speaks HTTP. Whether it recognises a repetition, or can be asked, its description says.

use std::sync::Arc;

use async_trait::async_trait;
use kuitti_channels::Submission;
use kuitti_channels::http::{Gateway, LookedUp};

use super::{Delivery, Known, Repetition, Sender};
use crate::config::SmsConfig;
use crate::notices::text::Message;

/// Sends text messages over HTTP.
pub struct HttpGateway {
    gateway: Arc<Gateway>,
    config: SmsConfig,
}

impl HttpGateway {
    /// A sender by this gateway.
    #[must_use]
    pub const fn new(gateway: Arc<Gateway>, config: SmsConfig) -> Self {
        Self { gateway, config }
    }

    /// Receipts come only where the gateway was told how to bring them.
    fn taken(&self, references: Vec<String>) -> Delivery {
        if self.gateway.settings().receipts.is_some() && !references.is_empty() {
            return Delivery::SentInParts { references };
        }
        Delivery::Sent {
            reference: references.join(" "),
        }
    }
}

#[async_trait]
impl Sender for HttpGateway {
    fn repetition(&self) -> Repetition {
        let settings = self.gateway.settings();
        if settings.recognises_id {
            Repetition::Harmless
        } else if settings.lookup.is_some() {
            Repetition::CanBeAsked
        } else {
            Repetition::Doubles
        }
    }

    async fn send(&self, message: &Message) -> Delivery {
        let text = self.config.written(&message.text);
        let id = message.notice.to_string();
        match self
            .gateway
            .send(&message.to, &text, self.config.tables(), &id)
            .await
        {
            Submission::Taken { references } => self.taken(references),
            Submission::Refused { reason } => Delivery::Refused { reason },
            Submission::Later { reason } => Delivery::Later { reason },
            Submission::Unknown { reason } => Delivery::Unknown { reason },
        }
    }

    async fn ask(&self, message: &Message) -> Known {
        match self
            .gateway
            .look_up(&message.to, &message.notice.to_string())
            .await
        {
            LookedUp::There(references) => Known::There(self.taken(references)),
            LookedUp::Missing => Known::Missing,
            LookedUp::NotSaid(reason) => Known::NotSaid { reason },
        }
    }
}
