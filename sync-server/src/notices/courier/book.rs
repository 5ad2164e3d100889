//! The rows behind a lane: messages to citizens, or to people of the town. The lane knows neither.

use async_trait::async_trait;
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::unit::WallTime;

use super::claim::{self, Claimed};
use super::record::{self, Attempt};
use crate::app::AppState;
use crate::error::Result;
use crate::notices::sender::Senders;

/// Where claims and their ends are written.
#[async_trait]
pub(in crate::notices) trait Book: Send + Sync {
    /// Claims at most `room` messages of a channel that are due and may leave.
    async fn claim(
        &self,
        app: &AppState,
        senders: &Senders,
        channel: NoticeChannel,
        room: usize,
    ) -> Result<Claimed>;

    /// Writes down what came of some attempts. Doing it again changes nothing.
    async fn record(&self, app: &AppState, attempts: &[Attempt]) -> Result<()>;

    /// When a message of the channel is due next.
    async fn next_due(&self, app: &AppState, channel: NoticeChannel) -> Result<Option<WallTime>>;
}

/// The messages to citizens.
pub(super) struct Citizens;

#[async_trait]
impl Book for Citizens {
    async fn claim(
        &self,
        app: &AppState,
        senders: &Senders,
        channel: NoticeChannel,
        room: usize,
    ) -> Result<Claimed> {
        claim::claim(app, senders, channel, room).await
    }

    async fn record(&self, app: &AppState, attempts: &[Attempt]) -> Result<()> {
        record::record(app, attempts).await
    }

    async fn next_due(&self, app: &AppState, channel: NoticeChannel) -> Result<Option<WallTime>> {
        let mut tx = app.storage.read().await?;
        Ok(tx.next_notice_at(channel).await?)
    }
}
