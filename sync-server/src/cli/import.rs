//! `import`: a file of another system becomes requests, with a verdict for every line.

use std::path::PathBuf;

use clap::Args;

use super::Place;
use crate::app::App;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The file
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    /// What the columns of the file mean: la311
    #[arg(long)]
    preset: String,
    /// Where to write what became of each line, as CSV
    #[arg(long, value_name = "OUT.csv")]
    report: PathBuf,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let app = App::open(options.place.opening()?).await?;
    let summary = crate::import::run_file(&app, &options.file, &options.preset, &options.report).await?;
    app.storage.close().await;
    println!("{summary}");
    Ok(())
}
