//! Senders: one trait for every provider. A sender is asked only after the lease of its message is on disk.

mod app;
mod gateway;
mod inbox;
mod phone;
mod smtp;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use async_trait::async_trait;
use kuitti_channels::http::Gateway;
use kuitti_channels::smpp::Smpp;
use kuitti_shared::domain::NoticeChannel;

pub use app::TownApp;
pub use gateway::HttpGateway;
pub use inbox::{Copying, DemoInbox};
pub use phone::MessageCentre;
pub use smtp::Smtp;

use super::text::Message;
use crate::config::Config;
use crate::error::Result;
use crate::storage::Storage;

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The provider has it.
    Sent {
        /// Its reference.
        reference: String,
    },
    /// The provider has it, and will say what becomes of each part.
    SentInParts {
        /// Its names of the parts.
        references: Vec<String>,
    },
    /// The provider will never take it.
    Refused {
        /// Its reason, for the office.
        reason: String,
    },
    /// It certainly did not leave; another attempt may work.
    Later {
        /// The reason, for the office.
        reason: String,
    },
    /// Nobody knows whether it left.
    Unknown {
        /// What is known, for the office.
        reason: String,
    },
}

/// What a provider makes of the same message twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repetition {
    /// It, or the citizen's mailbox, recognises the key: trying again is safe.
    Harmless,
    /// It goes out twice, and the provider can be asked before, by our own id.
    CanBeAsked,
    /// It goes out twice: a person decides.
    Doubles,
}

/// What a provider knows of a message, asked by our own id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// It has it.
    There(Delivery),
    /// It certainly has not.
    Missing,
    /// It did not say.
    NotSaid {
        /// Why, for the office.
        reason: String,
    },
}

/// A way to a citizen.
#[async_trait]
pub trait Sender: Send + Sync {
    /// What the same message twice would do.
    fn repetition(&self) -> Repetition;

    /// How many messages may be on their way at once. What is on its way when a server falls over is doubtful afterwards.
    fn at_once(&self) -> usize {
        20
    }

    /// Hands a message to the provider.
    async fn send(&self, message: &Message) -> Delivery;

    /// Asks the provider about a message, where [`Repetition::CanBeAsked`].
    async fn ask(&self, _message: &Message) -> Known {
        Known::NotSaid {
            reason: "the provider cannot be asked".to_owned(),
        }
    }
}

/// The sender of each channel.
#[derive(Clone, Default)]
pub struct Senders {
    /// Text messages.
    pub sms: Option<Arc<dyn Sender>>,
    /// E-mail.
    pub email: Option<Arc<dyn Sender>>,
    /// The town's own app.
    pub webhook: Option<Arc<dyn Sender>>,
    /// The session with a message centre, where text messages go through one.
    pub message_centre: Option<Arc<Smpp>>,
    /// The gateway that speaks HTTP, where text messages go through one.
    pub gateway: Option<Arc<Gateway>>,
}

impl Senders {
    /// The senders that the configuration asks for.
    ///
    /// # Errors
    /// When the mail or message settings cannot be used; the message names the key.
    pub fn configured(config: &Config, storage: &Arc<dyn Storage>) -> Result<Self> {
        let smtp = config
            .smtp
            .as_ref()
            .map(|smtp| Smtp::new(smtp, config))
            .transpose()?;
        let inbox = config
            .demo_inbox
            .then(|| Arc::new(DemoInbox::new(Arc::clone(storage))));
        let mailbox = inbox.clone();
        let settings = config.sms.clone().unwrap_or_default();
        let message_centre = settings.message_centre()?.map(Arc::new);
        let gateway = settings.gateway(&config.public_url)?.map(Arc::new);
        let sms = match (&message_centre, &gateway) {
            (Some(centre), _) => Some(copied(MessageCentre::new(Arc::clone(centre), settings), inbox)),
            (None, Some(gateway)) => Some(copied(HttpGateway::new(Arc::clone(gateway), settings), inbox)),
            (None, None) => inbox.map(|inbox| inbox as Arc<dyn Sender>),
        };
        let email = match smtp {
            Some(smtp) => Some(copied(smtp, mailbox)),
            None => mailbox.map(|inbox| inbox as Arc<dyn Sender>),
        };
        let webhook = config.webhook.as_ref().map(TownApp::new).transpose()?;
        Ok(Self {
            sms,
            email,
            webhook: webhook.map(|app| Arc::new(app) as Arc<dyn Sender>),
            message_centre,
            gateway,
        })
    }

    /// The sender of a channel.
    #[must_use]
    pub fn of(&self, channel: NoticeChannel) -> Option<Arc<dyn Sender>> {
        match channel {
            NoticeChannel::Sms => self.sms.clone(),
            NoticeChannel::Email => self.email.clone(),
            NoticeChannel::Webhook => self.webhook.clone(),
            // People make calls.
            NoticeChannel::Call => None,
        }
    }
}

/// A sender whose messages can be read in the demo inbox too, where there is one.
fn copied<S: Sender + 'static>(sender: S, inbox: Option<Arc<DemoInbox>>) -> Arc<dyn Sender> {
    match inbox {
        Some(inbox) => Arc::new(Copying::new(sender, inbox)),
        None => Arc::new(sender),
    }
}
