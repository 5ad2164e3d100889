//! Text messages by a message centre. It does not know our ids: the same message twice reaches the phone twice, unless the
//! phone puts the parts together itself, so that a person decides about what is uncertain.

use std::sync::Arc;

use async_trait::async_trait;
use kuitti_channels::Submission;
use kuitti_channels::smpp::Smpp;

use super::{Delivery, Repetition, Sender};
use crate::config::SmsConfig;
use crate::notices::receipts;
use crate::notices::text::Message;

/// Sends text messages in a session that is kept up elsewhere.
pub struct MessageCentre {
    session: Arc<Smpp>,
    config: SmsConfig,
}

impl MessageCentre {
    /// A sender in this session.
    #[must_use]
    pub const fn new(session: Arc<Smpp>, config: SmsConfig) -> Self {
        Self { session, config }
    }
}

#[async_trait]
impl Sender for MessageCentre {
    fn repetition(&self) -> Repetition {
        Repetition::Doubles
    }

    /// As many again as the message centre answers at once, so that none of its places waits for our disk.
    fn at_once(&self) -> usize {
        2 * usize::from(self.session.window())
    }

    async fn send(&self, message: &Message) -> Delivery {
        let text = self.config.written(&message.text);
        // The same at every attempt, and drawn by lot for every message.
        let [.., mark] = *message.notice.0.as_bytes();
        let sent = self.session.send(&message.to, &text, self.config.tables(), mark);
        match sent.await {
            Submission::Taken { references } => Delivery::SentInParts {
                references: references
                    .iter()
                    .map(|reference| receipts::of_phone(&message.to, reference))
                    .collect(),
            },
            Submission::Refused { reason } => Delivery::Refused { reason },
            Submission::Later { reason } => Delivery::Later { reason },
            Submission::Unknown { reason } => Delivery::Unknown { reason },
        }
    }
}
