//! `retention`: forgets who reported cases that ended long ago, as the server does by itself every day: contacts, photos, and
//! the cards on orders that devices have. It says how old the backups are that still know them.

use clap::Args;
use kuitti_shared::id::RequestId;

use super::{Place, backups};
use crate::act::Actor;
use crate::app::App;
use crate::files;
use crate::intake::forget;
use crate::ports::{Clock as _, SystemClock};
use crate::storage::{ReadTx, RequestRecord};

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
        println!(
            "{} would be forgotten, with {} photos and the contact on {} orders; nothing was changed",
            due.len(),
            due.iter().map(RequestRecord::photos_of_citizen).sum::<usize>(),
            cards(&mut *tx, &due).await?
        );
    } else {
        forget_all(&options).await?;
    }
    say_backups(&options)
}

async fn forget_all(options: &Options) -> anyhow::Result<()> {
    let app = App::open(options.place.opening()?).await?;
    let mut count = 0;
    loop {
        let forgotten = forget::forget_due(&app.storage, &app.act(Actor::Server)).await?;
        count += forgotten;
        if forgotten == 0 {
            break;
        }
    }
    let mut photos = 0;
    loop {
        let looked = files::collect(&app).await?;
        photos += looked.removed;
        if looked.all == 0 {
            break;
        }
    }
    println!("{count} forgotten; {photos} files that nobody names any more removed");
    println!("devices lose the contacts with their next sync");
    app.storage.close().await;
    Ok(())
}

/// Orders that devices have with somebody's number.
async fn cards(tx: &mut dyn ReadTx, due: &[RequestRecord]) -> anyhow::Result<usize> {
    let requests: Vec<RequestId> = due.iter().map(|request| request.id).collect();
    let mut orders: Vec<_> = tx.order_links(&requests).await?;
    orders.sort_by_key(|link| link.1);
    orders.dedup_by_key(|link| link.1);
    let orders: Vec<_> = orders.into_iter().map(|link| link.1).collect();
    let with_card = tx.orders(&orders).await?.into_iter();
    Ok(with_card.filter(|order| order.order.contact.is_some()).count())
}

fn say_backups(options: &Options) -> anyhow::Result<()> {
    let backups = backups::there(options.place.data())?;
    for backup in &backups {
        let age = backup.age_in_days(SystemClock.now());
        println!("backup {} is {age} days old", backup.file.display());
    }
    if !backups.is_empty() {
        println!(
            "backups know whom the town has forgotten since: replace them, and run this again after restoring one"
        );
    }
    Ok(())
}
