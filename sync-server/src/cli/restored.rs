//! `restored`: SYNC.md rule 11 for a database that was restored by other means than our own backup, which says so itself.

use clap::Args;

use super::Place;
use crate::pokes::Pokes;
use crate::storage::renew;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let storage = options.place.address()?.open(Pokes::default()).await?;
    let uncertain = renew(&*storage).await?;
    storage.close().await;
    println!("devices will pull everything anew and send again what came after the backup");
    println!("{uncertain} messages waited in it and may have left since: the office decides about each");
    Ok(())
}
