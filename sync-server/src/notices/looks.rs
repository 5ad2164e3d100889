//! Looks that go on where the last one ended, whenever the server was off.

use std::time::Duration;

use kuitti_shared::unit::WallTime;
use serde_json::json;
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::app::AppState;
use crate::error::Result;
use crate::storage::WriteTx;

const EVERY: Duration = Duration::from_secs(60);

/// Every minute, until the server stops.
pub(super) struct Minutes(Interval);

impl Minutes {
    pub(super) fn new() -> Self {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self(ticks)
    }

    /// Waits for the next minute; false when there is none any more.
    pub(super) async fn next(&mut self, app: &AppState) -> bool {
        tokio::select! {
            _ = self.0.tick() => true,
            () = app.stopped() => false,
        }
    }
}

/// What goes wrong is tried again at the next look.
pub(super) fn note(name: &str, looked: Result<()>) {
    if let Err(error) = looked {
        tracing::error!(code = error.code(), %error, name, "a look failed; it is tried again");
    }
}

/// Where the last look of this name ended; from `now` on the next one goes on. Of several servers on one database, one looks at
/// a time. The first look of all begins now: what was before it is no news.
pub(super) async fn begin(tx: &mut dyn WriteTx, name: &str, now: WallTime) -> Result<WallTime> {
    tx.next_number(name).await?;
    let before = tx.setting(name).await?;
    tx.put_setting(name, &json!(now.0)).await?;
    Ok(before.and_then(|at| at.as_i64()).map_or(now, WallTime))
}
