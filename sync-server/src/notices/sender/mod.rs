//! Senders: one trait for every provider. A sender is asked only after the lease of its message is on disk.

mod inbox;
mod smtp;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use async_trait::async_trait;
use kuitti_shared::domain::NoticeChannel;

pub use inbox::{Copying, DemoInbox};
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
    /// It goes out twice: a person decides.
    Doubles,
}

/// A way to a citizen.
#[async_trait]
pub trait Sender: Send + Sync {
    /// What the same message twice would do.
    fn repetition(&self) -> Repetition;

    /// Hands a message to the provider.
    async fn send(&self, message: &Message) -> Delivery;
}

/// The sender of each channel.
#[derive(Clone, Default)]
pub struct Senders {
    /// Text messages.
    pub sms: Option<Arc<dyn Sender>>,
    /// E-mail.
    pub email: Option<Arc<dyn Sender>>,
}

impl Senders {
    /// The senders that the configuration asks for.
    ///
    /// # Errors
    /// When the mail settings cannot be used; the message names the key.
    pub fn configured(config: &Config, storage: &Arc<dyn Storage>) -> Result<Self> {
        let smtp = config
            .smtp
            .as_ref()
            .map(|smtp| Smtp::new(smtp, config))
            .transpose()?;
        let inbox = config
            .demo_inbox
            .then(|| Arc::new(DemoInbox::new(Arc::clone(storage))));
        let email: Option<Arc<dyn Sender>> = match (smtp, inbox.clone()) {
            (Some(smtp), Some(inbox)) => Some(Arc::new(Copying::new(smtp, inbox))),
            (Some(smtp), None) => Some(Arc::new(smtp)),
            (None, Some(inbox)) => Some(inbox),
            (None, None) => None,
        };
        let sms = inbox.map(|inbox| inbox as Arc<dyn Sender>);
        Ok(Self { sms, email })
    }

    /// The sender of a channel.
    #[must_use]
    pub fn of(&self, channel: NoticeChannel) -> Option<Arc<dyn Sender>> {
        match channel {
            NoticeChannel::Sms => self.sms.clone(),
            NoticeChannel::Email => self.email.clone(),
        }
    }
}
