//! A town to try out: central Helsinki, with everything in every stage.
//!
//! - [`categories`], [`articles`], [`zones`], [`people`]: how the town is set up
//! - [`places`], [`reports`], [`requests`]: what citizens report
//! - [`fate`], [`work`], [`visits`]: what became of it, through the same doors as in any town
//! - [`shifts`]: who works today; the only thing that is renewed in a town that is there
//! - [`settings`], [`introduction`]: how it is served and what is printed
//!
//! Nobody who is made up here can be told anything: contacts ask for no messages.

mod articles;
mod categories;
mod fate;
mod introduction;
mod people;
mod places;
mod reports;
mod requests;
mod settings;
mod shifts;
mod visits;
mod work;
mod zones;

#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::act::Actor;
use crate::app::AppState;
use crate::error::{Error, Result};
use crate::storage::WriteTx;

pub use settings::write_settings;

/// The setting that says that a town is the demo town.
const MARK: &str = "demo_town";

/// Fills an empty town. A demo town that is there stays as it is; only today's shifts are renewed. Answers what to print:
/// log-ins, and a new code for the worker who enrols.
///
/// # Errors
/// 409 `not_empty` when there is another town; or when the storage fails.
pub async fn seed(app: &AppState) -> Result<String> {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    if tx.setting(MARK).await?.is_none() {
        refuse_other_town(&mut *tx).await?;
        found(&mut *tx, app).await?;
        tx.put_setting(MARK, &Value::Bool(true)).await?;
    }
    shifts::renew(&mut *tx, &act).await?;
    let introduction = introduction::write(&mut *tx, &act).await?;
    tx.commit().await?;
    Ok(introduction)
}

async fn refuse_other_town(tx: &mut dyn WriteTx) -> Result<()> {
    let empty = tx.workers().await?.is_empty()
        && tx.categories().await?.is_empty()
        && tx.staff_list().await?.is_empty();
    if empty {
        Ok(())
    } else {
        Err(Error::conflict(
            "not_empty",
            "There is a town in this directory already, and it is not the demo town. Give an empty directory.",
        ))
    }
}

async fn found(tx: &mut dyn WriteTx, app: &AppState) -> Result<()> {
    let act = app.act(Actor::Server);
    for category in categories::all() {
        tx.put_category(&category).await?;
    }
    for article in articles::all() {
        tx.put_article(&article).await?;
    }
    for zone in zones::all()? {
        tx.put_zone(&zone).await?;
    }
    people::hire(tx, &act).await?;
    shifts::put_past(tx, &act).await?;
    work::play(tx, app).await
}
