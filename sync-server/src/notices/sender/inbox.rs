//! The demo inbox: messages stay in the database and can be read on a page. It recognises a repetition by the notice.

use std::sync::Arc;

use async_trait::async_trait;

use super::{Delivery, Known, Repetition, Sender};
use crate::notices::text::Message;
use crate::storage::{InboxMessage, Storage, StorageResult};

/// Keeps messages instead of sending them.
pub struct DemoInbox {
    storage: Arc<dyn Storage>,
}

impl DemoInbox {
    /// An inbox in this storage.
    #[must_use]
    pub const fn new(storage: Arc<dyn Storage>) -> Self {
        Self { storage }
    }

    async fn keep(&self, message: &Message) -> StorageResult<()> {
        let mut tx = self.storage.write().await?;
        tx.add_to_inbox(&InboxMessage {
            notice: message.notice,
            channel: message.channel,
            language: message.language,
            recipient: message.to.clone(),
            subject: message.subject.clone(),
            body: message.text.clone(),
            at: message.leaves_at,
        })
        .await?;
        tx.commit().await
    }
}

#[async_trait]
impl Sender for DemoInbox {
    fn repetition(&self) -> Repetition {
        Repetition::Harmless
    }

    async fn send(&self, message: &Message) -> Delivery {
        match self.keep(message).await {
            Ok(()) => Delivery::Sent {
                reference: format!("inbox:{}", message.notice),
            },
            Err(error) => Delivery::Later {
                reason: error.to_string(),
            },
        }
    }
}

/// A real sender whose messages can be read in the demo inbox too.
pub struct Copying<S> {
    sender: S,
    inbox: Arc<DemoInbox>,
}

impl<S> Copying<S> {
    /// Copies what `sender` sends.
    #[must_use]
    pub const fn new(sender: S, inbox: Arc<DemoInbox>) -> Self {
        Self { sender, inbox }
    }
}

#[async_trait]
impl<S: Sender> Sender for Copying<S> {
    fn repetition(&self) -> Repetition {
        self.sender.repetition()
    }

    fn at_once(&self) -> usize {
        self.sender.at_once()
    }

    async fn ask(&self, message: &Message) -> Known {
        self.sender.ask(message).await
    }

    async fn send(&self, message: &Message) -> Delivery {
        let delivery = self.sender.send(message).await;
        if matches!(delivery, Delivery::Sent { .. } | Delivery::SentInParts { .. })
            && let Err(error) = self.inbox.keep(message).await
        {
            // The message itself is out; a copy that is missing in the demo must not send it again.
            tracing::warn!(%error, "no copy in the demo inbox");
        }
        delivery
    }
}
