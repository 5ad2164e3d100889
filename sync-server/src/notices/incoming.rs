//! What a provider of text messages brings, kept before it is acknowledged.

use async_trait::async_trait;
use kuitti_channels::{Incoming, NotTaken, Receiver};

use super::{answers, receipts};
use crate::app::AppState;

/// Keeps the session with a message centre up; where there is none, there is nothing to do.
pub(super) async fn run(app: &AppState, until: impl Future<Output = ()>) {
    if let Some(centre) = &app.senders.message_centre {
        centre.keep(&Keeper(AppState::clone(app)), until).await;
    }
}

/// Keeps what is brought.
pub(super) struct Keeper(pub(super) AppState);

#[async_trait]
impl Receiver for Keeper {
    async fn take(&self, incoming: Incoming) -> Result<(), NotTaken> {
        let kept = match &incoming {
            Incoming::Receipt(receipt) => receipts::take(&self.0, receipt).await,
            Incoming::Text(message) => answers::take(&self.0, message).await,
        };
        kept.map_err(|error| {
            tracing::error!(code = error.code(), %error, "what a provider brought could not be kept");
            NotTaken
        })
    }
}
