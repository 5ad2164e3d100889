//! What became of messages, where the gateway does not say it by itself: it is asked, often at first, and rarely later.

use futures_util::StreamExt as _;
use futures_util::stream;
use kuitti_channels::Receipt;
use kuitti_channels::http::Gateway;
use kuitti_shared::unit::Millis;

use super::looks::{self, Minutes};
use super::receipts;
use crate::act::Actor;
use crate::app::{App, AppState};
use crate::error::Result;

/// Up to when parts were asked about.
const LOOKED_UNTIL: &str = "receipts_looked_until";
/// Parts of one page.
const PAGE: u32 = 100;
/// Questions on their way at once.
const AT_ONCE: usize = 10;
/// A part is asked about when it is 1, 2, 4, ... minutes old, up to two days.
const TIMES: u32 = 12;

/// Asks until the server stops; where nobody has to be asked, there is nothing to do.
pub(super) async fn run(app: &AppState) {
    let gateway = app.senders.gateway.as_deref();
    let Some(gateway) = gateway.filter(|gateway| gateway.is_polled()) else {
        return;
    };
    let mut minutes = Minutes::new();
    while minutes.next(app).await {
        looks::note(LOOKED_UNTIL, look(app, gateway).await);
    }
}

/// Asks about the parts that came of an age since the last look.
///
/// # Errors
/// When the storage fails. Parts of this look are asked about again when they are twice as old.
pub(super) async fn look(app: &App, gateway: &Gateway) -> Result<()> {
    let now = app.act(Actor::Server).now;
    let mut tx = app.storage.write().await?;
    let before = looks::begin(&mut *tx, LOOKED_UNTIL, now).await?;
    tx.commit().await?;
    for age in (0..TIMES).map(|doublings| Millis::from_seconds(60 << doublings)) {
        let mut beyond = String::new();
        loop {
            let mut tx = app.storage.read().await?;
            let page = tx
                .parts_on_their_way(before - age, now - age, &beyond, PAGE)
                .await?;
            drop(tx);
            let names: Vec<String> = page.into_iter().map(|part| part.reference).collect();
            let Some(last) = names.last().cloned() else { break };
            ask(app, gateway, names).await?;
            beyond = last;
        }
    }
    Ok(())
}

async fn ask(app: &App, gateway: &Gateway, names: Vec<String>) -> Result<()> {
    let asked = names.into_iter().map(|name| async move {
        let outcome = gateway.poll(&name).await;
        outcome.map(|outcome| Receipt {
            references: vec![name],
            phone: None,
            outcome,
        })
    });
    let mut answers = stream::iter(asked).buffer_unordered(AT_ONCE);
    while let Some(answer) = answers.next().await {
        if let Some(receipt) = answer {
            receipts::take(app, &receipt).await?;
        }
    }
    Ok(())
}
