//! `retention`: forgets who reported cases that ended long ago, as the server does by itself every day.

use clap::Args;

use super::Place;
use crate::act::Actor;
use crate::app::App;
use crate::intake::forget;
use crate::ports::{Clock as _, SystemClock};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
    /// Only say whom it would forget; works beside a server
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let config = options.place.settings()?;
    if config.keeping().is_none() {
        println!("the settings say that nobody is forgotten (citizens.forget_after_days = 0)");
        return Ok(());
    }
    if options.dry_run {
        let storage = options.place.address()?.open_beside().await?;
        let mut tx = storage.read().await?;
        let due = forget::due(&mut *tx, &config, SystemClock.now(), u32::MAX).await?;
        for request in &due {
            println!("{}", request.number);
        }
        println!("{} would be forgotten; nothing was changed", due.len());
        return Ok(());
    }
    let app = App::open(options.place.opening()?).await?;
    let mut count = 0;
    loop {
        let forgotten = forget::forget_due(&app.storage, &app.act(Actor::Server)).await?;
        count += forgotten;
        if forgotten == 0 {
            break;
        }
    }
    println!("{count} forgotten");
    app.storage.close().await;
    Ok(())
}
