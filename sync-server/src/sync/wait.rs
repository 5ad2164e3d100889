//! A request that is held open while the app is in front, until something changes for this device or 50 seconds are over.
//! Its answer is that of a pull, so that nothing depends on a poke: a lost one costs a wait.

use std::time::Duration;

use kuitti_shared::sync::limits::WAIT;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};

use super::envelope::Envelope;
use super::glance::{glance, is_behind};
use super::pull;
use super::push::Pushed;
use super::sender::Sender;
use crate::app::App;
use crate::auth::Device;
use crate::error::Result;
use crate::pokes::Poke;

pub(super) async fn wait(
    app: &App,
    device: &Device,
    envelope: &Envelope,
    mut pushed: Pushed,
) -> Result<pull::Answer> {
    // What was seen before the wait is not what there is after it.
    pushed.glance = None;
    // Listen before looking: what happens in between is heard.
    let mut pokes = app.pokes.listen();
    let until = Instant::now() + Duration::from_millis(WAIT.0.unsigned_abs());
    while !has_news(app, device, envelope).await? {
        let concerns = |poke: &Poke| concerns(*poke, device);
        let poked = async {
            loop {
                match pokes.recv().await {
                    Ok(batch) if batch.iter().any(concerns) => return,
                    Ok(_) => {}
                    // Too far behind to know: look.
                    Err(RecvError::Lagged(_)) => return,
                    Err(RecvError::Closed) => std::future::pending().await,
                }
            }
        };
        let heard = tokio::select! {
            heard = timeout_at(until, poked) => heard.is_ok(),
            () = app.stopped() => false,
        };
        if !heard {
            break;
        }
    }
    pull::pull(app, device, envelope, pushed).await
}

fn concerns(poke: Poke, device: &Device) -> bool {
    match poke {
        Poke::Scope { scope } => Sender::from(device).scopes().contains(&scope),
        Poke::Device { device: other } => other == device.record.id,
        Poke::Town | Poke::Anything => true,
        Poke::Order { .. } | Poke::Request { .. } | Poke::Notices | Poke::Due { .. } | Poke::Tasks => false,
    }
}

async fn has_news(app: &App, device: &Device, envelope: &Envelope) -> Result<bool> {
    let mut tx = app.storage.look().await?;
    let glance = glance(&mut *tx, device, envelope, app.clock.now()).await?;
    Ok(is_behind(&glance, device, envelope))
}
