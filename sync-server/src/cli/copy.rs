//! `copy`: a town moves from one engine to the other.

use anyhow::Context as _;
use clap::Args;

use crate::pokes::Pokes;
use crate::storage::{Address, StorageError, transfer};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The town: sqlite:DIR or postgres://USER:PASSWORD@HOST/DATABASE; stop its servers first
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    from: Address,
    /// Where it shall be: an empty database
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    to: Address,
}

fn address(text: &str) -> Result<Address, StorageError> {
    text.parse()
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let (from, to) = (&options.from, &options.to);
    if let Address::Sqlite(directory) = from {
        std::fs::metadata(directory.join("kuitti.db"))
            .with_context(|| format!("there is no town at {from}"))?;
    }
    let source = from
        .open(Pokes::default())
        .await
        .with_context(|| from.to_string())?;
    let target = to.open(Pokes::default()).await.with_context(|| to.to_string())?;
    let mut tx = target.write().await?;
    let moved = transfer(&mut *source.read().await?, &mut *tx).await?;
    tx.commit().await?;
    for table in &moved {
        println!(
            "{:<16} {:>9} rows  sha256 {}",
            table.table,
            table.rows,
            table.digest.as_str()
        );
    }
    println!("Each table was counted and summed on both sides; they are the same.");
    println!(
        "Photos, uploads and the key of tracking codes are files: keep serving with the data directory that has them."
    );
    source.close().await;
    target.close().await;
    Ok(())
}
