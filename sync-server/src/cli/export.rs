//! `export`: requests and orders for other programs, while the server runs.

use std::path::PathBuf;

use clap::Args;

use super::Place;
use crate::office;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
    /// The directory in which to write requests.csv and orders.csv
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let storage = options.place.address()?.open_beside().await?;
    let mut tx = storage.read().await?;
    let written = office::export(&mut *tx, &options.to).await?;
    println!(
        "{} requests and {} orders in {}",
        written.requests,
        written.orders,
        options.to.display()
    );
    Ok(())
}
