//! `migrate`: makes the database or brings it up to date. Every command does it too; this one says so and stops.

use clap::Args;

use super::Place;
use crate::pokes::Pokes;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let address = options.place.address()?;
    let storage = address.open(Pokes::default()).await?;
    for migration in storage.applied() {
        println!("applied {migration}");
    }
    println!("{address} is up to date");
    storage.close().await;
    Ok(())
}
